package org.polylogue.discourse.quotation.internal;

import java.util.Arrays;

/** In how many documents each feature occurs: an open-addressing table. Not thread-safe. */
final class FeatureCounts {

  private static final int NONE = -1;

  private int[] keys = new int[1 << 16];
  private int[] counts = new int[1 << 16];
  private int[] lasts = new int[1 << 16];
  private int size;

  /** Counts a feature of a document; the features of a document come one after the other. */
  void see(int key, int document) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    } else if (lasts[slot] == document) {
      return;
    }
    counts[slot]++;
    lasts[slot] = document;
  }

  private int slot(int key) {
    int slot = key & keys.length - 1;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldLasts = lasts;
    keys = new int[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    lasts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
        lasts[slot] = oldLasts[i];
      }
    }
  }

  /** The features that occur in at least so many documents, ascending. */
  int[] keys(int minDocuments) {
    int[] found = new int[size];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0 && counts[i] >= minDocuments) {
        found[n++] = keys[i];
      }
    }
    int[] sorted = Arrays.copyOf(found, n);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Numbers the kept features from 0; all others get no number. Ends the counting. */
  void number(int[] kept) {
    Arrays.fill(lasts, NONE);
    for (int i = 0; i < kept.length; i++) {
      lasts[slot(kept[i])] = i;
    }
  }

  /** The number of a feature, -1 for none. */
  int number(int key) {
    int slot = slot(key);
    return counts[slot] == 0 ? NONE : lasts[slot];
  }
}
