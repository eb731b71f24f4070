package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Turns judgements and places into stances. */
final class Evidence {

  /** Below this probability no label is given. */
  static final double LEAST_CONFIDENCE = 0.4;

  private static final int MOST_PASSAGES = 8;

  private Evidence() {}

  static boolean hasWords(PostWords words) {
    for (PostTokens.Token token : words.tokens()) {
      if (token.kind() != PostTokens.Kind.MARK) {
        return true;
      }
    }
    return false;
  }

  static Stance withheld(StanceQuestion question, String reason) {
    return new Stance.Withheld(
        question.document().id(), question.holder(), question.target(), reason);
  }

  /** The stance, or its withholding if no label is likely enough. */
  static <L extends StanceLabel> Stance stance(
      StanceQuestion question, Judgement<L> judgement, List<Span> places) {
    if (judgement.confidence() < LEAST_CONFIDENCE) {
      return withheld(
          question,
          "no label reaches the probability "
              + LEAST_CONFIDENCE
              + "; the likeliest is "
              + judgement.label());
    }
    List<Passage> passages = new ArrayList<>();
    for (Span place : new TreeSet<>(places)) {
      if (passages.size() < MOST_PASSAGES) {
        passages.add(new Passage(question.document().id(), place));
      }
    }
    if (passages.isEmpty()) {
      question.own().forEach(own -> passages.add(new Passage(question.document().id(), own)));
    }
    return new Stance.Taken(
        question.document().id(),
        question.holder(),
        question.target(),
        judgement.label(),
        judgement.confidence(),
        passages);
  }

  /** Signs of irony and rhetorical questions. */
  static List<Span> cues(PostWords words) {
    List<Span> places = new ArrayList<>();
    for (Cues.Cue cue : Cues.of(words)) {
      places.add(new Span(cue.start(), cue.end()));
    }
    return places;
  }
}
