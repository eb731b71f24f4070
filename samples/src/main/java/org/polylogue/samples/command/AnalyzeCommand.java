package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.ActorTable;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.DocumentLimits;
import org.polylogue.pipeline.JournalMismatchException;
import org.polylogue.samples.Version;
import org.polylogue.samples.output.AnalysisRun;
import org.polylogue.samples.output.DiscourseLines;
import org.polylogue.samples.output.DiscourseTables;
import org.polylogue.samples.output.FailureLog;
import org.polylogue.samples.output.NetworkFile;
import org.polylogue.samples.output.NoticeTable;
import org.polylogue.samples.output.OutputFolder;
import org.polylogue.samples.output.ReportFile;
import org.polylogue.samples.output.ResultFile;
import org.polylogue.samples.output.RunMemory;
import org.polylogue.samples.output.RunReport;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** {@code polylogue analyze}. */
@CommandLine.Command(
    name = "analyze",
    description = "Finds who says what about whom and writes it as JSON Lines and CSV tables.",
    mixinStandardHelpOptions = true,
    footer = {"", "Files and columns are described in docs/formats/discourse.md."})
public final class AnalyzeCommand implements Callable<Integer> {

  private static final int REMEMBERED_SENTENCES = 20_000;

  @CommandLine.Mixin private Inputs inputs;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made if missing.")
  private Path out;

  @CommandLine.Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles analysed at once; default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--actors",
      paramLabel = "FILE",
      description = "CSV table of actors that you know: canonical, alias, type and any attributes.")
  private Path actors;

  @CommandLine.Option(
      names = "--raw-cells",
      description = "Leave table cells that look like spreadsheet formulas as they are.")
  private boolean rawCells;

  @CommandLine.Option(
      names = "--offsets",
      paramLabel = "UNIT",
      converter = OffsetUnitConverter.class,
      description = "What offsets in discourse.jsonl count: utf-16 (default) or code-points.")
  private OffsetUnit unit = OffsetUnit.UTF_16;

  @CommandLine.Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Wall time that one article may take; default: ${DEFAULT-VALUE}.")
  private int timeLimit = 600;

  @CommandLine.Option(
      names = "--max-characters",
      paramLabel = "N",
      description = "Longest article or comment; default: ${DEFAULT-VALUE}.")
  private int maxCharacters = DocumentLimits.DEFAULT.characters();

  @CommandLine.Option(
      names = "--max-comments",
      paramLabel = "N",
      description = "Most comments under one article; default: ${DEFAULT-VALUE}.")
  private int maxComments = DocumentLimits.DEFAULT.comments();

  @CommandLine.Option(
      names = "--max-depth",
      paramLabel = "N",
      description = "Deepest nesting of replies; default: ${DEFAULT-VALUE}.")
  private int maxDepth = DocumentLimits.DEFAULT.depth();

  @CommandLine.Option(
      names = "--resume",
      description = {
        "Go on with a run into the same folder that was killed: what it has found is kept.",
        "Changed inputs are analysed again; another version or other --actors are refused."
      })
  private boolean resume;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final Supplier<DiscourseAnalysis> loading;
  private boolean published;

  /** The command on Stanford CoreNLP. */
  public AnalyzeCommand() {
    this(
        () ->
            DiscourseAnalysis.on(
                CoreNlpEngine.builder().rememberedSentences(REMEMBERED_SENTENCES).build()));
  }

  /**
   * The command with another analysis.
   *
   * @param loading loads it, once the call is known to be right
   */
  public AnalyzeCommand(Supplier<DiscourseAnalysis> loading) {
    this.loading = Objects.requireNonNull(loading, "loading");
  }

  @Override
  public Integer call() throws IOException {
    atLeastOne("--threads", threads);
    atLeastOne("--time-limit", timeLimit);
    atLeastOne("--max-characters", maxCharacters);
    atLeastOne("--max-comments", maxComments);
    atLeastOne("--max-depth", maxDepth);
    DocumentLimits limits =
        new DocumentLimits(maxCharacters, maxComments, maxDepth, DocumentLimits.Excess.FAIL);
    List<Path> paths = inputs.checked();
    inputs.checkOutside(out);
    ActorTable table = actors == null ? ActorTable.EMPTY : ActorTable.read(actors);
    try {
      return summary(run(paths, limits, table));
    } catch (IOException | UncheckedIOException e) {
      String cure =
          published
              ? "; the results are whole, only hidden files are left; delete them"
              : "; nothing was published; make room or mend the place, then add --resume";
      throw new CommandFailure(ErrorLines.explain(e) + cure, e);
    }
  }

  private RunReport run(List<Path> paths, DocumentLimits limits, ActorTable table)
      throws IOException {
    try (OutputFolder folder = folder();
        RunMemory memory = memory();
        ReportFile page = new ReportFile(folder);
        Progress progress = Progress.start("analyze", -1)) {
      RunReport report = report(folder, paths);
      Analysis<Conversation, Discourse> analysis = loading.get().withActors(table);
      List<ResultFile> files =
          List.of(
              new DiscourseLines(folder, unit),
              new DiscourseTables(folder, rawCells),
              new NetworkFile(folder),
              new FailureLog(folder),
              page,
              report);
      new AnalysisRun(
              Inputs.reader(),
              limits.before(memory.of(analysis)),
              threads,
              Duration.ofSeconds(timeLimit))
          .run(paths, files, new NoticeTable(folder, rawCells), progress::step);
      folder.publish();
      published = true;
      memory.published();
      return report;
    }
  }

  private RunReport report(OutputFolder folder, List<Path> paths) {
    RunReport report = new RunReport(folder);
    report.version("polylogue", Version.current());
    report.version("java", Runtime.version().toString());
    report.parameter("inputs", paths.stream().map(Path::toString).toList());
    report.parameter("threads", threads);
    report.parameter("time-limit", timeLimit);
    report.parameter("max-characters", maxCharacters);
    report.parameter("max-comments", maxComments);
    report.parameter("max-depth", maxDepth);
    report.parameter("actors", actors == null ? "" : actors.toString());
    report.parameter("raw-cells", rawCells);
    report.parameter("offsets", unit.label());
    return report;
  }

  private int summary(RunReport report) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d articles, %d comments, %d quotations, %d failed; results in %s%n",
            report.articles(),
            report.comments(),
            report.quotations(),
            report.failed(),
            out);
    if (report.failed() == 0) {
      return 0;
    }
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%d documents failed; see %s%n",
            report.failed(),
            out.resolve("failures.jsonl"));
    return 1;
  }

  private static final class OffsetUnitConverter implements CommandLine.ITypeConverter<OffsetUnit> {
    @Override
    public OffsetUnit convert(String label) {
      try {
        return OffsetUnit.ofLabel(label);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  private void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + " is " + value + ", but must be at least 1");
    }
  }

  private RunMemory memory() throws IOException {
    SortedMap<String, String> identity = new TreeMap<>();
    identity.put("version", Version.current());
    identity.put("actors", actors == null ? "none" : sha256(actors));
    try {
      return RunMemory.open(out, resume, identity);
    } catch (JournalMismatchException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private OutputFolder folder() {
    try {
      return OutputFolder.open(out);
    } catch (IOException e) {
      throw new CommandFailure(
          "results cannot be written to "
              + out
              + ": "
              + ErrorLines.explain(e)
              + "; choose a folder that can be written",
          e);
    }
  }
}
