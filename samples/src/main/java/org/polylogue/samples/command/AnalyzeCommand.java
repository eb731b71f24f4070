package org.polylogue.samples.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code polylogue analyze}. */
@CommandLine.Command(
    name = "analyze",
    description = "Finds who says what about whom and writes it as JSON Lines and CSV tables.",
    mixinStandardHelpOptions = true)
public final class AnalyzeCommand implements Callable<Integer> {

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files or folders; formats are recognised by content.")
  private List<Path> inputs;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made if missing.")
  private Path out;

  /** The command. */
  public AnalyzeCommand() {}

  @Override
  public Integer call() {
    return 0;
  }
}
