package org.polylogue.lexis.slice;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.text.Utf8File;

/**
 * Words with how often they occur and in how many documents, sorted by their characters, of a
 * subcorpus or of a published reference list. Immutable and thread-safe.
 */
public final class FrequencyList {

  private final String[] words;
  private final long[] counts;
  private final int[] documents;
  private final long total;

  private FrequencyList(String[] words, long[] counts, int[] documents, long total) {
    this.words = words;
    this.counts = counts;
    this.documents = documents;
    this.total = total;
  }

  static FrequencyList of(Vocabulary vocabulary, int[] counts, int[] documents, long total) {
    int n = 0;
    for (int count : counts) {
      n += count > 0 ? 1 : 0;
    }
    String[] words = new String[n];
    long[] found = new long[n];
    int[] ranges = new int[n];
    int at = 0;
    for (int id = 0; id < counts.length; id++) {
      if (counts[id] > 0) {
        words[at] = vocabulary.entry(id);
        found[at] = counts[id];
        ranges[at++] = documents[id];
      }
    }
    return new FrequencyList(words, found, ranges, total);
  }

  /**
   * A list of counts, for instance of a reference corpus that is at hand as a word list only.
   * Ranges are unknown in it.
   *
   * @param counts how often each word occurs, 1 or more
   * @return the list; its total is the sum of the counts
   * @throws IllegalArgumentException if a count is less than 1, or the total above 2^63 - 1
   */
  public static FrequencyList of(Map<String, Long> counts) {
    TreeMap<String, Long> sorted = new TreeMap<>(counts);
    long total = 0;
    for (Map.Entry<String, Long> entry : sorted.entrySet()) {
      if (entry.getValue() < 1) {
        throw new IllegalArgumentException(entry.getKey() + " has count " + entry.getValue());
      }
      if (entry.getValue() > Long.MAX_VALUE - total) {
        throw new IllegalArgumentException("the counts add up to more than " + Long.MAX_VALUE);
      }
      total += entry.getValue();
    }
    return new FrequencyList(
        sorted.keySet().toArray(String[]::new),
        sorted.values().stream().mapToLong(Long::longValue).toArray(),
        null,
        total);
  }

  /**
   * Reads a list from a file: UTF-8, a word, a tab and a count on each line; empty lines and lines
   * that start with {@code #} are skipped, words that come again are added up.
   *
   * @param file the file
   * @return the list
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a line is no word and count; the message names it
   */
  public static FrequencyList read(Path file) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    try (BufferedReader reader = Utf8File.open(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int tab = line.lastIndexOf('\t');
        try {
          long count = Long.parseLong(line.substring(tab + 1).strip());
          if (tab < 1 || count < 1) {
            throw new NumberFormatException();
          }
          counts.merge(line.substring(0, tab), count, Math::addExact);
        } catch (NumberFormatException | ArithmeticException e) {
          throw new IllegalArgumentException(
              file + ", line " + number + ": expected a word, a tab and a count of 1 or more", e);
        }
      }
    }
    return of(counts);
  }

  /**
   * Counts the different words.
   *
   * @return zero or more
   */
  public int size() {
    return words.length;
  }

  /**
   * Counts the running words.
   *
   * @return the sum of all counts
   */
  public long total() {
    return total;
  }

  /**
   * A word.
   *
   * @param at its place in sorted order, from 0
   * @return the word
   */
  public String word(int at) {
    return words[at];
  }

  /**
   * How often a word occurs.
   *
   * @param at its place in sorted order
   * @return one or more
   */
  public long count(int at) {
    return counts[at];
  }

  /**
   * How often a word occurs.
   *
   * @param word the word as it is counted
   * @return zero if it is not in the list
   */
  public long count(String word) {
    int at = Arrays.binarySearch(words, word);
    return at < 0 ? 0 : counts[at];
  }

  /**
   * Tells whether documents were counted.
   *
   * @return false for a list that was given as counts
   */
  public boolean hasRanges() {
    return documents != null;
  }

  /**
   * In how many documents a word occurs.
   *
   * @param at its place in sorted order
   * @return one or more; 0 if documents were not counted
   */
  public int range(int at) {
    return documents == null ? 0 : documents[at];
  }

  /**
   * Adds up two lists.
   *
   * @param other the other list
   * @return counts, ranges and totals added; ranges only if both have them. Ranges are right if no
   *     document is in both
   */
  public FrequencyList plus(FrequencyList other) {
    String[] all = new String[size() + other.size()];
    long[] sums = new long[all.length];
    boolean ranged = hasRanges() && other.hasRanges();
    int[] ranges = ranged ? new int[all.length] : null;
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      int order = i == size() ? 1 : j == other.size() ? -1 : words[i].compareTo(other.words[j]);
      all[n] = order <= 0 ? words[i] : other.words[j];
      if (ranged) {
        ranges[n] = (order <= 0 ? documents[i] : 0) + (order >= 0 ? other.documents[j] : 0);
      }
      sums[n++] = (order <= 0 ? counts[i++] : 0) + (order >= 0 ? other.counts[j++] : 0);
    }
    return new FrequencyList(
        Arrays.copyOf(all, n),
        Arrays.copyOf(sums, n),
        ranged ? Arrays.copyOf(ranges, n) : null,
        total + other.total);
  }

  @Override
  public String toString() {
    return "FrequencyList[" + size() + " words, total " + total + "]";
  }
}
