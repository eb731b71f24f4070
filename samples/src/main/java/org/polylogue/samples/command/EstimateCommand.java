package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.Population;
import org.polylogue.validation.coding.ResultTable;
import org.polylogue.validation.estimate.CorrectedEstimate;
import org.polylogue.validation.estimate.CorrectedEstimates;
import org.polylogue.validation.estimate.CorrectedEstimates.Model;
import org.polylogue.validation.estimate.SampleDesign;
import picocli.CommandLine;

/** {@code polylogue estimate}. */
@CommandLine.Command(
    name = "estimate",
    description = "Shares, means, differences and regressions, corrected by coded rows.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "CODED are the sample.csv of polylogue sample with codes filled in; the rows "
          + "are those that the sample was drawn from. See docs/validation.md.",
      "",
      "Examples: polylogue estimate results coding/sample.csv --label negative " + "--group outlet",
      "  polylogue estimate results coding/sample.csv --mean --on outlet,document"
    })
public final class EstimateCommand implements Callable<Integer> {

  private static final double LEVEL = 0.95;
  private static final int MOST_VALUES = 30;
  private static final int LEAST_CODED = 2;

  /** What labels count where they have no number of their own. */
  private static final Map<String, Double> NUMBERS =
      Map.of(
          "negative", -1.0,
          "neutral", 0.0,
          "positive", 1.0,
          "AGAINST", -1.0,
          "NONE", 0.0,
          "FAVOR", 1.0,
          "DISAGREE", -1.0,
          "NEUTRAL", 0.0,
          "QUERY", 0.0,
          "AGREE", 1.0);

  private static final List<String> COLUMNS =
      List.of(
          "measure",
          "of",
          "corrected",
          "low",
          "high",
          "uncorrected",
          "uncorrected_low",
          "uncorrected_high",
          "coded_only",
          "coded_only_low",
          "coded_only_high",
          "trust",
          "rows",
          "coded",
          "coded_so",
          "further_rows");

  static final class ModelConverter extends EnumConverter<Model> {
    ModelConverter() {
      super(Model.values());
    }
  }

  @CommandLine.Mixin private CodedInputs inputs;

  @CommandLine.Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Share of rows with this label; may be repeated; all labels by default.")
  private List<String> labels = List.of();

  @CommandLine.Option(
      names = "--mean",
      description = "The mean of score, or of labels as -1, 0 and 1, instead of shares.")
  private boolean mean;

  @CommandLine.Option(
      names = "--value",
      paramLabel = "CODE=NUMBER",
      description = "What a code counts in a mean; may be repeated.")
  private Map<String, Double> values = Map.of();

