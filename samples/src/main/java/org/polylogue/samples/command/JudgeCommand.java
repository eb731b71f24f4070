package org.polylogue.samples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.polylogue.judging.AnswerRecord;
import org.polylogue.judging.LanguageModel;
import org.polylogue.judging.LanguageModelJudge;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingTask;
import org.polylogue.validation.judging.CodeTable;
import org.polylogue.validation.judging.JudgedRows;
import org.polylogue.validation.judging.ResultCodes;
import org.polylogue.validation.judging.RowJudge;
import picocli.CommandLine;

/** {@code polylogue judge}. */
@CommandLine.Command(
    name = "judge",
    description = "Lets another judge code a sample, as people do.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The judge is a folder that analyze wrote (models of this library), a CSV table "
          + "with id, label and evidence, or the address of a language model with an "
          + "interface like OpenAI's, such as an Ollama server. DIR/coded.csv goes to "
          + "validate, estimate and learn. See docs/validation.md.",
      "",
      "Example:",
      "  polylogue judge coding/sample.csv --judge http://localhost:11434/v1 \\",
      "    --model qwen3 --record answers.jsonl --out coding-qwen3"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every row has a code",
      "1:some rows have none; column note says why",
      "2:wrong call or unusable input; recorded answers are kept"
    })
public final class JudgeCommand implements Callable<Integer> {

