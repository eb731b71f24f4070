package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.association.Correction;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.keyness.Keyness;
import org.polylogue.lexis.keyness.Keyword;
import org.polylogue.lexis.keyness.LogOdds;
import org.polylogue.lexis.slice.FrequencyList;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import picocli.CommandLine;

/** {@code polylogue keyness}. */
@CommandLine.Command(
    name = "keyness",
    description =
        "Lists the words that mark a slice against another, or groups against each other.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Columns: g2 log-likelihood, p its probability, corrected p for many tests, "
          + "logratio and the other effect sizes over 0 (odds ratio over 1) for words of "
          + "the target, z of the weighted log-odds of Monroe, Colaresi and Quinn (2008).",
      "",
      "Example: polylogue keyness results --target voice=source,party=Concord "
          + "--reference voice=source,party!=Concord"
    })
public final class KeynessCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "group",
          "word",
          "target",
          "reference",
          "target-pm",
          "reference-pm",
          "target-range",
          "reference-range",
          "g2",
          "chi2",
          "p",
          "corrected",
          "logratio",
          "diff%",
          "oddsratio",
          "diffcoefficient",
          "z");

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.ArgGroup(multiplicity = "1")
  private Sides sides;

  @CommandLine.Option(
      names = "--reference",
      paramLabel = "SLICE",
      description =
          "What the target is compared with; default: all the rest. Words of the target are left"
              + " out of it.")
  private String reference;

  @CommandLine.Option(
      names = "--reference-list",
      paramLabel = "FILE",
      description = "A word list to compare with instead: a word, a tab and a count on each line.")
  private Path list;

  @CommandLine.Mixin private CountOptions count;

  @CommandLine.Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Least count in target and reference together, 5 by default.")
  private int minimumCount = 5;

  @CommandLine.Option(
      names = "--min-range",
      paramLabel = "N",
      description = "Least number of documents with the word.")
  private int minimumRange;

  @CommandLine.Option(
      names = "--test",
      paramLabel = "TEST",
      description = "Where p comes from: ${COMPLETION-CANDIDATES}; LOG_LIKELIHOOD by default.")
  private Keyness.Test test = Keyness.Test.LOG_LIKELIHOOD;

  @CommandLine.Option(
      names = "--correction",
      paramLabel = "KIND",
      description = "For many tests: ${COMPLETION-CANDIDATES}; BENJAMINI_HOCHBERG by default.")
  private Correction correction = Correction.BENJAMINI_HOCHBERG;

  @CommandLine.Option(
      names = "--max-p",
      paramLabel = "P",
      description = "Greatest corrected p that is listed; 1 (default) lists all.")
  private double maximumProbability = 1;

  @CommandLine.Option(
      names = "--prior",
      paramLabel = "WORDS",
      description = "How many words of evidence the prior of log-odds is worth, 500 by default.")
  private double prior = 500;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Mixin private PlotOptions plot;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private static final class Sides {
    @CommandLine.Option(
        names = "--target",
        paramLabel = "SLICE",
        description = "The words that are looked at.")
    private String target;

    @CommandLine.Option(
        names = {"--by", "--groups"},
        paramLabel = "FACT",
        description =
            "Compare the groups of documents (or of speakers of quotations) with each value of a"
                + " fact, such as outlet or party, each with all others.")
    private String by;
  }

  /** The command. */
  public KeynessCommand() {}

  @Override
  public Integer call() throws IOException {
    CorpusIndex corpus = inputs.read(spec);
    count.attribute(corpus.index());
    List<List<Object>> rows = new ArrayList<>();
    String none;
    try {
      none = sides.by == null ? pair(corpus.index(), rows) : groups(corpus.index(), rows);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    List<String> columns = sides.by == null ? COLUMNS.subList(1, COLUMNS.size()) : COLUMNS;
    output.print(spec, columns, TableOptions.of(rows), none);
    plot.draw("Key words", "z of the weighted log-odds, to the right for the target", figure(rows));
    return LexisInputs.exitCode(corpus);
  }

  /** The words with the least and the greatest z of each group. */
  private List<Figure.Row> figure(List<List<Object>> rows) {
    Map<String, List<Figure.Row>> groups = new LinkedHashMap<>();
    for (List<Object> row : rows) {
      String group = sides.by == null ? "" : (String) row.get(0);
      Double z = (Double) row.get(row.size() - 1);
      if (z != null) {
        groups
            .computeIfAbsent(group, unseen -> new ArrayList<>())
            .add(Figure.Row.of(group, (String) row.get(sides.by == null ? 0 : 1), z));
      }
    }
    List<Figure.Row> figure = new ArrayList<>();
    groups.values().forEach(all -> figure.addAll(PlotOptions.ends(all)));
    return figure;
  }

  private String pair(TokenIndex index, List<List<Object>> rows) throws IOException {
    Subcorpus target = LexisInputs.subcorpus(index, sides.target);
    FrequencyList first = target.frequencies(count.attribute(), true);
    FrequencyList second;
    if (list != null) {
      second = FrequencyList.read(list);
    } else {
      Subcorpus other = LexisInputs.subcorpus(index, reference).minus(target);
      second = other.frequencies(count.attribute(), true);
    }
    add("", keyness().compare(first, second), first, second, rows);
    if (first.total() == 0) {
      return LexisInputs.none(target, sides.target, "the target holds no word");
    }
    return second.total() == 0
        ? "the reference holds no word outside the target"
        : "no word is frequent enough to be compared";
  }

  private String groups(TokenIndex index, List<List<Object>> rows) {
    Map<String, FrequencyList> lists = new LinkedHashMap<>();
    LexisInputs.groups(Subcorpus.all(index), sides.by)
        .forEach((value, part) -> lists.put(value, part.frequencies(count.attribute(), true)));
    Map<String, List<Keyword>> found = keyness().compareGroups(lists);
    found.forEach(
        (name, keywords) -> {
          FrequencyList rest = FrequencyList.of(Map.of());
          for (Map.Entry<String, FrequencyList> other : lists.entrySet()) {
            rest = other.getKey().equals(name) ? rest : rest.plus(other.getValue());
          }
          add(name, keywords, lists.get(name), rest, rows);
        });
    return "no word is frequent enough to be compared";
  }

  private Keyness keyness() {
    return Keyness.standard()
        .withTest(test)
        .withCorrection(correction)
        .withMinimumCount(minimumCount)
        .withMinimumRange(minimumRange);
  }

  private void add(
      String group,
      List<Keyword> keywords,
      FrequencyList target,
      FrequencyList reference,
      List<List<Object>> rows) {
    if (keywords.isEmpty()) {
      return;
    }
    Map<String, Double> z = new HashMap<>();
    LogOdds.withPrior(target.plus(reference), prior)
        .compare(target, reference)
        .forEach(weighted -> z.put(weighted.word(), weighted.z()));
    for (Keyword k : keywords) {
      if (k.corrected() <= maximumProbability) {
        Contingency t = k.table();
        List<Object> row = new ArrayList<>(group.isEmpty() ? List.of() : List.of(group));
        row.addAll(
            Arrays.asList(
                k.word(),
                t.o11(),
                t.o21(),
                k.targetPerMillion(),
                k.referencePerMillion(),
                k.targetRange(),
                k.referenceRange(),
                t.logLikelihood(),
                t.chiSquared(),
                k.probability(),
                k.corrected(),
                t.logRatio(),
                t.percentDifference(),
                t.oddsRatio(),
                t.differenceCoefficient(),
                z.get(k.word())));
        rows.add(row);
      }
    }
  }
}
