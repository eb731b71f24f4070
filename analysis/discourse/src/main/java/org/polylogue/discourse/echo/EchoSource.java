package org.polylogue.discourse.echo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Texts that may be repeated, indexed by runs of four words; more can be added. */
final class EchoSource {

  /** Words of a seed: a repetition is noticed where that many words in a row are the same. */
  static final int SEED = 4;

  /** Places tried for one seed; texts that repeat themselves more often are searched in part. */
  private static final int MOST_PLACES = 16;

  /** No word: it stands between texts and behind the last one. */
  private static final int NONE = -1;

  private record Text(String documentId, EchoWords words, int start) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final NavigableMap<Integer, Text> texts = new TreeMap<>();
  private final Map<Long, Integer> last = new HashMap<>();
  private int[] ids = new int[0];
  private int[] previous = new int[0];
  private int size;

  /** Adds a text. */
  void add(String documentId, EchoWords words) {
    texts.put(size, new Text(documentId, words, size));
    int needed = size + words.size() + 1;
    if (needed > ids.length) {
      int length = Math.max(needed, ids.length * 2);
      int before = ids.length;
      ids = Arrays.copyOf(ids, length);
      previous = Arrays.copyOf(previous, length);
      Arrays.fill(ids, before, length, NONE);
      Arrays.fill(previous, before, length, NONE);
    }
    for (int i = 0; i < words.size(); i++) {
      Integer id = numbers.putIfAbsent(words.word(i), numbers.size() + 1);
      ids[size + i] = id == null ? numbers.size() : id;
    }
    for (int i = size; i + SEED <= size + words.size(); i++) {
      Integer before = last.put(key(ids, i), i);
      previous[i] = before == null ? NONE : before;
    }
    size = needed;
  }

  /** The numbers of the words of another text in these, 0 for words that are not here. */
  int[] numbersOf(EchoWords other) {
    int[] found = new int[other.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = numbers.getOrDefault(other.word(i), 0);
    }
    return found;
  }

  /**
   * The longest repetition that begins at a word of another text, of equal ones the one in a
   * preferred text, else the first; null if there is none.
   */
  Found longestAt(int[] other, int at, String preferred) {
    if (at + SEED > other.length) {
      return null;
    }
    EchoRun best = null;
    boolean bestPreferred = false;
    Integer place = last.get(key(other, at));
    for (int tried = 0; place != null && place >= 0 && tried < MOST_PLACES; tried++) {
      if (Arrays.equals(other, at, at + SEED, ids, place, place + SEED)) {
        EchoRun run = EchoRun.extend(other, at, ids, place);
        boolean isPreferred = text(place).documentId().equals(preferred);
        if (best == null
            || run.matched() > best.matched()
            || run.matched() == best.matched() && (isPreferred || !bestPreferred)) {
          best = run;
          bestPreferred = isPreferred;
        }
      }
      place = previous[place];
    }
    return best == null ? null : new Found(best, bestPreferred, this);
  }

  /**
   * A repetition.
   *
   * @param run the words; places in the source are those of all texts together
   * @param preferred whether it repeats the preferred text
   * @param source where it was found
   */
  record Found(EchoRun run, boolean preferred, EchoSource source) {}

  private Text text(int place) {
    return texts.floorEntry(place).getValue();
  }

  /** The passage that a run repeats. */
  Passage passage(EchoRun run) {
    Text text = text(run.sourceStart());
    int start = text.words().start(run.sourceStart() - text.start());
    int end = text.words().endWithMarks(run.sourceEnd() - 1 - text.start());
    return new Passage(text.documentId(), new Span(start, end));
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
