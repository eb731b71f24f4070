package org.polylogue.discourse.quotation.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights by feature hash: an open-addressing table of 32-bit keys. A feature is known by its hash
 * only, so that the table holds no words. Immutable and thread-safe.
 */
public final class WeightTable {

  /** Weights are stored as multiples of this. */
  private static final float STEP = 0.01f;

  private static final int MAX_SIZE = 5_000_000;

  /** By slot; 0 is an empty one. Most features are unknown, so that this array alone is read. */
  private final int[] keys;

  private final float[] weights;
  private final int mask;
  private final int[] sorted;

  /**
   * A table.
   *
   * @param sortedKeys feature hashes, ascending, all different; a hash of 0 is left out
   * @param keyWeights the weight of each, rounded to the stored step
   */
  WeightTable(int[] sortedKeys, float[] keyWeights) {
    sorted = sortedKeys.clone();
    int capacity = Integer.highestOneBit(Math.max(16, sorted.length)) * 4;
    keys = new int[capacity];
    weights = new float[capacity];
    mask = capacity - 1;
    for (int i = 0; i < sorted.length; i++) {
      float weight = Math.round(keyWeights[i] / STEP) * STEP;
      if (weight != 0 && sorted[i] != 0) {
        int slot = sorted[i] & mask;
        while (keys[slot] != 0) {
          slot = slot + 1 & mask;
        }
        keys[slot] = sorted[i];
        weights[slot] = weight;
      }
    }
  }

  /** The weight of a key, 0 for one that is not there. */
  private float weight(int key) {
    int slot = key & mask;
    int found = keys[slot];
    while (found != key && found != 0) {
      slot = slot + 1 & mask;
      found = keys[slot];
    }
    return found == 0 ? 0 : weights[slot];
  }

  /**
   * The weighted sum of a case's features.
   *
   * @param features the case
   * @return any finite number; unknown features count 0
   */
  public double score(FeatureBuffer features) {
    double sum = 0;
    for (int i = 0; i < features.size; i++) {
      sum += weight(features.keys[i]) * features.values[i];
    }
    return sum;
  }

  /**
   * Counts the keys.
   *
   * @return zero or more
   */
  int size() {
    return sorted.length;
  }

  void write(DataOutputStream out) throws IOException {
    int kept = 0;
    for (int key : sorted) {
      kept += weight(key) != 0 ? 1 : 0;
    }
    out.writeInt(kept);
    long last = Integer.MIN_VALUE;
    for (int key : sorted) {
      if (weight(key) != 0) {
        writeNumber(out, key - last);
        last = key;
      }
    }
    for (int key : sorted) {
      if (weight(key) != 0) {
        int steps = Math.round(weight(key) / STEP);
        writeNumber(out, steps >= 0 ? 2L * steps : -2L * steps - 1);
      }
    }
  }

  static WeightTable read(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MAX_SIZE) {
      throw new IOException("a table of " + size + " weights");
    }
    int[] keys = new int[size];
    float[] weights = new float[size];
    long last = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      last += readNumber(in);
      keys[i] = (int) last;
    }
    for (int i = 0; i < size; i++) {
      long n = readNumber(in);
      weights[i] = ((n & 1) == 0 ? n / 2 : -(n + 1) / 2) * STEP;
    }
    return new WeightTable(keys, weights);
  }

  private static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while (rest > 127) {
      out.writeByte((int) (rest & 127) | 128);
      rest >>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 42; shift += 7) {
      int b = in.readUnsignedByte();
      number |= (long) (b & 127) << shift;
      if (b < 128) {
        return number;
      }
    }
    throw new IOException("a number that does not end");
  }
}
