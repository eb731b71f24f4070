package org.polylogue.discourse.stance;

import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.ValenceLexicon;

/** Turns a reply and its parent into features. */
final class ReplyFeatures {

  private static final double CUES = 0.4;
  private static final int REPLY_PHRASE = 2;
  private static final int PARENT_PHRASE = 1;

  private final Tones tones;

  ReplyFeatures(ValenceLexicon lexicon) {
    this.tones = new Tones(lexicon);
  }

  FeatureVector of(String parentText, String replyText) {
    PostWords parent = PostWords.of(TargetStance.beginning(parentText));
    PostWords reply = PostWords.of(TargetStance.beginning(replyText));
    FeatureVector all = NGrams.words(reply, "w:", REPLY_PHRASE);
    all.addAll(NGrams.letters(reply, "c:"), 1);
    all.addAll(NGrams.words(parent, "q:", PARENT_PHRASE), 1);
    all.addAll(ReplyCues.of(parent, tones.of(parent), reply, tones.of(reply)), CUES);
    return all;
  }
}
