package org.polylogue.benchmarks.quality;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.polylogue.discourse.judge.Judges;

/**
 * A task with public gold data: it scores what the library finds and, where the library ships a
 * model for it, trains that model.
 */
public interface QualityTask extends TrainTask {

  /**
   * What the caller of {@code quality} asks for.
   *
   * @param gold file or folder in the publisher's format
   * @param predictions where to write predictions, empty for nowhere
   * @param errors how many mistakes to list, 0 for none
   * @param rival another tool to run beside, such as {@code corenlp}
   * @param folds cross-validate with so many folds on the gold data instead of applying the shipped
   *     model
   * @param judges who judges tone and stance instead of the lean judges
   * @param weights with folds, weights of an encoder for each fold that did not learn from it
   */
  record Request(
      Path gold,
      Optional<Path> predictions,
      int errors,
      Optional<String> rival,
      OptionalInt folds,
      Optional<Judges> judges,
      List<Path> weights) {}

  /**
   * Scores the library on gold data and prints a table beside the baselines.
   *
   * @param request what is asked for
   * @param out takes the table
   * @throws IOException if the gold data cannot be read or the predictions cannot be written
   */
  void quality(Request request, PrintWriter out) throws IOException;
}
