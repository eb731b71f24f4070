package org.polylogue.results.run;

import java.io.IOException;
import org.polylogue.discourse.Discourse;

/**
 * A file, or files, that a run fills article by article. Not thread-safe; articles and failures
 * come one after the other, in the order of the input.
 */
public interface ResultFile extends AutoCloseable {

  /**
   * Adds an article with all that was found.
   *
   * @param discourse what was found
   * @throws IOException if it cannot be written
   */
  void add(Discourse discourse) throws IOException;

  /**
   * Notes a document that failed.
   *
   * @param document its id, or file and line
   * @param stage {@code read}, or the analysis that failed
   * @param cause why, one line
   * @throws IOException if it cannot be written
   */
  default void addFailure(String document, String stage, String cause) throws IOException {}

  /**
   * Writes what is known only after the last article.
   *
   * @throws IOException if it cannot be written
   */
  default void finish() throws IOException {}

  @Override
  default void close() throws IOException {}
}
