package org.polylogue.lexis.topic;

import java.util.Arrays;

/**
 * How often each word is in each topic. A word has a row of cells, one for each topic that it is
 * in, the most frequent first; a cell holds count and topic in one number (Yao, Mimno and McCallum
 * 2009, section 3.4). No row needs more cells than the word has tokens, so all rows lie in one
 * array and a copy is one move of memory.
 */
final class WordTopics {

  final int bits;
  final int mask;

  /** Where each word's row starts; one more for the end of the last. */
  final int[] rows;

  final int[] cells;

  private WordTopics(int bits, int[] rows) {
    this.bits = bits;
    this.mask = (1 << bits) - 1;
    this.rows = rows;
    this.cells = new int[rows[rows.length - 1]];
  }

  /**
   * Empty rows.
   *
   * @param tokens how often each word occurs
   * @param topics number of topics
   */
  static WordTopics of(int[] tokens, int topics) {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(topics - 1));
    int most = Integer.MAX_VALUE >> bits;
    int[] rows = new int[tokens.length + 1];
    for (int word = 0; word < tokens.length; word++) {
      if (tokens[word] > most) {
        throw new IllegalArgumentException(
            "column "
                + word
                + " occurs "
                + tokens[word]
                + " times; with "
                + topics
                + " topics a word may occur "
                + most
                + " times: leave out the most frequent words");
      }
      rows[word + 1] = Math.addExact(rows[word], Math.min(topics, tokens[word]));
    }
    return new WordTopics(bits, rows);
  }

  /** Rows of the same shape. */
  WordTopics sameShape() {
    return new WordTopics(bits, rows);
  }

  void copyFrom(WordTopics other) {
    System.arraycopy(other.cells, 0, cells, 0, cells.length);
  }

  /**
   * Fills a word's row from counts by topic, which are set to 0. Topics are taken in the order of
   * the last counts, which is nearly the new one.
   */
  void set(int word, int[] counts) {
    int from = rows[word];
    int to = rows[word + 1];
    int known = from;
    while (known < to && cells[known] != 0) {
      known++;
    }
    int at = from;
    for (int i = from; i < known; i++) {
      int topic = cells[i] & mask;
      if (counts[topic] > 0) {
        insert(from, at++, counts[topic] << bits | topic);
        counts[topic] = 0;
      }
    }
    for (int topic = 0; topic < counts.length; topic++) {
      if (counts[topic] > 0) {
        insert(from, at++, counts[topic] << bits | topic);
        counts[topic] = 0;
      }
    }
    Arrays.fill(cells, at, to, 0);
  }

  /** Puts a cell where it belongs among the sorted ones before a place. */
  private void insert(int from, int place, int cell) {
    int at = place;
    while (at > from && cells[at - 1] < cell) {
      cells[at] = cells[at - 1];
      at--;
    }
    cells[at] = cell;
  }

  /** Takes a token of a word out of a topic that it is in. */
  void remove(int word, int topic) {
    int at = rows[word];
    while ((cells[at] & mask) != topic) {
      at++;
    }
    int last = rows[word + 1] - 1;
    int cell = cells[at] - (1 << bits);
    cell = cell >>> bits == 0 ? 0 : cell;
    while (at < last && cells[at + 1] > cell) {
      cells[at] = cells[at + 1];
      at++;
    }
    cells[at] = cell;
  }

  /** Puts a token of a word into a topic. */
  void add(int word, int topic) {
    int at = rows[word];
    while (cells[at] != 0 && (cells[at] & mask) != topic) {
      at++;
    }
    addAt(word, at, topic);
  }

  /** Puts a token of a word into a topic whose cell is known. */
  void addAt(int word, int cellAt, int topic) {
    insert(rows[word], cellAt, (cells[cellAt] | topic) + (1 << bits));
  }

  /** Adds a word's counts to sums by topic. */
  void forEach(int word, CountOfTopic each) {
    for (int at = rows[word]; at < rows[word + 1] && cells[at] != 0; at++) {
      each.accept(cells[at] & mask, cells[at] >>> bits);
    }
  }

  /** Takes a topic and a count. */
  interface CountOfTopic {
    void accept(int topic, int count);
  }
}
