package org.polylogue.discourse.stance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A target of stance, an actor or a claim, as it can be recognised in posts.
 *
 * @param phrase as given
 * @param stems stems of its content words
 * @param direction −1 if the phrase speaks of something to be ended or feared (a ban on, a threat),
 *     otherwise +1
 * @param positions where it stands, by axis of {@link Camps}
 */
record TargetPhrase(
    String phrase, Set<String> stems, int direction, Map<String, Double> positions) {

  private static final Set<String> STOP = StanceWords.list("target-frame");
  private static final Set<String> TURNS = StanceWords.list("target-turn");
  private static final Set<String> ENDINGS = StanceWords.list("ending");

  /**
   * Reads a phrase.
   *
   * @param phrase the target's name or a claim
   * @param camps general knowledge
   * @return the target
   */
  static TargetPhrase of(String phrase, List<String> names, Camps camps) {
    PostWords words = PostWords.of(phrase);
    Set<String> stems = new LinkedHashSet<>();
    int direction = 1;
    for (String word : words.words()) {
      if (TURNS.contains(word)) {
        direction = -1;
      }
      if (!STOP.contains(word) && word.length() > 2 && Character.isLetter(word.charAt(0))) {
        stems.add(stem(word));
      }
    }
    if (stems.isEmpty()) {
      words.words().stream()
          .filter(w -> w.length() > 2)
          .map(TargetPhrase::stem)
          .forEach(stems::add);
    }
    for (String name : names) {
      for (String word : PostWords.of(name).words()) {
        if (!STOP.contains(word) && word.length() > 2 && Character.isLetter(word.charAt(0))) {
          stems.add(stem(word));
        }
      }
    }
    return new TargetPhrase(phrase, stems, direction, camps.positions(words));
  }

  static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /**
   * {@return whether a word or tag names the target}
   *
   * @param word lower case
   */
  public boolean names(String word) {
    for (String stem : stems) {
      if (word.startsWith(stem) || stem.length() > 4 && word.contains(stem)) {
        return true;
      }
    }
    return false;
  }
}
