package org.polylogue.samples.faults;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.samples.command.AnalyzeCommand;
import org.polylogue.samples.command.ErrorLines;
import picocli.CommandLine;

/**
 * {@code polylogue analyze} on a language engine without models, which starts in a second: all else
 * is the command as users call it.
 */
final class PlainAnalyze {

  private PlainAnalyze() {}

  public static void main(String[] args) {
    int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    System.exit(code);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    return command(() -> DiscourseAnalysis.on(new PlainEngine()))
        .setOut(out)
        .setErr(err)
        .execute(args);
  }

  static CommandLine command(Supplier<DiscourseAnalysis> loading) {
    return ErrorLines.in(new CommandLine(new AnalyzeCommand(loading)));
  }
}
