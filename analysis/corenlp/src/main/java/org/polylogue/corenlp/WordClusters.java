package org.polylogue.corenlp;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cluster of each of many words, by distribution (Clark 2003). Immutable. */
final class WordClusters {

  private final LongTable numbers;
  private final String[] clusters;

  /** Takes over clusters by words in small letters. */
  WordClusters(Map<String, String> lexicon) {
    Map<Long, Integer> numberOf = new HashMap<>(lexicon.size() * 2);
    Map<String, Integer> names = new LinkedHashMap<>();
    lexicon.forEach(
        (word, cluster) -> {
          int number = names.computeIfAbsent(cluster, name -> names.size());
          if (numberOf.put(HashedText.of(word), number) != null) {
            throw new IllegalStateException("two words with clusters share a number");
          }
        });
    numbers = LongTable.of(numberOf);
    clusters = names.keySet().toArray(String[]::new);
  }

  WordClusters(Tables.In in) {
    numbers = LongTable.read(in);
    clusters = in.texts();
  }

  void write(Tables.Out out) throws IOException {
    numbers.write(out);
    out.texts(clusters);
  }

  /** The cluster of a word in small letters, or what is given where it has none. */
  String of(String word, String none) {
    int number = numbers.get(HashedText.of(word));
    return number == LongTable.ABSENT ? none : clusters[number];
  }
}
