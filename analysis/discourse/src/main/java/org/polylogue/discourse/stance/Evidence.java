package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.StanceLabel.Favor;
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

  /** The stance, or its withholding if no label is likely enough. */
  static Stance stance(StanceQuestion question, StanceJudgement judgement, JudgeId judge) {
    if (judgement.withheld().isPresent()) {
      return withheld(question, judgement.withheld().get(), judge);
    }
    StanceLabel label = label(judgement, question.target());
    double confidence =
        Math.max(judgement.favor(), Math.max(judgement.against(), judgement.none()));
    if (judgement.query() > confidence) {
      return withheld(question, "the text asks", judge);
    }
    if (confidence < LEAST_CONFIDENCE) {
      return withheld(
          question,
          "no label reaches the probability "
              + LEAST_CONFIDENCE
              + "; the likeliest is "
              + label.name(),
          judge);
    }
    List<Passage> passages = new ArrayList<>();
    for (Span place : new TreeSet<>(judgement.evidence())) {
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
        label,
        confidence,
        passages,
        Optional.of(judge));
  }

  private static Stance withheld(StanceQuestion question, String reason, JudgeId judge) {
    return new Stance.Withheld(
        question.document().id(), question.holder(), question.target(), reason, Optional.of(judge));
  }

  /** The likeliest side; towards what a text answers, in the labels of agreement. */
  private static StanceLabel label(StanceJudgement judgement, Stance.Target target) {
    boolean favor =
        judgement.favor() >= judgement.against() && judgement.favor() >= judgement.none();
    Favor label =
        favor ? Favor.FAVOR : judgement.against() > judgement.none() ? Favor.AGAINST : Favor.NONE;
    boolean answers =
        target instanceof Stance.Target.OfArticle || target instanceof Stance.Target.OfParent;
    return answers ? StanceLabels.agreement(label) : label;
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
