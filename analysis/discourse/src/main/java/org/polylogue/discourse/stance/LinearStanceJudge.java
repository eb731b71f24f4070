package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.pipeline.Sha256;

/**
 * Judges stances by the linear models: claims and concepts that {@link TargetStance} has learned by
 * name by it, everything else by {@link PairStance}. Immutable and thread-safe.
 */
public final class LinearStanceJudge implements Judge<StanceQuestion, StanceJudgement> {

  private final PairStance pairs;
  private final TargetStance targets;
  private final JudgeId id;

  /**
   * A judge.
   *
   * @param pairs for what a text answers, for actors, and for all other targets
   * @param targets for claims and concepts that it was trained on
   */
  public LinearStanceJudge(PairStance pairs, TargetStance targets) {
    this.pairs = Objects.requireNonNull(pairs, "pairs");
    this.targets = Objects.requireNonNull(targets, "targets");
    String both = pairs.modelHash() + targets.modelHash();
    id = new JudgeId("linear-stance", Sha256.of(both));
  }

  @Override
  public JudgeId id() {
    return id;
  }

  @Override
  public List<StanceJudgement> judge(List<StanceQuestion> questions, Scope scope) {
    return questions.stream().map(this::judge).toList();
  }

  private StanceJudgement judge(StanceQuestion question) {
    if (!Evidence.hasWords(PostWords.of(TargetStance.beginning(question.ownText())))) {
      return StanceJudgement.withheld("there are no words of the holder's own");
    }
    Stance.Target target = question.target();
    if (target instanceof Stance.Target.OfActor actor) {
      return pair(question, Relation.ACTOR, actor.name());
    }
    if (target instanceof Stance.Target.OfClaim claim) {
      return claim(question, claim.phrase());
    }
    if (target instanceof Stance.Target.OfConcept concept) {
      return claim(question, concept.name());
    }
    if (!Evidence.hasWords(PostWords.of(TargetStance.beginning(question.answered())))) {
      return StanceJudgement.withheld("there are no words that are answered");
    }
    return pair(
        question,
        target instanceof Stance.Target.OfArticle ? Relation.ARTICLE : Relation.PARENT,
        question.answered());
  }

  private StanceJudgement claim(StanceQuestion question, String claim) {
    return targets.knows(claim)
        ? targets.judge(question, claim)
        : pair(question, Relation.CLAIM, claim);
  }

  private StanceJudgement pair(StanceQuestion question, Relation relation, String first) {
    List<String> names = new ArrayList<>(question.names());
    PairStance.Answer answer =
        pairs.judge(pairs.pair(relation, first, names, question.ownText(), question.places()));
    return new StanceJudgement(
        answer.against(),
        answer.none(),
        answer.favor(),
        answer.query(),
        List.of(),
        Optional.empty());
  }
}
