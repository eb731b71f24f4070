package org.polylogue.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.polylogue.benchmarks.quality.TrainTask;
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

  /** For the command line. */
  public Train() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(gold)) {
      throw new IllegalArgumentException("no gold data at " + gold + "; give --gold PATH");
    }
    PrintWriter out = spec.commandLine().getOut();
    task.train(gold, model, out);
    out.flush();
    return 0;
  }
}
