package org.polylogue.discourse.echo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A text that may be repeated, indexed by runs of four words. */
final class EchoSource {

  /** Words of a seed: a repetition is noticed where that many words in a row are the same. */
  static final int SEED = 4;

  /** Places tried for one seed; a text that repeats itself more often is searched in part. */
  private static final int MOST_PLACES = 16;

  private final String documentId;
  private final EchoWords words;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] ids;
  private final Map<Long, Integer> last = new HashMap<>();
  private final int[] previous;

  EchoSource(String documentId, EchoWords words) {
    this.documentId = documentId;
    this.words = words;
    this.ids = new int[words.size()];
    for (int i = 0; i < ids.length; i++) {
      Integer id = numbers.putIfAbsent(words.word(i), numbers.size() + 1);
      ids[i] = id == null ? numbers.size() : id;
    }
    this.previous = new int[ids.length];
    Arrays.fill(previous, -1);
    for (int i = 0; i + SEED <= ids.length; i++) {
      Integer before = last.put(key(ids, i), i);
      previous[i] = before == null ? -1 : before;
    }
  }

  String documentId() {
    return documentId;
  }

  EchoWords words() {
    return words;
  }

  /** The numbers of the words of another text in this one, 0 for words that are not here. */
  int[] numbersOf(EchoWords other) {
    int[] found = new int[other.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = numbers.getOrDefault(other.word(i), 0);
    }
    return found;
  }

  /** The longest repetition that begins at a word of another text, null if there is none. */
  EchoRun longestAt(int[] other, int at) {
    if (at + SEED > other.length) {
      return null;
    }
    EchoRun best = null;
    Integer place = last.get(key(other, at));
    for (int tried = 0; place != null && place >= 0 && tried < MOST_PLACES; tried++) {
      if (Arrays.equals(other, at, at + SEED, ids, place, place + SEED)) {
        EchoRun run = EchoRun.extend(other, at, ids, place);
        if (best == null || run.matched() >= best.matched()) {
          best = run;
        }
      }
      place = previous[place];
    }
    return best;
  }

  private static long key(int[] ids, int at) {
    long key = 0;
    for (int i = at; i < at + SEED; i++) {
      key = key * 0x9E3779B97F4A7C15L + ids[i];
      key ^= key >>> 29;
    }
    return key;
  }
}