  private static final double MILLION = 1e6;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "SAMPLE",
      description = "The sample.csv that sample wrote.")
  private Path sample;

  @CommandLine.Option(
      names = "--judge",
      required = true,
      paramLabel = "WHO",
      description = "Folder of results, table of codes, or address of a language model.")
  private String judge;

  @CommandLine.Option(
      names = "--codebook",
      paramLabel = "FILE",
      description = "The codes as JSON, if the sample was drawn with it.")
  private Path codebook;

  @CommandLine.Option(
      names = "--coder",
      paramLabel = "NAME",
      description = "Who made the codes of a table; by default its name.")
  private String coder;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for coded.csv; made if missing.")
  private Path out;

  @CommandLine.ArgGroup(exclusive = false, heading = "Language models:%n")
  private Asking asking = new Asking();

  /** How a language model is asked. */
  static final class Asking {

    @CommandLine.Option(
        names = "--model",
        paramLabel = "NAME",
        description = "The model, as the server names it.")
    private String model;

    @CommandLine.Option(
        names = "--record",
        paramLabel = "FILE",
        description = "JSON Lines of its answers; what is in it is not asked again.")
    private Path record;

    @CommandLine.Option(
        names = "--offline",
        description = "Answer from the record alone; open no connection.")
    private boolean offline;

    @CommandLine.Option(
        names = "--key-from",
        paramLabel = "VARIABLE",
        description = "Environment variable that holds the key for the server.")
    private String keyFrom;

    @CommandLine.Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        description = "Of one request, 120 by default.")
    private int timeout = 120;

    @CommandLine.Option(
        names = "--retries",
        paramLabel = "N",
        description = "How often a request is sent again, 4 by default.")
    private int retries = 4;

    @CommandLine.Option(
        names = "--most-tokens",
        paramLabel = "N",
        description = "No request is sent once so many are used, 2000000 by default.")
    private long mostTokens = 2_000_000;

    @CommandLine.Option(
        names = "--price",
        split = ",",
        paramLabel = "PRICE",
        description = "Prices of a million tokens, of requests and answers: IN,OUT.")
    private List<Double> prices = List.of();
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public JudgeCommand() {}

  @Override
  public Integer call() throws IOException {
    CodingTask task = CodedSample.read(List.of(sample)).task();
    List<Path> inputs = new ArrayList<>(List.of(sample));
    RowJudge asked;
    CodingBook book;
    try {
      book = book(task);
      asked = judge(task, book, inputs);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    if (codebook != null) {
      inputs.add(codebook);
    }
    JudgedRows rows;
    try (OutputFolder folder = OutputFolder.open(out)) {
      rows = JudgedRows.write(sample, book, asked, folder.file("coded.csv"));
      CommandManifest manifest = new CommandManifest("judge", inputs);
      manifest.parameter("task", task.toJson());
      manifest.parameter("judge", judge);
      manifest.parameter("coder", asked.name());
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("rows", rows.rows());
      counts.put("codes", rows.codes());
      counts.put("rejected", rows.rejected());
      if (asked instanceof LanguageModelJudge model) {
        counts.put("input_tokens", model.usage().inputTokens());
        counts.put("output_tokens", model.usage().outputTokens());
        counts.put("milliseconds", model.usage().milliseconds());
      }
      manifest.write(folder, counts);
      folder.publish();
    }
    print(rows, asked);
    return rows.rejected().isEmpty() ? 0 : 1;
  }

  private CodingBook book(CodingTask task) throws IOException {
    if (codebook != null) {
      return CodingBook.read(codebook);
    }
    return CodingBook.shipped(task)
        .orElseThrow(
            () ->
                new CommandFailure(
                    task.question()
                        + " of "
                        + task.table()
                        + " has no codebook of ours; add --codebook FILE"));
  }

  private RowJudge judge(CodingTask task, CodingBook book, List<Path> inputs) throws IOException {
    if (judge.contains("://")) {
      return languageModel(book, inputs);
    }
    Path path = Path.of(judge);
    if (Files.isDirectory(path)) {
      inputs.addAll(CommandManifest.files(path, task.table(), List.of()));
      return ResultCodes.read(path, task);
    }
    inputs.add(path);
    return CodeTable.read(path, coder == null ? path.getFileName().toString() : coder);
  }

  private LanguageModelJudge languageModel(CodingBook book, List<Path> inputs) throws IOException {
    if (asking.model == null || asking.record == null) {
      throw new CommandFailure(
          "a language model needs --model NAME and --record FILE, where its answers are kept");
    }
    if (!asking.prices.isEmpty() && asking.prices.size() != 2) {
      throw new CommandFailure("--price takes two numbers, such as 0.5,1.5");
    }
    inputs.add(asking.record);
    AnswerRecord record = AnswerRecord.open(asking.record);
    if (asking.offline) {
      return LanguageModelJudge.replayed(asking.model, book, record);
    }
    return LanguageModelJudge.of(
        new LanguageModel(
            URI.create(judge),
            asking.model,
            key(),
            Duration.ofSeconds(asking.timeout),
            asking.retries,
            Duration.ofSeconds(1),
            asking.mostTokens),
        book,
        record);
  }

  private Optional<String> key() {
    if (asking.keyFrom == null) {
      return Optional.empty();
    }
    String key = System.getenv(asking.keyFrom);
    if (key == null || key.isBlank()) {
      throw new CommandFailure(
          "the environment variable " + asking.keyFrom + " of --key-from is not set");
    }
    return Optional.of(key);
  }

  private void print(JudgedRows rows, RowJudge asked) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(ErrorLines.oneLine(rows.rows() + " rows, coded by " + asked.name()));
    rows.codes().forEach((code, count) -> print.println(ErrorLines.oneLine(code + ": " + count)));
    rows.rejected()
        .forEach((why, count) -> print.println(ErrorLines.oneLine(count + " rejected: " + why)));
    if (asked instanceof LanguageModelJudge model) {
      LanguageModelJudge.Usage usage = model.usage();
      print.printf(
          Locale.ROOT,
          "%d answers asked for, %d from the record; %d tokens in, %d out, %.1f s%n",
          usage.asked(),
          usage.replayed(),
          usage.inputTokens(),
          usage.outputTokens(),
          usage.milliseconds() / 1e3);
      if (!asking.prices.isEmpty()) {
        print.printf(
            Locale.ROOT,
            "cost %.4f%n",
            (usage.inputTokens() * asking.prices.get(0)
                    + usage.outputTokens() * asking.prices.get(1))
                / MILLION);
      }
    }
    print.println("codes in " + out.resolve("coded.csv"));
    print.flush();
  }
}
