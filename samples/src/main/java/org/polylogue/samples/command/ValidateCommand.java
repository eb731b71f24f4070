package org.polylogue.samples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.validation.check.CheckedRow;
import org.polylogue.validation.check.CoderAgreement;
import org.polylogue.validation.check.LabelCheck;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.ResultTable;
import picocli.CommandLine;

/** {@code polylogue validate}. */
@CommandLine.Command(
    name = "validate",
    description = "Tells how often results are right, by rows that people coded.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "CODED are the sample.csv of polylogue sample with codes filled in, one for "
          + "each coder. Of several codes of a row the most frequent counts, among "
          + "equals that of the file named first. See docs/validation.md.",
      "",
      "Example: polylogue validate results coding/sample.csv --out checked"
    })
public final class ValidateCommand implements Callable<Integer> {

  private static final double LEVEL = 0.95;
  private static final int BINS = 10;
  private static final int LEAST_IN_BIN = 10;
  private static final int REPETITIONS = 1000;

  @CommandLine.Mixin private CodedInputs inputs;

  @CommandLine.Option(
      names = "--by",
      split = ",",
      paramLabel = "COLUMN",
      description = "Scores by values of these columns too; by default kind, outlet, document.")
  private List<String> by = List.of("kind", "outlet", "document");

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the tables; made if missing.")
  private Path out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private record Joined(CheckedRow row, ResultTable.Row cells) {}

  /** The command. */
  public ValidateCommand() {}

  @Override
  public Integer call() throws IOException {
    CodedSample sample = inputs.sample();
    ResultTable table = inputs.table(sample);
    List<Joined> rows = joined(sample, table);
    if (rows.isEmpty()) {
      throw new CommandFailure("no row of these results has a code; fill in the column code");
    }
    LabelCheck all = LabelCheck.of(rows.stream().map(Joined::row).toList(), LEVEL);
    CommandManifest manifest = inputs.manifest("validate", sample);
    manifest.parameter("task", sample.task().toJson());
    manifest.parameter("by", by);
    long uncoded = sample.rows().values().stream().filter(row -> row.code().isEmpty()).count();
    long missing = sample.rows().size() - uncoded - rows.size();
    try (OutputFolder folder = OutputFolder.open(out)) {
      scores(rows, all, table, folder);
      reliability(all, folder);
      agreement(sample, folder);
      confusion(all, folder);
      differences(rows, all, folder);
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("rows", sample.rows().size());
      counts.put("coded", rows.size());
      counts.put("without_code", uncoded);
      counts.put("not_in_results", missing);
      counts.put("coders", sample.coders().size());
      manifest.write(folder, counts);
      folder.publish();
    }
    print(all, uncoded, missing);
    return 0;
  }

  private List<Joined> joined(CodedSample sample, ResultTable table) throws IOException {
    String question = sample.task().question();
    for (String column : List.of(question, "article_id")) {
      if (!table.has(column)) {
        throw new CommandFailure("the table " + table.name() + " has no column " + column);
      }
    }
    Map<String, Double> weights = sample.weights();
    String confidence = table.confidence();
    List<Joined> rows = new ArrayList<>();
    table.read(
        row -> {
          Double weight = weights.get(row.id());
          if (weight != null && !row.cell(question).isEmpty()) {
            rows.add(
                new Joined(
                    new CheckedRow(
                        row.id(),
                        row.cell(question),
                        sample.rows().get(row.id()).code().orElseThrow(),
                        weight,
                        number(row.cell(confidence)),
                        row.cell("article_id")),
                    row));
          }
        });
    return rows;
  }

