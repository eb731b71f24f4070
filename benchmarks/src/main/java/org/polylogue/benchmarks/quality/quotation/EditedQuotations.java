package org.polylogue.benchmarks.quality.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes of a quotation what newsrooms make of it: up to 12 % of its words changed, left out or put
 * in, cut to a part of it, its halves swapped, turned into indirect speech.
 */
final class EditedQuotations {

  private static final double MOST_EDITS = 0.12;
  private static final int LEAST_CUT = 10;
  private static final Map<String, String> REPORTED =
      Map.ofEntries(
          Map.entry("i", "he"),
          Map.entry("i’m", "he was"),
          Map.entry("i'm", "he was"),
          Map.entry("me", "him"),
          Map.entry("my", "his"),
          Map.entry("we", "they"),
          Map.entry("our", "their"),
          Map.entry("us", "them"),
          Map.entry("you", "they"),
          Map.entry("your", "their"),
          Map.entry("am", "was"),
          Map.entry("is", "was"),
          Map.entry("are", "were"),
          Map.entry("will", "would"),
          Map.entry("can", "could"),
          Map.entry("have", "had"),
          Map.entry("has", "had"),
          Map.entry("this", "that"),
          Map.entry("here", "there"),
          Map.entry("today", "that day"),
          Map.entry("now", "then"));

  private final Random random;
  private final List<String> vocabulary;

  /**
   * Edits at random.
   *
   * @param vocabulary words to put in, often ones as often as they are in it
   */
  EditedQuotations(long seed, List<String> vocabulary) {
    this.random = new Random(seed);
    this.vocabulary = vocabulary;
  }

  /** An edited copy. */
  String of(String quotation) {
    List<String> words = new ArrayList<>(List.of(quotation.strip().split("\\s+")));
    if (random.nextInt(3) == 0 && words.size() > LEAST_CUT) {
      int kept = LEAST_CUT + random.nextInt(words.size() - LEAST_CUT);
      int from = random.nextInt(words.size() - kept + 1);
      words = new ArrayList<>(words.subList(from, from + kept));
    }
    if (random.nextInt(3) == 0) {
      Collections.rotate(words, 1 + random.nextInt(words.size()));
    }
    boolean reported = random.nextInt(3) == 0;
    double rate = random.nextDouble() * MOST_EDITS;
    StringBuilder text = new StringBuilder(reported ? "that " : "");
    int edits = 0;
    int most = (int) (MOST_EDITS * words.size());
    for (String word : words) {
      String kept =
          reported ? REPORTED.getOrDefault(word.toLowerCase(java.util.Locale.ROOT), word) : word;
      if (edits < most && random.nextDouble() < rate) {
        edits++;
        String other = vocabulary.get(random.nextInt(vocabulary.size()));
        kept =
            switch (random.nextInt(3)) {
              case 0 -> other;
              case 1 -> kept + " " + other;
              default -> "";
            };
      }
      text.append(kept).append(' ');
    }
    return text.toString();
  }
}
