package org.polylogue.samples.faults;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.language.LanguageEngine;
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
    return command(() -> discourse(DiscourseModels.shipped()))
        .setOut(out)
        .setErr(err)
        .execute(args);
  }

  /** What needs tags, trees and names finds none. */
  static DiscourseAnalysis.Builder discourse(DiscourseModels models) {
    LanguageEngine engine = new PlainEngine();
    return DiscourseAnalysis.builder((document, scope) -> engine.annotate(document)).models(models);
  }

  static CommandLine command(Supplier<DiscourseAnalysis.Builder> loading) {
    return ErrorLines.in(
        new CommandLine(new AnalyzeCommand(maxWordLength -> loading.get()))
            .setDefaultValueProvider(option -> option.paramLabel().equals("WHO") ? "lean" : null));
  }
}
