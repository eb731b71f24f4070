package org.polylogue.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.polylogue.pipeline.Sha256;

/**
 * A set of ids kept as 128 bits of their SHA-256, so that a million take some 32 MB at most. Two
 * different ids of a million meet with a probability below 10⁻²⁶. Not thread-safe.
 */
public final class IdSet {

  private long[] slots = new long[1 << 8];
  private int size;

  /** An empty set. */
  public IdSet() {}

  /**
   * Adds an id.
   *
   * @param id the id
   * @return false if it was there
   */
  public boolean add(String id) {
    byte[] hash = Sha256.digest(id.getBytes(StandardCharsets.UTF_8));
    if (size * 2 >= slots.length / 2) {
      long[] old = slots;
      slots = new long[Math.multiplyExact(old.length, 2)];
      for (int i = 0; i < old.length; i += 2) {
        if (old[i] != 0) {
          put(old[i], old[i + 1]);
        }
      }
    }
    boolean added = put(longAt(hash, 0) | 1, longAt(hash, 8));
    size += added ? 1 : 0;
    return added;
  }

  private boolean put(long high, long low) {
    int mask = slots.length - 2;
    int at = (int) (low << 1) & mask;
    while (slots[at] != 0) {
      if (slots[at] == high && slots[at + 1] == low) {
        return false;
      }
      at = (at + 2) & mask;
    }
    slots[at] = high;
    slots[at + 1] = low;
    return true;
  }

  private static long longAt(byte[] bytes, int from) {
    return java.nio.ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + 8)).getLong();
  }
}
