package org.polylogue.benchmarks;

import org.polylogue.benchmarks.coverage.Coverage;
import org.polylogue.benchmarks.speed.Speed;
import picocli.CommandLine;

/** The benchmarks: {@code speed}, {@code quality}, {@code train} and {@code coverage}. */
@CommandLine.Command(
    name = "benchmarks",
    description = "Measures Polylogue beside its rivals and trains its models.",
    mixinStandardHelpOptions = true,
    subcommands = {Speed.class, Quality.class, Train.class, Coverage.class})
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs a benchmark.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs a benchmark without leaving the virtual machine.
   *
   * @param args its arguments
   * @return 0 if done, 2 for a wrong call or unreadable input
   */
  public static int run(String... args) {
    CommandLine command = new CommandLine(new Benchmarks());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          if (failure instanceof java.io.IOException
              || failure instanceof IllegalArgumentException) {
            line.getErr().println("benchmarks: " + failure.getMessage());
            return 2;
          }
          throw failure;
        });
    return command.execute(args);
  }
}
