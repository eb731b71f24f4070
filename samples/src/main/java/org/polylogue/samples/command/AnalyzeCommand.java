package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.language.WordLists;
import org.polylogue.model.Conversation;
import org.polylogue.model.Quotation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.pipeline.Fingerprint;
import org.polylogue.pipeline.JournalMismatchException;
import org.polylogue.pipeline.Provenance;
import org.polylogue.report.ReportFile;
import org.polylogue.report.ReportOptions;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.DiscourseLines;
import org.polylogue.results.run.DiscourseTables;
import org.polylogue.results.run.DuplicateTable;
import org.polylogue.results.run.FailureLog;
import org.polylogue.results.run.NetworkFile;
import org.polylogue.results.run.NoticeTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.ResultFile;
import org.polylogue.results.run.RunManifest;
import org.polylogue.results.run.RunMemory;
import org.polylogue.results.run.RunReport;
import org.polylogue.results.summary.Events;
import org.polylogue.samples.serve.RemoteAnalysis;
import org.polylogue.text.Explanation;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** {@code polylogue analyze}. */
@CommandLine.Command(
    name = "analyze",
    description = "Finds who says what about whom and writes it as JSON Lines and CSV tables.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Files and columns are described in docs/formats/discourse.md.",
      "",
      "Examples:",
      "  polylogue analyze pages --out results",
      "  polylogue analyze pages --dry-run",
      "  polylogue analyze table.csv --columns text=body --only quotations,actors \\",
      "    --out results",
      "  polylogue analyze @options.txt --out results    (a file of options, one a line)"
    })
public final class AnalyzeCommand implements Callable<Integer> {

  private static final int NAMED_CHANGES = 10;

  /** What becomes of articles that are nearly the same. */
  enum Duplicates {
    OFF,
    REPORT,
    FIRST
  }

  @CommandLine.Mixin private Inputs inputs;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results; made if missing.")
  private Path out;

  @CommandLine.Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles analysed at once; default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Mixin private AnalysisOptions options;

