package org.polylogue.discourse.stance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.pipeline.Sha256;

/**
 * Judges stances by the linear models: towards what a text answers by {@link ReplyStance}, towards
 * actors, claims and concepts by {@link TargetStance}. Immutable and thread-safe.
 */
public final class LinearStanceJudge implements Judge<StanceQuestion, StanceJudgement> {

  private final ReplyStance replies;
  private final TargetStance targets;
  private final JudgeId id;

  /**
   * A judge.
   *
   * @param replies for the article and the parent comment
   * @param targets for everything else
   */
  public LinearStanceJudge(ReplyStance replies, TargetStance targets) {
    this.replies = Objects.requireNonNull(replies, "replies");
    this.targets = Objects.requireNonNull(targets, "targets");
    String both = replies.modelHash() + targets.modelHash();
    id = new JudgeId("linear-stance", Sha256.of(both.getBytes(StandardCharsets.UTF_8)));
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
    Stance.Target target = question.target();
    if (target instanceof Stance.Target.OfActor actor) {
      return targets.judge(question, actor.name());
    }
    if (target instanceof Stance.Target.OfClaim claim) {
      return targets.judge(question, claim.phrase());
    }
    if (target instanceof Stance.Target.OfConcept concept) {
      return targets.judge(question, concept.name());
    }
    return replies.judge(question);
  }
}
