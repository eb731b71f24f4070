package org.polylogue.discourse.judge;

import java.util.List;
import org.polylogue.model.JudgeId;
import org.polylogue.pipeline.Scope;

/**
 * Answers questions about passages, many at once, so that a model can read them in batches: the
 * questions of a call are all that are asked about one conversation, in the order of its documents.
 *
 * <p>Implementations are immutable and thread-safe, and the same question gets the same answer
 * whatever stands beside it. What several judges need, such as one reading of each sentence, is an
 * {@link org.polylogue.pipeline.Analysis} of its own whose results they take from the scope.
 *
 * @param <Q> a question
 * @param <A> an answer
 */
public interface Judge<Q, A> {

  /**
   * Who judges, for the results.
   *
   * @return name and model
   */
  JudgeId id();

  /**
   * Answers.
   *
   * @param questions any number, none included
   * @param scope gives what was found about the same conversation before
   * @return one answer for each question, in their order
   */
  List<A> judge(List<Q> questions, Scope scope);
}
