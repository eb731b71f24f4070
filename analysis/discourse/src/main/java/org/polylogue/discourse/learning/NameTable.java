package org.polylogue.discourse.learning;

/**
 * Numbers by the 64-bit hash of a name, in an open-addressed table, which takes a tenth of the
 * memory of a map of strings. Two of a million names share a hash with probability 3e-8. Filled by
 * one thread, then only read.
 */
final class NameTable {

  /** What {@link #get} gives for a name that is not there. */
  static final int NONE = -1;

  private final long[] hashes;
  private final int[] values;

  /** A table for as many names, at most two thirds full. */
  NameTable(int size) {
    int slots = Integer.highestOneBit(Math.max(4, size + size / 2)) << 1;
    hashes = new long[slots];
    values = new int[slots];
  }

  /** The function of Fowler, Noll and Vo (FNV-1a, 64 bits), over characters, never 0. */
  static long hash(CharSequence name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  /** The hash of a word in lower case, which is folded character by character. */
  static long foldedHash(CharSequence word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ Character.toLowerCase(word.charAt(i))) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  private static long mixed(long hash) {
    long mixed = hash ^ hash >>> 32;
    return mixed == 0 ? 1 : mixed;
  }

  /** Sets a number; false if the name had one, which is replaced. */
  boolean put(long hash, int value) {
    int slot = slot(hash);
    boolean fresh = hashes[slot] == 0;
    hashes[slot] = hash;
    values[slot] = value;
    return fresh;
  }

  /** The number of a name, or {@link #NONE}. */
  int get(long hash) {
    int slot = slot(hash);
    return hashes[slot] == 0 ? NONE : values[slot];
  }

  private int slot(long hash) {
    int slot = (int) hash & hashes.length - 1;
    while (hashes[slot] != hash && hashes[slot] != 0) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }
}
