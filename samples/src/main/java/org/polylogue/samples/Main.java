package org.polylogue.samples;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.polylogue.samples.command.ActorsCommand;
import org.polylogue.samples.command.AgreementCommand;
import org.polylogue.samples.command.AnalyzeCommand;
import org.polylogue.samples.command.CollocationsCommand;
import org.polylogue.samples.command.CompareCommand;
import org.polylogue.samples.command.ConvertCommand;
import org.polylogue.samples.command.DfmCommand;
import org.polylogue.samples.command.DictionaryCommand;
import org.polylogue.samples.command.DispersionCommand;
import org.polylogue.samples.command.DiversityCommand;
import org.polylogue.samples.command.ErrorLines;
import org.polylogue.samples.command.EstimateCommand;
import org.polylogue.samples.command.HeadlinesCommand;
import org.polylogue.samples.command.JudgeCommand;
import org.polylogue.samples.command.KeynessCommand;
import org.polylogue.samples.command.KwicCommand;
import org.polylogue.samples.command.LearnCommand;
import org.polylogue.samples.command.NetworkCommand;
import org.polylogue.samples.command.NgramsCommand;
import org.polylogue.samples.command.ReadabilityCommand;
import org.polylogue.samples.command.ReplicateCommand;
import org.polylogue.samples.command.ReuseCommand;
import org.polylogue.samples.command.SampleCommand;
import org.polylogue.samples.command.ScaleCommand;
import org.polylogue.samples.command.ServeCommand;
import org.polylogue.samples.command.SourcesCommand;
import org.polylogue.samples.command.TimelineCommand;
import org.polylogue.samples.command.TopicsCommand;
import org.polylogue.samples.command.ValidateCommand;
import org.polylogue.samples.command.Version;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The {@code polylogue} command. Each subcommand is a class of its own, listed here. */
@CommandLine.Command(
    name = "polylogue",
    description = "Reads news articles and comments and tells who says what about whom.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, but some documents failed; they are listed",
      "2:wrong call, or input or output that cannot be used",
      "130:stopped by Ctrl-C; analyze goes on with --resume"
    },
    footer = {
      "",
      "Example: polylogue analyze pages --out results",
      "For completion in bash and zsh: source <(polylogue generate-completion)"
    },
    subcommands = {
      AnalyzeCommand.class,
      ServeCommand.class,
      ActorsCommand.class,
      KwicCommand.class,
      KeynessCommand.class,
      CollocationsCommand.class,
      DispersionCommand.class,
      NgramsCommand.class,
      DiversityCommand.class,
      ReadabilityCommand.class,
      DfmCommand.class,
      DictionaryCommand.class,
      TopicsCommand.class,
      ScaleCommand.class,
      CompareCommand.class,
      SourcesCommand.class,
      ReuseCommand.class,
      TimelineCommand.class,
      HeadlinesCommand.class,
      NetworkCommand.class,
      ConvertCommand.class,
      AgreementCommand.class,
      SampleCommand.class,
      ValidateCommand.class,
      EstimateCommand.class,
      LearnCommand.class,
      JudgeCommand.class,
      ReplicateCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
  }

  /**
   * Runs the command inside this process.
   *
   * @param out where results are printed
   * @param err where errors are printed, one line each
   * @param args the arguments
   * @return the exit code: 0 done, 1 some documents failed, 2 wrong call or unusable input
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return ErrorLines.in(new CommandLine(new Main()))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, Main::path)
        .execute(args);
  }

  /** An empty path would be the current folder, which nobody means who gives one. */
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new CommandLine.TypeConversionException(
          "an empty path; name a file or folder, . for the current one");
    }
    return Path.of(text);
  }

  /** Without a subcommand it lists them. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
