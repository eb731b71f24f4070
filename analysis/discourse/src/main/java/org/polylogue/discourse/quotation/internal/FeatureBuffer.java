package org.polylogue.discourse.quotation.internal;

import java.util.Arrays;

/** A growing list of hashed features with values. Not thread-safe; one per worker. */
public final class FeatureBuffer {
  int[] keys = new int[128];
  float[] values = new float[128];
  int size;

  public void clear() {
    size = 0;
  }

  private void put(int key, float value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    keys[size] = key;
    values[size++] = value;
  }

  private static int mix(int h) {
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }

  void add(int template) {
    put(mix(template * 0x9E3779B9), 1f);
  }

  void add(int template, int a) {
    put(mix(mix(template * 0x9E3779B9) ^ a * 0x2545F491), 1f);
  }

  void add(int template, int a, int b) {
    put(mix(mix(mix(template * 0x9E3779B9) ^ a * 0x2545F491) + b * 0x61C88647), 1f);
  }

  void add(int template, int a, int b, int c) {
    put(
        mix(
            mix(mix(mix(template * 0x9E3779B9) ^ a * 0x2545F491) + b * 0x61C88647)
                ^ c * 0x3C6EF372),
        1f);
  }

  void value(int template, float v) {
    put(mix(template * 0x9E3779B9), v);
  }

  static int bucket(int n) {
    if (n < 0) {
      return -bucket(-n);
    }
    return n <= 5 ? n : n <= 8 ? 6 : n <= 12 ? 7 : n <= 18 ? 8 : n <= 30 ? 9 : 10;
  }
}
