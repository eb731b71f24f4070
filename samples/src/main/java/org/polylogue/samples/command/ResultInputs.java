package org.polylogue.samples.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.discourse.Discourse;
import org.polylogue.results.Results;
import picocli.CommandLine;

/** The {@code INPUT...} arguments of subcommands that sum up results. */
public final class ResultInputs {

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Results of polylogue analyze.")
  private List<Path> inputs = List.of();

  /** No inputs yet; picocli fills them in. */
  public ResultInputs() {}

  /**
   * Checks that something is a result.
   *
   * @throws CommandFailure if it is not there or something else
   */
  static void check(Path input) {
    if (!Files.exists(input)) {
      throw new CommandFailure("no such file or folder: " + input);
    }
    if (!new Results().are(input)) {
      throw new CommandFailure(
          input + " is no result of polylogue analyze; analyse it first and give the result");
    }
  }

  /**
   * Reads all results, one article at a time.
   *
   * @throws CommandFailure if an input is no result, or damaged
   */
  void forEach(Consumer<? super Discourse> each) {
    inputs.forEach(ResultInputs::check);
    try {
      for (Path input : inputs) {
        try (Stream<Discourse> discourses = new Results().read(input)) {
          discourses.forEach(each);
        }
      }
    } catch (CorpusException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}