  @CommandLine.Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "Shares or means by value of a column, and their differences.")
  private String group;

  @CommandLine.Option(
      names = "--against",
      paramLabel = "VALUE",
      description = "Group that others are compared with; the largest by default.")
  private String against;

  @CommandLine.Option(
      names = "--on",
      split = ",",
      paramLabel = "COLUMN",
      description = "Coefficients of a regression on these columns.")
  private List<String> on = List.of();

  @CommandLine.Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = ModelConverter.class,
      description = "Regression: logistic (default for labels) or linear (for means).")
  private Model model;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final List<List<Object>> rows = new ArrayList<>();

  /** The values of a column that rows are told apart by, and how many are coded. */
  private record Terms(List<String> names, double[][] covariates, int leftOut) {}

  /** The rows with the codes that some of them have. */
  private record Data(
      Population population, SampleDesign design, String[] codes, CorrectedEstimates estimates) {

    int size() {
      return codes.length;
    }
  }

  /** The command. */
  public EstimateCommand() {}

  @Override
  public Integer call() throws IOException {
    if (group != null && !on.isEmpty()) {
      throw new CommandFailure("--group and --on exclude each other");
    }
    if (mean && !labels.isEmpty()) {
      throw new CommandFailure("--mean and --label exclude each other");
    }
    CodedSample sample = inputs.sample();
    ResultTable table = inputs.table(sample);
    try {
      Data data = data(sample, table);
      String[] machine = data.population().column(sample.task().question());
      if (mean) {
        boolean scored = table.has("score") && sample.task().question().equals("label");
        double[] scores = numbers(scored ? data.population().column("score") : machine);
        measure("mean", scores, numbers(data.codes()), data);
      } else {
        Set<String> known = new TreeSet<>(Arrays.asList(machine));
        known.addAll(sample.codes());
        for (String label : labels.isEmpty() ? known : labels) {
          if (!known.contains(label)) {
            throw new CommandFailure("no row has the label " + label + "; there are " + known);
          }
          measure(
              "share of " + label,
              indicators(label, machine),
              indicators(label, data.codes()),
              data);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    output.print(spec, COLUMNS, TableOptions.of(rows), "nothing to estimate");
    return 0;
  }

  private Data data(CodedSample sample, ResultTable table) throws IOException {
    List<String> columns = new ArrayList<>(on);
    if (group != null) {
      columns.add(group);
    }
    if (mean && table.has("score")) {
      columns.add("score");
    }
    Population population = Population.read(table, sample.task(), columns);
    int[] sizes = population.sizes();
    int size = population.ids().size();
    String[] codes = new String[size];
    boolean[] isCoded = new boolean[size];
    int[] stratum = new int[size];
    int found = 0;
    for (int i = 0; i < size; i++) {
      CodedSample.Row row = sample.rows().get(population.ids().get(i));
      stratum[i] = population.stratum(i) - 1;
      if (row != null) {
        found++;
        if (row.stratum() != stratum[i] + 1 || row.stratumRows() != sizes[stratum[i]]) {
          found = -1;
          break;
        }
        codes[i] = row.code().orElse(null);
        isCoded[i] = codes[i] != null;
      }
    }
    if (found != sample.rows().size()) {
      throw new CommandFailure(
          "the sample was drawn from another "
              + table.name()
              + ".csv than that of "
              + inputs.results()
              + "; draw a sample of these results, or give the earlier ones");
    }
    int[] cluster = numbered(population.column("article_id"));
    SampleDesign design = SampleDesign.of(stratum, isCoded, cluster);
    return new Data(population, design, codes, CorrectedEstimates.of(design, LEVEL));
  }

  private static int[] numbered(String[] names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      numbers.putIfAbsent(name, numbers.size());
    }
    return Stream.of(names).mapToInt(numbers::get).toArray();
  }

  private static double[] indicators(String label, String[] cells) {
    return Stream.of(cells).mapToDouble(cell -> label.equals(cell) ? 1 : 0).toArray();
  }

  private double[] numbers(String[] cells) {
    return Stream.of(cells).mapToDouble(cell -> cell == null ? 0 : number(cell)).toArray();
  }

  private double number(String cell) {
    Double value = values.getOrDefault(cell, NUMBERS.get(cell));
    if (value == null) {
      try {
        value = Double.valueOf(cell);
      } catch (NumberFormatException e) {
        throw new CommandFailure(
            "a mean needs a number for '" + cell + "'; add --value " + cell + "=NUMBER", e);
      }
    }
    return value;
  }

  private void measure(String name, double[] machine, double[] people, Data data) {
    if (!on.isEmpty()) {
      Model used = model != null ? model : mean ? Model.LINEAR : Model.LOGISTIC;
      Terms terms = regressors(data);
      sayLeftOut(terms);
      String kind = name + ", " + EnumConverter.word(used) + " regression";
      add(kind, terms, used, machine, people, data, false);
    } else if (group != null) {
      Terms groups = groups(data, false);
      sayLeftOut(groups);
      add(name, groups, Model.LINEAR, machine, people, data, !mean);
      if (groups.names().size() > 1) {
        Terms differences = groups(data, true);
        add(name + ", difference", differences, Model.LINEAR, machine, people, data, false);
      }
    } else {
      double[][] one = new double[data.size()][];
      Arrays.fill(one, new double[] {1});
      Terms all = new Terms(List.of("all"), one, 0);
      add(name, all, Model.LINEAR, machine, people, data, !mean);
    }
  }

  private void sayLeftOut(Terms terms) {
    if (terms.leftOut() > 0) {
      spec.commandLine()
          .getErr()
          .println(
              terms.leftOut()
                  + " rows are left out: they lack a value, or are of a group with fewer than "
                  + LEAST_CODED
                  + " coded rows");
      spec.commandLine().getErr().flush();
    }
  }

  /** One term for each group, or a constant and one for each group but one. */
  private Terms groups(Data data, boolean differences) {
    String[] cells = data.population().column(group);
    List<String> names = frequent(group, cells, data);
    if (against != null) {
      if (!names.remove(against)) {
        throw new CommandFailure(
            "no group " + against + " with " + LEAST_CODED + " coded rows; there are " + names);
      }
      names.add(0, against);
    }
    double[][] covariates = new double[cells.length][names.size()];
    int leftOut = 0;
    for (int i = 0; i < cells.length; i++) {
      int at = names.indexOf(cells[i]);
      if (at < 0) {
        leftOut++;
      } else {
        covariates[i][at] = 1;
        covariates[i][0] = differences ? 1 : covariates[i][0];
      }
    }
    List<String> titles = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      String title = group + " " + shown(names.get(k));
      titles.add(!differences ? title : k == 0 ? null : title + " less " + shown(names.get(0)));
    }
    return new Terms(titles, covariates, leftOut);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value;
  }

  /** The values of a column that enough coded rows have, the most frequent first. */
  private static List<String> frequent(String column, String[] cells, Data data) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      int[] count = counts.computeIfAbsent(cells[i], key -> new int[2]);
      count[0]++;
      count[1] += data.design().isCoded(i) ? 1 : 0;
    }
    if (counts.size() > MOST_VALUES) {
      throw new CommandFailure(
          "the column " + column + " has " + counts.size() + " different values; group them first");
    }
    return new ArrayList<>(
        counts.entrySet().stream()
            .filter(entry -> entry.getValue()[1] >= LEAST_CODED)
            .sorted(
                Comparator.comparingInt((Map.Entry<String, int[]> e) -> -e.getValue()[0])
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** A constant, numbers as they are, and one term for each value of a word but the first. */
  private Terms regressors(Data data) {
    int size = data.size();
    List<String> names = new ArrayList<>(List.of("constant"));
    List<double[]> columns = new ArrayList<>();
    double[] one = new double[size];
    Arrays.fill(one, 1);
    columns.add(one);
    boolean[] out = new boolean[size];
    for (String column : on) {
      String[] cells = data.population().column(column);
      if (areNumbers(cells)) {
        double[] term = new double[size];
        for (int i = 0; i < size; i++) {
          out[i] |= cells[i].isEmpty();
          term[i] = cells[i].isEmpty() ? 0 : Double.parseDouble(cells[i]);
        }
        names.add(column);
        columns.add(term);
      } else {
        List<String> words = frequent(column, cells, data);
        for (int i = 0; i < size; i++) {
          out[i] |= !words.contains(cells[i]);
        }
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
          names.add(column + " " + shown(word) + " against " + shown(words.get(0)));
          columns.add(indicators(word, cells));
        }
      }
    }
    double[][] covariates = new double[size][columns.size()];
    int leftOut = 0;
    for (int i = 0; i < size; i++) {
      leftOut += out[i] ? 1 : 0;
      for (int k = 0; k < columns.size() && !out[i]; k++) {
        covariates[i][k] = columns.get(k)[i];
      }
    }
    return new Terms(names, covariates, leftOut);
  }

  private static boolean areNumbers(String[] cells) {
    Set<String> different = new LinkedHashSet<>(Arrays.asList(cells));
    different.remove("");
    try {
      different.forEach(Double::parseDouble);
    } catch (NumberFormatException e) {
      return false;
    }
    return !different.isEmpty();
  }

  private void add(
      String measure,
      Terms terms,
      Model used,
      double[] machine,
      double[] people,
      Data data,
      boolean share) {
    List<CorrectedEstimate> all =
        data.estimates().regression(used, machine, people, terms.covariates());
    for (int k = 0; k < all.size(); k++) {
      if (terms.names().get(k) == null) {
        continue;
      }
      int counted = 0;
      int codedRows = 0;
      int codedSo = 0;
      for (int i = 0; i < data.size(); i++) {
        if (terms.covariates()[i][k] != 0) {
          counted++;
          codedRows += data.design().isCoded(i) ? 1 : 0;
          codedSo += data.design().isCoded(i) && people[i] == 1 ? 1 : 0;
        }
      }
      CorrectedEstimate one = all.get(k);
      List<Object> cells = new ArrayList<>(List.of(measure, terms.names().get(k)));
      for (Interval interval : List.of(one.corrected(), one.uncorrected(), one.codedOnly())) {
        for (double value : new double[] {interval.estimate(), interval.low(), interval.high()}) {
          cells.add(ValidateCommand.rounded(share ? Math.max(0, Math.min(1, value)) : value));
        }
      }
      cells.add(ValidateCommand.rounded(one.trust()));
      cells.add(counted);
      cells.add(codedRows);
      cells.add(mean ? null : codedSo);
      cells.add(one.furtherRows().isPresent() ? (Object) one.furtherRows().getAsInt() : null);
      rows.add(cells);
    }
  }
}
