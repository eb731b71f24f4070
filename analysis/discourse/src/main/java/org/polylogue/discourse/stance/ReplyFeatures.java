package org.polylogue.discourse.stance;

import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.ValenceLexicon;

/** Turns a reply and its parent into features. */
final class ReplyFeatures {

  private static final int REPLY_PHRASE = 2;
  private static final int PARENT_PHRASE = 1;

  private final WordTones tones;
  private final ReplyMoves moves = ReplyMoves.shipped();

  ReplyFeatures(ValenceLexicon lexicon) {
    this.tones = new WordTones(lexicon);
  }

  /** Features of a pair: those that hold on any topic, and words. */
  record Pair(FeatureVector cues, FeatureVector words) {}

  Pair of(PostWords parent, PostWords reply) {
    FeatureVector cues = ReplyCues.of(parent, tones.of(parent), reply, tones.of(reply));
    cues.addAll(moves.features(reply), 1);
    FeatureVector words = PostNGrams.words(reply, "w:", REPLY_PHRASE);
    words.addAll(PostNGrams.letters(reply), 1);
    words.addAll(PostNGrams.words(parent, "q:", PARENT_PHRASE), 1);
    return new Pair(cues, words);
  }

  ReplyMoves moves() {
    return moves;
  }
}
