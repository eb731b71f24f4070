package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.model.Document;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Descriptions of people that condemn by themselves: our hucksters, these corrupt bureaucrats. They
 * name nobody, so the target is the phrase.
 */
final class Condemnations {

  private static final double CONFIDENCE = 0.75;
  private static final Optional<JudgeId> JUDGE = Optional.of(JudgeId.rule("condemnation"));

  private static final Set<String> DETERMINERS = StanceWords.list("determiner");

  private static final Set<String> COPULAS = StanceWords.list("copula");

  private static final Set<String> PREPOSITIONS = StanceWords.list("preposition");

  private static final Set<String> NAMES = StanceWords.list("condemning");

  private Condemnations() {}

  static List<Stance> in(Document document, List<Span> own) {
    PostWords words =
        PostWords.of(TargetStance.beginning(StanceQuestion.only(document.text(), own)));
    List<Stance> found = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (!DETERMINERS.contains(words.word(i))) {
        continue;
      }
      for (int head = i + 1; head < Math.min(words.size(), i + 4); head++) {
        if (words.sentence()[head] != words.sentence()[i] || isMark(words, head)) {
          break;
        }
        if (condemns(words.word(head)) && !deniedBefore(words, i)) {
          Span phrase = new Span(words.start(i), words.end(head));
          found.add(
              new Stance.Taken(
                  document.id(),
                  new Voice.Commenter(),
                  new Stance.Target.OfClaim(phrase.of(document.text())),
                  Favor.AGAINST,
                  CONFIDENCE,
                  List.of(new Passage(document.id(), words.sentenceSpan(i))),
                  JUDGE));
          i = head;
          break;
        }
      }
    }
    return found;
  }

  /** Whether a sentence that names the target before says that somebody is such a one. */
  static boolean predicated(PostWords words, TargetPhrase target) {
    int named = -1;
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean object = i > 0 && PREPOSITIONS.contains(words.word(i - 1));
      if (target.names(words.word(i)) && !object) {
        named = words.sentence()[i];
      }
      if (named != words.sentence()[i] || !COPULAS.contains(words.word(i))) {
        continue;
      }
      for (int head = i + 1; head < Math.min(words.size(), i + 6); head++) {
        if (words.sentence()[head] != words.sentence()[i] || isMark(words, head)) {
          break;
        }
        if (WordTones.negates(words.word(head))) {
          break;
        }
        if (condemns(words.word(head)) && !deniedBefore(words, i)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMark(PostWords words, int i) {
    return words.tokenOf(i).kind() == PostTokens.Kind.MARK;
  }

  private static boolean deniedBefore(PostWords words, int i) {
    for (int k = Math.max(0, i - 3); k < i; k++) {
      if (words.sentence()[k] == words.sentence()[i] && WordTones.negates(words.word(k))) {
        return true;
      }
    }
    return false;
  }

  private static boolean condemns(String word) {
    return NAMES.contains(word)
        || word.endsWith("s") && NAMES.contains(word.substring(0, word.length() - 1));
  }
}
