package org.polylogue.discourse.stance;

import org.polylogue.model.Stance;

/**
 * Reads which side a text takes, in any of four directions: comment towards article, comment
 * towards the comment it answers, a text towards an actor or a claim, a speaker towards a concept.
 * Implementations are immutable and thread-safe; the same question gets the same answer.
 */
@FunctionalInterface
public interface StanceReader {

  /**
   * Reads a stance.
   *
   * @param question whose stance, towards what, in which words
   * @return the side with its confidence and evidence, or the reason why none can be told
   * @throws IllegalArgumentException if this reader does not read stances in that direction
   */
  Stance read(StanceQuestion question);

  /**
   * A reader that hands each question to the one that reads its direction.
   *
   * @param replies reads stances towards the article and the parent comment
   * @param targets reads stances towards actors and claims
   * @param concepts reads stances towards concepts
   * @return a reader of all four directions
   */
  static StanceReader of(StanceReader replies, StanceReader targets, StanceReader concepts) {
    return question -> {
      Stance.Target target = question.target();
      if (target instanceof Stance.Target.OfArticle || target instanceof Stance.Target.OfParent) {
        return replies.read(question);
      }
      return target instanceof Stance.Target.OfConcept
          ? concepts.read(question)
          : targets.read(question);
    };
  }
}
