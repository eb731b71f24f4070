package org.polylogue.validation.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.model.Finding;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.validation.coding.CodingTask;

/**
 * An analysis whose labels are corrected by adapted models. A model changes those findings that its
 * coded rows could have been drawn from: of its table and conditions, by the judges and with the
 * labels that were coded. Everything else stays as it was found; so does the evidence of a finding
 * whose label changes, since it was read for the label that the machine gave. Immutable and
 * thread-safe.
 */
public final class AdaptedAnalysis implements Analysis<Conversation, Discourse> {

  private final Analysis<Conversation, Discourse> base;
  private final List<AdaptedModel> models;

  /**
   * Corrects an analysis.
   *
   * @param base gives what is corrected
   * @param models each for other findings
   * @throws IllegalArgumentException if two are for the same findings
   */
  public AdaptedAnalysis(Analysis<Conversation, Discourse> base, List<AdaptedModel> models) {
    this.base = Objects.requireNonNull(base, "base");
    this.models = List.copyOf(models);
    for (int i = 0; i < models.size(); i++) {
      for (int j = 0; j < i; j++) {
        AdaptedModel.Origin one = models.get(i).origin();
        AdaptedModel.Origin other = models.get(j).origin();
        if (one.task().table().equals(other.task().table())
            && one.task().where().equals(other.task().where())
            && !Collections.disjoint(one.machine(), other.machine())) {
          throw new IllegalArgumentException(
              models.get(j).id()
                  + " and "
                  + models.get(i).id()
                  + " are both for "
                  + one.task().table()
                  + " "
                  + one.task().where()
                  + "; give one of them");
        }
      }
    }
  }

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    Discourse found = scope.get(base, conversation);
    for (AdaptedModel model : models) {
      found = corrected(found, model, CodedExamples.learnable(model.origin().task()));
    }
    return found;
  }

  private static <F extends Finding> Discourse corrected(
      Discourse discourse, AdaptedModel model, Learnable<F> learnable) {
    return learnable.map(
        discourse,
        found -> {
          String machine = found.cells().get(learnable.column());
          return isFor(model.origin(), machine, found.cells())
              ? learnable.with(
                  found.finding(),
                  model
                      .correction()
                      .answer(
                          machine,
                          learnable.confidence(found.finding()),
                          learnable.context(found).features()),
                  model.id())
              : found.finding();
        });
  }

  private static boolean isFor(
      AdaptedModel.Origin origin, String machine, Map<String, String> cells) {
    CodingTask task = origin.task();
    return origin.machine().contains(machine)
        && CodedExamples.asks(task, cells)
        && (origin.judges().isEmpty() || origin.judges().contains(cells.get("judge")));
  }
}
