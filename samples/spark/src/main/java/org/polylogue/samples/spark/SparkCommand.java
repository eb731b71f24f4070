package org.polylogue.samples.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.pipeline.Provenance;
import org.polylogue.results.run.RunCounts;
import org.polylogue.results.run.RunJson;
import org.polylogue.samples.command.LimitOptions;
import org.polylogue.spark.SparkDiscourse;
import org.polylogue.spark.SparkSettings;
import org.polylogue.text.Explanation;
import picocli.CommandLine;

/**
 * What {@code polylogue analyze} finds, on Spark: for {@code spark-submit}, or with {@code java
 * -jar} on all cores of this machine.
 */
@CommandLine.Command(
    name = "polylogue-spark",
    description = "Finds who says what about whom, on Spark, and writes it as Parquet tables.",
    mixinStandardHelpOptions = true,
    footer = {"", "Columns are described in docs/formats/discourse.md, the rest in docs/scale.md."},
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, but some documents failed; they are in failures.parquet",
      "2:wrong call, or input or output that cannot be used"
    })
public final class SparkCommand implements Callable<Integer> {

  private static final int WRONG_CALL = 2;

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = {
        "Files, folders or patterns of any file system that Hadoop knows: JSON Lines (.jsonl),",
        "Parquet (.parquet), web archives, pages and tables."
      })
  private List<String> inputs = List.of();

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; must not be there yet.")
  private String out;

  @CommandLine.Option(names = "--csv", description = "Write each table as CSV too.")
  private boolean csv;

  @CommandLine.Option(
      names = "--actors",
      paramLabel = "FILE",
      description = "CSV table of actors that you know: canonical, alias, type and any attributes.")
  private Path actors;

  @CommandLine.Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Tasks that lines are dealt to; default: sixteen for each core.")
  private int partitions;

  @CommandLine.Option(
      names = "--any-language",
      description =
          "Read what is not in English as if it were. Without it such a document gives no "
              + "rows, and the notices list it.")
  private boolean anyLanguage;

  @CommandLine.Mixin private LimitOptions limits;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  SparkCommand() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    // Where the driver runs inside a cluster, an exit of its own would count as a failure.
    if (code != 0) {
      System.exit(code);
    }
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
    return new CommandLine(new SparkCommand())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(
            (e, given) -> failed(e.getCommandLine(), e.getMessage() + "; see --help"))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(command, explained(e)))
        .execute(args);
  }

  private static int failed(CommandLine command, String reason) {
    command.getErr().println("polylogue-spark: " + Explanation.oneLine(reason).strip());
    command.getErr().flush();
    return WRONG_CALL;
  }

  private static String explained(Exception e) {
    return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  @Override
  public Integer call() throws IOException {
    SparkSettings settings;
    try {
      settings =
          new SparkSettings(
              limits.documents(),
              limits.reading(),
              (int) limits.time().toSeconds(),
              partitions,
              csv);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
    }
    CoreNlpSource source = source();
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "polylogue");
    if (!conf.contains("spark.master")) {
      conf.set("spark.master", "local[*]").setIfMissing("spark.ui.enabled", "false");
    }
    RunCounts counts;
    try (SparkSession session = SparkSession.builder().config(conf).getOrCreate()) {
      RunJson json = described(session.version());
      counts =
          new SparkDiscourse(session, source, settings)
              .withReport(found -> json.text(found.toMap(), ""))
              .run(inputs, out);
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d articles, %d comments, %d quotations, %d failed; results in %s%n",
            counts.articles(),
            counts.comments(),
            counts.of("quotations"),
            counts.failed(),
            out);
    return counts.failed() == 0 ? 0 : 1;
  }

  private RunJson described(String spark) {
    RunJson json = new RunJson();
    json.version("polylogue", Provenance.currentVersion());
    json.version("java", Runtime.version().toString());
    json.version("spark", spark);
    json.parameter("inputs", inputs);
    json.parameter("partitions", partitions);
    limits.values().forEach(json::parameter);
    json.parameter("any-language", anyLanguage);
    json.parameter("csv", csv);
    json.parameter("actors", actors == null ? "" : actors.toString());
    return json;
  }

  /** Reads the table here, so that a fault in it is told before anything starts. */
  private CoreNlpSource source() throws IOException {
    if (actors == null) {
      return new CoreNlpSource("", "", anyLanguage, limits.wordLength());
    }
    ActorTable.read(actors);
    String table = Files.readString(actors, StandardCharsets.UTF_8);
    return new CoreNlpSource(table, actors.toString(), anyLanguage, limits.wordLength());
  }
}
