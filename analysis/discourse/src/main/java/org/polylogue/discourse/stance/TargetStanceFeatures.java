package org.polylogue.discourse.stance;

import java.util.List;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.ValenceLexicon;

/** Turns a post and a target into features. */
final class TargetStanceFeatures {

  private static final double CUES_BESIDE_WORDS = 0.2;
  private static final int LONGEST_PHRASE = 3;

  private final WordTones tones;
  private final Camps camps;

  TargetStanceFeatures(ValenceLexicon lexicon) {
    this.tones = new WordTones(lexicon);
    this.camps = Camps.shipped();
  }

  TargetPhrase phrase(String target) {
    return TargetPhrase.of(target, List.of(), camps);
  }

  TargetPhrase phrase(String target, List<String> names) {
    return TargetPhrase.of(target, names, camps);
  }

  double[] tones(PostWords text) {
    return tones.of(text);
  }

  /** What holds for any target. */
  FeatureVector shared(PostWords text, TargetPhrase target) {
    return TargetCues.of(text, tones.of(text), target, camps.places(text));
  }

  /** Words and letters beside what holds for any target. */
  FeatureVector known(PostWords text, TargetPhrase target) {
    FeatureVector all = PostNGrams.words(text, "w:", LONGEST_PHRASE);
    all.addAll(PostNGrams.letters(text), 1);
    all.addAll(shared(text, target), CUES_BESIDE_WORDS);
    return all;
  }
}
