package org.polylogue.results.run;

import java.io.IOException;
import java.util.Set;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Quotation;

/**
 * A file, or files, that a run fills article by article. Not thread-safe; articles and failures
 * come one after the other, in the order of the input.
 */
public interface ResultFile extends AutoCloseable {

  /**
   * What users know it by.
   *
   * @return a file name, or what the files have in common
   */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * Adds an article with all that was found. What it throws besides an {@link IOException} is a
   * failure of the article, so as little as may be is written before that.
   *
   * @param discourse what was found
   * @throws IOException if it cannot be written
   */
  void add(Discourse discourse) throws IOException;

  /**
   * Notes a document that failed.
   *
   * @param document its id, or file and line
   * @param stage {@code read}, the analysis that failed, or {@code write}
   * @param cause why, one line
   * @throws IOException if it cannot be written
   */
  default void addFailure(String document, String stage, String cause) throws IOException {}

  /**
   * The same file without the quotations of other grades.
   *
   * @param grades the grades that it is to see
   * @return a file that hands everything on to this one and is closed with it
   */
  default ResultFile ofGrades(Set<Quotation.Grade> grades) {
    ResultFile file = this;
    return new ResultFile() {
      @Override
      public String name() {
        return file.name();
      }

      @Override
      public void add(Discourse discourse) throws IOException {
        file.add(discourse.ofGrades(grades));
      }

      @Override
      public void addFailure(String document, String stage, String cause) throws IOException {
        file.addFailure(document, stage, cause);
      }

      @Override
      public void finish() throws IOException {
        file.finish();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  /**
   * Writes what is known only after the last article.
   *
   * @throws IOException if it cannot be written
   */
  default void finish() throws IOException {}

  @Override
  default void close() throws IOException {}
}