  private static OptionalDouble number(String cell) {
    try {
      return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private void scores(List<Joined> rows, LabelCheck all, ResultTable table, OutputFolder folder)
      throws IOException {
    CsvTable csv =
        new CsvTable(
            folder.file("validation.csv"),
            false,
            "by",
            "value",
            "label",
            "rows",
            "precision",
            "precision_low",
            "precision_high",
            "coded_as",
            "recall",
            "recall_low",
            "recall_high");
    scores("all", "", all, csv);
    for (String column : by) {
      if (!table.has(column)) {
        continue;
      }
      SortedMap<String, List<CheckedRow>> groups = new TreeMap<>();
      for (Joined one : rows) {
        groups.computeIfAbsent(one.cells().cell(column), key -> new ArrayList<>()).add(one.row());
      }
      for (Map.Entry<String, List<CheckedRow>> group : groups.entrySet()) {
        scores(column, group.getKey(), LabelCheck.of(group.getValue(), LEVEL), csv);
      }
    }
  }

  private static void scores(String by, String value, LabelCheck check, CsvTable csv)
      throws IOException {
    Optional<Interval> none = Optional.empty();
    row(csv, by, value, null, check.size(), check.right(), null, none);
    for (LabelCheck.LabelScore score : check.labels()) {
      row(
          csv,
          by,
          value,
          score.label(),
          score.found(),
          score.precision(),
          score.meant(),
          score.recall());
    }
  }

  private static void row(
      CsvTable csv,
      String by,
      String value,
      String label,
      int found,
      Optional<Interval> precision,
      Integer meant,
      Optional<Interval> recall)
      throws IOException {
    csv.row(
        by,
        value.isEmpty() ? null : value,
        label,
        found,
        precision.map(Interval::estimate).map(ValidateCommand::rounded),
        precision.map(Interval::low).map(ValidateCommand::rounded),
        precision.map(Interval::high).map(ValidateCommand::rounded),
        meant,
        recall.map(Interval::estimate).map(ValidateCommand::rounded),
        recall.map(Interval::low).map(ValidateCommand::rounded),
        recall.map(Interval::high).map(ValidateCommand::rounded));
  }

  static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  private static void reliability(LabelCheck all, OutputFolder folder) throws IOException {
    CsvTable csv =
        new CsvTable(
            folder.file("reliability.csv"),
            false,
            "confidence_from",
            "confidence_to",
            "rows",
            "confidence",
            "right",
            "right_low",
            "right_high");
    int bins = Math.max(1, Math.min(BINS, all.size() / LEAST_IN_BIN));
    for (LabelCheck.ConfidenceBin bin : all.reliability(bins)) {
      csv.row(
          rounded(bin.low()),
          rounded(bin.high()),
          bin.rows(),
          rounded(bin.confidence()),
          rounded(bin.right().estimate()),
          rounded(bin.right().low()),
          rounded(bin.right().high()));
    }
  }

  private static void agreement(CodedSample sample, OutputFolder folder) throws IOException {
    CsvTable csv =
        new CsvTable(
            folder.file("agreement.csv"),
            false,
            "coefficient",
            "coders",
            "rows",
            "value",
            "low",
            "high");
    List<Map<String, String>> rows =
        sample.rows().values().stream().map(CodedSample.Row::codes).toList();
    Resampling resampling = Resampling.of(REPETITIONS, 1);
    List<String> coders = sample.coders();
    if (coders.size() > 1) {
      agreement(csv, "alpha", coders, rows, CoderAgreement.alpha(rows, coders, resampling, LEVEL));
    }
    for (int i = 0; i < coders.size(); i++) {
      for (int j = i + 1; j < coders.size(); j++) {
        String first = coders.get(i);
        String second = coders.get(j);
        agreement(
            csv,
            "kappa",
            List.of(first, second),
            rows,
            CoderAgreement.kappa(rows, first, second, resampling, LEVEL));
      }
    }
  }

  private static void agreement(
      CsvTable csv,
      String name,
      List<String> coders,
      List<Map<String, String>> rows,
      Optional<Interval> value)
      throws IOException {
    csv.row(
        name,
        String.join(", ", coders),
        CoderAgreement.shared(rows, coders),
        value.map(Interval::estimate).map(ValidateCommand::rounded),
        value.map(Interval::low).map(ValidateCommand::rounded),
        value.map(Interval::high).map(ValidateCommand::rounded));
  }

  private static void confusion(LabelCheck all, OutputFolder folder) throws IOException {
    CsvTable csv =
        new CsvTable(folder.file("confusion.csv"), false, "machine", "people", "rows_estimated");
    for (var machine : all.confusion().entrySet()) {
      for (var people : machine.getValue().entrySet()) {
        csv.row(machine.getKey(), people.getKey(), rounded(people.getValue()));
      }
    }
  }

  private static void differences(List<Joined> rows, LabelCheck all, OutputFolder folder)
      throws IOException {
    Map<String, ResultTable.Row> cells = new HashMap<>();
    rows.forEach(one -> cells.put(one.row().id(), one.cells()));
    CsvTable csv =
        new CsvTable(
            folder.file("differences.csv"),
            false,
            "row",
            "machine",
            "people",
            "confidence",
            "document_id",
            "about",
            "text");
    for (CheckedRow row : all.differences()) {
      ResultTable.Row found = cells.get(row.id());
      csv.row(
          row.id(),
          row.machine(),
          row.people(),
          row.confidence().isPresent() ? row.confidence().getAsDouble() : null,
          found.cell("document_id"),
          found.cells().containsKey("target") ? found.cell("target") : null,
          found.cells().containsKey("text") ? found.cell("text") : found.cell("evidence"));
    }
  }

  private void print(LabelCheck all, long uncoded, long missing) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(all.size() + " coded rows; right: " + shown(all.right()));
    for (LabelCheck.LabelScore score : all.labels()) {
      print.println(
          ErrorLines.oneLine(
              score.label()
                  + ": precision "
                  + shown(score.precision())
                  + ", recall among the rows "
                  + shown(score.recall())));
    }
    if (uncoded > 0) {
      print.println(uncoded + " rows have no code");
    }
    if (missing > 0) {
      print.println(
          missing + " coded rows are not in these results: the machine finds them no more");
    }
    print.println("tables in " + out);
    print.flush();
  }

  private static String shown(Optional<Interval> share) {
    return share
        .map(
            one ->
                String.format(
                    Locale.ROOT, "%.2f (%.2f to %.2f)", one.estimate(), one.low(), one.high()))
        .orElse("-");
  }
}
