package org.polylogue.validation.judging;

import java.io.IOException;

/**
 * Answers the question of a codebook about one row after the other: a model of this library, codes
 * that were made elsewhere, a language model. What it answers is checked by {@link
 * RowAnswer#checked}. For one thread.
 */
public interface RowJudge {

  /**
   * Who judges, as the column {@code coder} names it.
   *
   * @return a name, perhaps with the hash of its model
   */
  String name();

  /**
   * Answers.
   *
   * @param question what a coder would see
   * @return a code with its evidence, or why there is none
   * @throws IOException if the judge cannot be asked; the message says why and what to do
   */
  RowAnswer answer(RowQuestion question) throws IOException;
}
