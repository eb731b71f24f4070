package org.polylogue.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.benchmarks.quality.quotation.QuotationTask;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.model.Comment;
import org.polylogue.training.encoder.EncoderTraining;
import picocli.CommandLine;

/** {@code train TASK --gold PATH --out MODEL}: makes a shipped model, byte for byte. */
@CommandLine.Command(
    name = "train",
    description = "Trains a shipped model; the same data gives the same bytes.",
    mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Parameters(paramLabel = "TASK", converter = TaskName.ToTrain.class)
  private TrainTask task;

  @CommandLine.Option(names = "--gold", required = true, description = "The publisher's data.")
  private Path gold;

  @CommandLine.Option(names = "--out", required = true, description = "The model file to write.")
  private Path model;

  @CommandLine.Option(
      names = "--judges",
      description =
          "Whose model: lean (default), the linear one of the task, or encoder: the one for all tasks"
              + " of tone, or for all of stance.")
  private String judges = "lean";

  @CommandLine.Option(
      names = "--own",
      description = "For the encoder: the project's own coded sets.")
  private Path own = Path.of("analysis/training/data");

  @CommandLine.Option(
      names = "--leave-out",
      split = ",",
      paramLabel = "THREAD",
      description =
          "For the encoder's stances: the numbers of threads not to learn from, or none, instead of"
              + " those that are held out as a rule.")
  private Set<String> left = Set.of();

  @CommandLine.Option(
      names = "--readers",
      split = ",",
      paramLabel = "FILE",
      description =
          "For quotations: weights of two encoders, made with --leave-out even and --leave-out odd;"
              + " the model weighs what they read too.")
  private List<Path> readers = List.of();

  /** For the command line. */
  public Train() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(gold)) {
      throw new IllegalArgumentException("no gold data at " + gold + "; give --gold PATH");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (judges.equals("encoder")) {
      LanguageEngine engine = CoreNlpEngine.of(Capability.TAGS);
      new EncoderTraining(
              gold,
              own,
              left,
              text ->
                  engine.annotate(Comment.of("gold", text)).sentences().stream()
                      .map(Sentence::span)
                      .toList())
          .train(course(task.name()), Optional.empty(), model, out);
    } else if (!readers.isEmpty() && task instanceof QuotationTask quotations) {
      quotations.train(gold, readers, model, out);
    } else {
      task.train(gold, model, out);
    }
    out.flush();
    return 0;
  }

  private static EncoderTraining.Course course(String task) {
    if (task.equals("quotations")) {
      return EncoderTraining.Course.QUOTATIONS;
    }
    return task.contains("stance") ? EncoderTraining.Course.STANCES : EncoderTraining.Course.TONES;
  }
}