  @CommandLine.Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Let polylogue serve at this address look, such as http://localhost:8017: nothing is"
              + " loaded here, and its options hold for what is looked for and by whom.")
  private URI server;

  @CommandLine.Option(
      names = "--raw-cells",
      description = "Leave table cells that look like spreadsheet formulas as they are.")
  private boolean rawCells;

  @CommandLine.Option(
      names = "--traces",
      description = "Write traces.csv too: what moved the score of each tone, and by how much.")
  private boolean traces;

  @CommandLine.Option(
      names = "--offsets",
      paramLabel = "UNIT",
      converter = OffsetUnitConverter.class,
      description =
          "What offsets in discourse.jsonl and the tables count: utf-16 (default) or"
              + " code-points.")
  private OffsetUnit unit = OffsetUnit.UTF_16;

  @CommandLine.Option(
      names = "--duplicates",
      paramLabel = "WHAT",
      converter = DuplicatesConverter.class,
      description =
          "Articles that are nearly the same: report (default) lists them in "
              + "duplicates.csv, first also analyses only the first of each group, off does not "
              + "look for them.")
  private Duplicates duplicates = Duplicates.REPORT;

  @CommandLine.Option(
      names = "--grades",
      paramLabel = "GRADE",
      split = ",",
      converter = GradeConverter.class,
      description =
          "Which quotations tables, network, counts and report show: said (default), "
              + "thought, attitude, separated by commas; discourse.jsonl has all of them.")
  private List<Quotation.Grade> grades = List.of(Quotation.Grade.SAID);

  @CommandLine.Option(
      names = "--events",
      paramLabel = "FILE",
      description = "CSV with the columns date and event, marked on the report's time line.")
  private Path events;

  @CommandLine.Mixin private LimitOptions limits;

  @CommandLine.Mixin private ReadingOptions reading;

  @CommandLine.Option(
      names = "--dry-run",
      description = "Only say what each input is read as, and what is left aside; needs no --out.")
  private boolean dryRun;

  @CommandLine.Option(
      names = "--resume",
      description =
          "Go on with a run into the same folder that was killed: what it has found is "
              + "kept. Changed inputs are analysed again and named; another version, other "
              + "models or other options are refused.")
  private boolean resume;

  @CommandLine.ArgGroup private Telling telling = new Telling();

  /** How much is said about a run. */
  static final class Telling {

    @CommandLine.Option(
        names = "--quiet",
        description = "Say nothing but what went wrong: no progress, no summary.")
    private boolean quiet;

    @CommandLine.Option(
        names = "--verbose",
        description = "Say of each article when it is done and what was found in it.")
    private boolean verbose;
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final IntFunction<DiscourseAnalysis.Builder> loading;
  private boolean published;
  private int kept;

  /** The command on Stanford CoreNLP. */
  public AnalyzeCommand() {
    this(AnalysisOptions::standard);
  }

  /**
   * The command with another analysis.
   *
   * @param loading loads it, once the call is known to be right; it is given the length above which
   *     a stretch without white space is read in pieces
   */
  public AnalyzeCommand(IntFunction<DiscourseAnalysis.Builder> loading) {
    this.loading = Objects.requireNonNull(loading, "loading");
  }

  @Override
  public Integer call() throws IOException {
    LimitOptions.atLeast(spec.commandLine(), "--threads", threads, 1);
    limits.check(spec.commandLine());
    if (out == null && !dryRun) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Missing required option: '--out=DIR'");
    }
    options.check();
    List<Path> paths = inputs.checked();
    if (dryRun) {
      CorpusReader reader = reading.reader().withLimits(limits.reading());
      return new DryRun(spec.commandLine().getOut()).run(reader, paths) == 0 ? 0 : 1;
    }
    inputs.checkOutside(out);
    ActorTable table = options.table();
    options.readModels();
    RemoteAnalysis remote = server == null ? null : remote();
    List<Events.Event> marks = events == null ? List.of() : Events.read(events);
    try (Stop stop = Stop.watch()) {
      try {
        return summary(run(paths, table, remote, marks));
      } catch (IOException
          | UncheckedIOException
          | CancelledException
          | OutOfMemoryError
          | StackOverflowError e) {
        if (stop.asked()) {
          return stopped(stop.exitCode());
        }
        String cure =
            published
                ? "; the results are whole, only hidden files are left; delete them"
                : "; nothing was published; make room or mend the place, then add --resume";
        throw new CommandFailure(ErrorLines.explain(e) + cure, e);
      }
    }
  }

  private RunReport run(
      List<Path> paths, ActorTable table, RemoteAnalysis remote, List<Events.Event> marks)
      throws IOException {
    try (OutputFolder folder = folder();
        RunMemory memory = memory();
        ReportFile page = new ReportFile(folder, ReportOptions.DEFAULT.withEvents(marks));
        EncoderJudges encoder = EncoderJudges.shipped();
        Progress progress = telling.quiet ? Progress.none() : Progress.start("analyze")) {
      try {
        CorpusReader reader = reading.reader().withLimits(limits.reading());
        RunReport report = report(folder, paths, memory);
        List<ResultFile> files =
            List.of(
                new DiscourseLines(folder, unit),
                new DiscourseTables(folder, options.layers(), rawCells, traces, unit)
                    .ofGrades(grades()),
                new NetworkFile(folder).ofGrades(grades()),
                new FailureLog(folder),
                page.ofGrades(grades()),
                report.ofGrades(grades()));
        NoticeTable notices = new NoticeTable(folder, rawCells);
        Set<String> leftOut = duplicates(reader, paths, folder, report, progress);
        Analysis<Conversation, Discourse> analysis =
            remote != null
                ? remote
                : options.of(loading.apply(limits.wordLength()), table, encoder, traces);
        new AnalysisRun(reader, memory.of(analysis), threads)
            .doubting(options.doubts(limits.wordLength()))
            .within(limits.time(), limits.documents())
            .without(leftOut)
            .run(paths, files, notices, progress::step);
        folder.publish();
        published = true;
        sayChanges(memory);
        memory.published();
        return report;
      } finally {
        kept = memory.size();
      }
    }
  }

  /** Asks the server what it is and takes over what it looks for. */
  private RemoteAnalysis remote() throws IOException {
    for (String option : AnalysisOptions.OF_THE_SERVER) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), option + " is for the server; give it to polylogue serve");
      }
    }
    try {
      RemoteAnalysis remote = new RemoteAnalysis(server);
      Map<String, Map<String, String>> description = remote.description();
      options.takeOver(description);
      limits.takeOver(description.get(AnalysisOptions.OPTIONS));
      return remote;
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(
          "--server "
              + server
              + " cannot be asked: "
              + Explanation.of(e)
              + "; start polylogue serve there, or leave --server out",
          e);
    }
  }

  private Set<Quotation.Grade> grades() {
    return EnumSet.copyOf(grades);
  }

  private Set<String> duplicates(
      CorpusReader reader,
      List<Path> paths,
      OutputFolder folder,
      RunReport report,
      Progress progress)
      throws IOException {
    if (duplicates == Duplicates.OFF) {
      return Set.of();
    }
    DuplicateTable table =
        DuplicateTable.write(reader, paths, duplicates == Duplicates.FIRST, folder, rawCells);
    report.duplicates(table.groups(), table.leftOut().size());
    progress.expect(table.items() - table.leftOut().size());
    return table.leftOut();
  }

  private void sayChanges(RunMemory memory) throws IOException {
    if (memory.recovered() == 0) {
      return;
    }
    if (memory.changedCount() > 0) {
      spec.commandLine().getErr().println(spec.qualifiedName() + ": " + changes(memory));
      spec.commandLine().getErr().flush();
    } else if (!telling.quiet) {
      spec.commandLine().getOut().println(changes(memory));
    }
  }

  private static String changes(RunMemory memory) throws IOException {
    int changed = memory.changedCount();
    String line =
        String.format(
            Locale.ROOT,
            "%d articles are kept from the run that was resumed; %s",
            memory.recovered(),
            changed == 0 ? "none has changed" : changed + " of them have changed or are gone");
    if (changed == 0) {
      return line;
    }
    String more = changed > NAMED_CHANGES ? ", …" : "";
    String names = String.join(", ", memory.changed(NAMED_CHANGES));
    return line + ": " + ErrorLines.oneLine(names) + more;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>(limits.values());
    values.putAll(options.values());
    values.putAll(reading.values());
    values.put("raw-cells", rawCells);
    values.put("traces", traces);
    values.put("offsets", unit.label());
    values.put("duplicates", EnumConverter.word(duplicates));
    values.put(
        "grades", grades().stream().map(EnumConverter::word).collect(Collectors.joining(",")));
    return values;
  }

  private RunReport report(OutputFolder folder, List<Path> paths, RunMemory memory)
      throws IOException {
    RunReport report = new RunReport(folder, Layers.STANDARD);
    report.version("polylogue", Provenance.currentVersion());
    report.version("java", Runtime.version().toString());
    report.parameter("inputs", paths.stream().map(Path::toString).toList());
    report.parameter("threads", threads);
    values().forEach(report::parameter);
    report.parameter("actors", options.actors() == null ? "" : options.actors().toString());
    if (server != null) {
      report.parameter("server", server.toString());
    }
    report.parameter("events", events == null ? "" : events.toString());
    List<Path> read = new ArrayList<>(paths);
    read.addAll(WordLists.own());
    if (options.actors() != null) {
      read.add(options.actors());
    }
    if (events != null) {
      read.add(events);
    }
    read.addAll(options.models());
    report.hashes(RunManifest.PROVENANCE, options.provenance());
    report.hashes(RunManifest.INPUTS, RunManifest.hashes(read));
    if (memory.recovered() > 0) {
      report.resumed(
          () -> {
            try {
              return changes(memory);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return report;
  }

  private int stopped(int exitCode) {
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%s: stopped; %d articles are kept in %s; the same call with --resume goes on%n",
            spec.qualifiedName(),
            kept,
            out);
    spec.commandLine().getErr().flush();
    return exitCode;
  }

  private int summary(RunReport report) {
    if (!telling.quiet) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%d articles, %d comments, %d quotations, %d failed; results in %s%n",
              report.counts().articles(),
              report.counts().comments(),
              report.counts().of("quotations"),
              report.counts().failed(),
              out);
    }
    if (report.counts().failed() == 0) {
      return 0;
    }
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%d documents failed; see %s%n",
            report.counts().failed(),
            out.resolve("failures.jsonl"));
    return 1;
  }

  private static final class DuplicatesConverter extends EnumConverter<Duplicates> {
    DuplicatesConverter() {
      super(Duplicates.values());
    }
  }

  private RunMemory memory() throws IOException {
    SortedMap<String, String> identity = options.identity();
    values().forEach((option, value) -> identity.put("--" + option, value.toString()));
    try {
      return RunMemory.open(out, resume, identity, Layers.STANDARD);
    } catch (JournalMismatchException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** Hashes of code and models that results depend on. */
  static SortedMap<String, String> provenance() {
    SortedMap<String, String> hashes = new TreeMap<>();
    hashes.put(
        "code of the analyses", Fingerprint.of(DiscourseAnalysis.class, AnalyzeCommand::isCode));
    hashes.put("models", Fingerprint.of(DiscourseAnalysis.class, name -> !isCode(name)));
    hashes.put("encoder", Fingerprint.of(EncoderJudges.class, name -> true));
    hashes.put("CoreNLP models", CoreNlpEngine.modelFingerprint());
    return hashes;
  }

  private static boolean isCode(String entry) {
    return entry.endsWith(".class") || entry.startsWith("META-INF/");
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
