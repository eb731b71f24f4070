package org.polylogue.lexis.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The distinct values of a token attribute, sorted by their characters and numbered from 0. Its ids
 * therefore sort as its entries do. Immutable and thread-safe.
 */
public final class Vocabulary {

  private final String[] entries;
  private final BitSet words;

  /** Takes entries that are sorted and distinct. */
  Vocabulary(String[] sorted) {
    this.entries = sorted;
    this.words = new BitSet(sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      words.set(i, Words.isWord(sorted[i]));
    }
  }

  /**
   * Counts the entries.
   *
   * @return zero or more
   */
  public int size() {
    return entries.length;
  }

  /**
   * An entry.
   *
   * @param id from 0 to {@code size() - 1}
   * @return the entry
   */
  public String entry(int id) {
    return entries[id];
  }

  /**
   * Finds an entry.
   *
   * @param entry the exact characters
   * @return its id, or −1 if it is in no text
   */
  public int id(String entry) {
    int found = Arrays.binarySearch(entries, entry);
    return found < 0 ? -1 : found;
  }

  /**
   * The place of some characters in the order of entries.
   *
   * @param entry any characters
   * @return the id of the first entry that does not sort before them; the size if all do
   */
  public int firstFrom(String entry) {
    int found = Arrays.binarySearch(entries, entry);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * Tells whether an entry is a word rather than punctuation.
   *
   * @param id the entry's id
   * @return true if it holds a letter or a digit
   */
  public boolean isWord(int id) {
    return words.get(id);
  }
}
