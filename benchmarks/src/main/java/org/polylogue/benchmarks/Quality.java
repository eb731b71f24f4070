package org.polylogue.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.encoder.EncoderJudges;
import picocli.CommandLine;

/** {@code quality TASK --gold PATH}: scores the library on public gold data. */
@CommandLine.Command(
    name = "quality",
    description = "Scores the library on public gold data, beside baselines.",
    mixinStandardHelpOptions = true)
final class Quality implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Parameters(paramLabel = "TASK", converter = TaskName.class)
  private QualityTask task;

  @CommandLine.Option(names = "--gold", required = true, description = "The publisher's data.")
  private Path gold;

  @CommandLine.Option(names = "--predictions", description = "Where to write predictions.")
  private Path predictions;

  @CommandLine.Option(names = "--errors", description = "How many mistakes to list.")
  private int errors;

  @CommandLine.Option(names = "--rival", description = "Another tool to run beside: corenlp.")
  private String rival;

  @CommandLine.Option(names = "--cross-validate", description = "Folds to learn and score on.")
  private Integer folds;

  @CommandLine.Option(names = "--judges", description = "Who judges: lean (default) or encoder.")
  private String judges = "lean";

  @CommandLine.Option(
      names = "--weights",
      split = ",",
      paramLabel = "FILE",
      description =
          "With --cross-validate: weights of an encoder for each fold, trained with --leave-out"
              + " without its threads, or without its articles: even ones, odd ones.")
  private List<Path> weights = List.of();

  /** For the command line. */
  public Quality() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(gold)) {
      throw new IllegalArgumentException("no gold data at " + gold + "; give --gold PATH");
    }
    PrintWriter out = spec.commandLine().getOut();
    task.quality(
        new QualityTask.Request(
            gold,
            Optional.ofNullable(predictions),
            errors,
            Optional.ofNullable(rival),
            folds == null ? OptionalInt.empty() : OptionalInt.of(folds),
            judges(),
            weights),
        out);
    out.flush();
    return 0;
  }

  private Optional<Judges> judges() {
    return switch (judges) {
      case "lean" -> Optional.empty();
      case "encoder" -> Optional.of(EncoderJudges.shipped());
      default -> throw new IllegalArgumentException("no judges " + judges + "; lean or encoder");
    };
  }
}
