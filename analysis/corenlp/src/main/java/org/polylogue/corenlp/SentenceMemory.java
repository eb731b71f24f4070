package org.polylogue.corenlp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;

/**
 * Remembers what was said of the sentences that come again and again: agency copy, page furniture,
 * what readers quote. A reading depends on the sentence alone, so remembering changes no result.
 * Bounded; thread-safe.
 */
final class SentenceMemory {

  /** Remembers nothing. */
  static final SentenceMemory NONE = new SentenceMemory(0);

  private static final char TOUCHING = '\u0001';
  private static final char APART = '\u0002';
  private static final char BROAD = '\u0003';

  private final Cache<String, SentenceReading> readings;

  /**
   * A memory.
   *
   * @param sentences how many it holds, 0 for none
   */
  SentenceMemory(int sentences) {
    this.readings =
        sentences == 0
            ? null
            : Caffeine.newBuilder().maximumSize(sentences).executor(Runnable::run).build();
  }

  SentenceReading reading(List<CoreLabel> words, SentenceReader reader) {
    if (readings == null) {
      return reader.read(words);
    }
    String key = key(words, reader.broadNames());
    SentenceReading known = readings.getIfPresent(key);
    if (known == null) {
      known = reader.read(words);
      readings.put(key, known);
    }
    return known;
  }

  private static String key(List<CoreLabel> words, boolean broadNames) {
    StringBuilder key = new StringBuilder(words.size() * 8);
    if (broadNames) {
      key.append(BROAD);
    }
    int end = -1;
    for (CoreLabel word : words) {
      key.append(word.beginPosition() == end ? TOUCHING : APART).append(word.word());
      end = word.endPosition();
    }
    return key.toString();
  }
}
