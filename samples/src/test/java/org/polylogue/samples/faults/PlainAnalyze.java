package org.polylogue.samples.faults;

import java.io.PrintWriter;
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
    return new CommandLine(new AnalyzeCommand(PlainEngine::new))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(ErrorLines::wrongCall)
        .setExecutionExceptionHandler(ErrorLines::failure)
        .execute(args);
  }
}
