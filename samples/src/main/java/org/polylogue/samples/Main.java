package org.polylogue.samples;

import picocli.CommandLine;

/** The {@code polylogue} command. */
@CommandLine.Command(
    name = "polylogue",
    description = "Reads news articles and comments and tells who says what about whom.",
    mixinStandardHelpOptions = true)
public final class Main {

  private Main() {}

  /**
   * Runs the command.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
