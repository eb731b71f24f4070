package org.polylogue.samples.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.lexis.topic.Coherence;
import org.polylogue.lexis.topic.Covariates;
import org.polylogue.lexis.topic.DocumentCompletion;
import org.polylogue.lexis.topic.Lda;
import org.polylogue.lexis.topic.Prevalence;
import org.polylogue.lexis.topic.SeedTopic;
import org.polylogue.lexis.topic.TopicModel;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.text.Passage;
import picocli.CommandLine;

/** {@code polylogue topics}. */
@CommandLine.Command(
    name = "topics",
    description = "Finds what texts are about, and whose texts are about it how much.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Prints a row for each topic; --out DIR writes it with its words, its texts, "
          + "its share by each --by FACT with 95 %% intervals, and figures. First choose "
          + "how many with --choose: a greater heldout is better, then coherence. See "
          + "docs/topics.md.",
      "",
      "Example: polylogue topics results --slice voice=source --unit quotation"
          + " --topics 30 --by party --by date.7 --out topics"
    })
public final class TopicsCommand implements Callable<Integer> {

  private static final Pattern TIME = Pattern.compile("\\d{4}(-\\d\\d){0,2}");
  private static final double LEVEL = 0.95;
  private static final int DRAWS = 500;
  private static final int COHERENT = 10;
  private static final int MOST_GROUPS = 50;
  private static final int BEGINNING = 40;

  @CommandLine.Mixin private TextOptions texts = TextOptions.ofTellingWords();

  @CommandLine.Option(
      names = "--topics",
      paramLabel = "K",
      description = "How many topics, 20 by default.")
  private int topics = 20;

  @CommandLine.Option(
      names = "--choose",
      split = ",",
      paramLabel = "K,K",
      description = "Try these numbers of topics and print how good each is.")
  private List<Integer> choices = List.of();

  @CommandLine.Option(
      names = "--seed-words",
      paramLabel = "FILE",
      description =
          "Topics that are known: a name, a tab and words in each line; * ends the beginning of a"
              + " word.")
  private Path seedWords;

  @CommandLine.Option(
      names = "--by",
      paramLabel = "FACT",
      description =
          "Shares of topics by a fact about texts, such as outlet, party or date.7 (months); can be"
              + " given several times.")
  private List<String> by = List.of();

  @CommandLine.Option(
      names = "--number",
      paramLabel = "FACT",
      description = "A fact that is a number, such as score, beside those of --by.")
  private List<String> numbers = List.of();

  @CommandLine.Option(
      names = "--words",
      paramLabel = "N",
      description = "Words shown of each topic, 10 by default.")
  private int words = 10;

  @CommandLine.Option(
      names = "--sweeps",
      paramLabel = "N",
      description = "How often the topic of every word is drawn, 1000 by default.")
  private int sweeps = 1000;

  @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Seed, 1 by default.")
  private long seed = 1;

  @CommandLine.Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads, as many as processors by default; results do not depend on them.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables and figures; made if missing.")
  private Path out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public TopicsCommand() {}

  @Override
  public Integer call() throws IOException {
    texts.read(spec);
    FeatureMatrix counts = texts.matrix();
    try {
      if (!choices.isEmpty()) {
        choose(counts);
      } else {
        model(counts);
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return texts.exitCode();
  }

  private Lda lda(FeatureMatrix counts, int k) throws IOException {
    List<SeedTopic> known = new ArrayList<>();
    if (seedWords != null) {
      for (Map.Entry<String, String> entry : TextOptions.named(seedWords, "words").entrySet()) {
        TreeSet<Integer> columns =
            TextOptions.columns(counts, List.of(entry.getValue().split("\\s+")));
        if (columns.isEmpty()) {
          throw new CommandFailure(
              "no seed word of " + entry.getKey() + " is counted: " + entry.getValue());
        }
        known.add(new SeedTopic(entry.getKey(), List.copyOf(columns)));
      }
    }
    return Lda.of(k)
        .withSweeps(sweeps, Math.max(1, Math.min(10, sweeps / 5)))
        .withSeed(seed)
        .withThreads(threads)
        .withSeedTopics(known);
  }

  private void choose(FeatureMatrix counts) throws IOException {
    DocumentCompletion aside = DocumentCompletion.of(counts.counts(), seed);
    Coherence coherence = Coherence.of(counts.counts());
    TableOptions table = new TableOptions();
    List<List<Object>> rows = new ArrayList<>();
    for (int k : choices) {
      TopicModel model = lda(counts, k).fit(aside.training());
      Interval foreseen = aside.logLikelihood(model, Resampling.of(DRAWS, seed), LEVEL);
      double npmi = 0;
      double mimno = 0;
      for (int topic = 0; topic < k; topic++) {
        int[] top = model.topWords(topic, COHERENT);
        npmi += top.length < 2 ? 0 : coherence.npmi(top) / k;
        mimno += top.length < 2 ? 0 : coherence.mimno(top) / k;
      }
      rows.add(List.of(k, foreseen.estimate(), foreseen.low(), foreseen.high(), npmi, mimno));
    }
    List<String> columns = List.of("topics", "heldout", "low", "high", "npmi", "coherence");
    if (out == null) {
      table.print(spec, columns, TableOptions.of(rows), "");
      return;
    }
    try (OutputFolder folder = OutputFolder.open(out)) {
      write(folder, "choices.csv", columns, rows);
      finish(folder, counts, Map.of("texts", counts.counts().rows()));
    }
    table.print(spec, columns, TableOptions.of(rows), "");
  }

  private void model(FeatureMatrix counts) throws IOException {
    CountRows rows = counts.counts();
    TopicModel model = lda(counts, topics).fit(rows, groups(counts));
    List<String> names = names(counts, model);
    List<List<Object>> table = topicRows(counts, model, names);
    List<String> columns = List.of("topic", "name", "share", "npmi", "words", "frex");
    new TableOptions().print(spec, columns, TableOptions.of(table), "no topic");
    if (out == null) {
      return;
    }
    Prevalence prevalence = Prevalence.of(model, counts.articles(), LEVEL);
    try (OutputFolder folder = OutputFolder.open(out)) {
      write(folder, "topics.csv", columns, table);
      words(folder, counts, model);
      texts(folder, counts, model);
      List<List<Object>> shares = new ArrayList<>();
      for (String fact : by) {
        List<Prevalence.Effect> means = prevalence.means(counts.facts(fact));
        for (Prevalence.Effect effect : means) {
          shares.add(row(effect, names, fact, effect.name()));
        }
        figure(folder, names, fact, means);
      }
      if (!by.isEmpty()) {
        List<String> header =
            List.of("topic", "name", "fact", "value", "texts", "share", "low", "high");
        write(folder, "prevalence.csv", header, shares);
      }
      if (!by.isEmpty() || !numbers.isEmpty()) {
        List<List<Object>> effects = new ArrayList<>();
        for (Prevalence.Effect effect : prevalence.effects(covariates(counts))) {
          effects.add(row(effect, names, effect.name(), null));
        }
        List<String> header =
            List.of("topic", "name", "covariate", "texts", "effect", "low", "high");
        write(folder, "effects.csv", header, effects);
      }
      finish(
          folder,
          counts,
          Map.of("texts", rows.rows(), "words", rows.columns(), "topics", model.topics()));
    }
  }

  private static void figure(
      OutputFolder folder, List<String> names, String fact, List<Prevalence.Effect> means)
      throws IOException {
    Writer file = folder.file("prevalence-" + fact.replaceAll("[^A-Za-z0-9.-]", "_") + ".svg");
    String title = "Share of topics by " + fact;
    List<Figure.Row> rows =
        means.stream()
            .map(mean -> new Figure.Row(names.get(mean.topic()), mean.name(), share(mean)))
            .toList();
    boolean times = means.stream().allMatch(mean -> TIME.matcher(mean.name()).matches());
    long values = means.stream().map(Prevalence.Effect::name).distinct().count();
    if (times && values > 2) {
      Figure.series(file, title, rows);
    } else {
      Figure.intervals(file, title, "mean share of a text, with intervals of 95 %", rows);
    }
  }

  /** Bounds of few texts may lie beyond what a share can be. */
  private static Interval share(Prevalence.Effect mean) {
    Interval interval = mean.interval();
    return new Interval(
        interval.estimate(),
        Math.max(0, interval.low()),
        Math.min(1, interval.high()),
        interval.level());
  }

  /** Texts with the same value of the first fact share a prior, if it has few values. */
  private int[] groups(FeatureMatrix counts) {
    int[] groups = new int[counts.counts().rows()];
    if (by.isEmpty() || groups.length == 0) {
      return groups;
    }
    Map<String, List<Integer>> values = counts.groups(by.get(0));
    int group = values.size() > MOST_GROUPS ? 0 : 1;
    for (List<Integer> rows : values.values()) {
      for (int row : rows) {
        groups[row] = group;
      }
      group += group > 0 ? 1 : 0;
    }
    return groups;
  }

  private Covariates covariates(FeatureMatrix counts) {
    Covariates.Builder covariates = Covariates.builder(counts.counts().rows());
    for (String fact : by) {
      // what all texts share explains nothing
      if (counts.groups(fact).size() > 1) {
        covariates.factor(fact, counts.facts(fact));
      }
    }
    for (String fact : numbers) {
      covariates.number(
          fact, counts.facts(fact).stream().mapToDouble(value -> number(fact, value)).toArray());
    }
    return covariates.build();
  }

  private static double number(String fact, String value) {
    try {
      return value == null ? Double.NaN : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          fact + " has a value that is no number, " + value + "; give it with --by", e);
    }
  }

  private static List<String> names(FeatureMatrix counts, TopicModel model) {
    return IntStream.range(0, model.topics())
        .mapToObj(t -> model.name(t).orElseGet(() -> joined(counts, model.frexWords(t, 3, 0.5))))
        .toList();
  }

  private static String joined(FeatureMatrix counts, int[] columns) {
    return Arrays.stream(columns).mapToObj(counts.features()::get).collect(Collectors.joining(" "));
  }

  private List<List<Object>> topicRows(FeatureMatrix counts, TopicModel model, List<String> names) {
    Coherence coherence = Coherence.of(counts.counts());
    double[] shares = model.prevalence();
    List<List<Object>> rows = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      int[] top = model.topWords(topic, COHERENT);
      rows.add(
          Arrays.asList(
              topic + 1,
              names.get(topic),
              shares[topic],
              top.length < 2 ? null : coherence.npmi(top),
              joined(counts, model.topWords(topic, words)),
              joined(counts, model.frexWords(topic, words, 0.5))));
    }
    return rows;
  }

  private void words(OutputFolder folder, FeatureMatrix counts, TopicModel model)
      throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      int rank = 0;
      for (int column : model.topWords(topic, 100)) {
        rank++;
        double probability = model.probability(topic, column);
        rows.add(
            List.of(topic + 1, "probability", rank, counts.features().get(column), probability));
      }
      rank = 0;
      for (int column : model.frexWords(topic, 100, 0.5)) {
        rank++;
        double probability = model.probability(topic, column);
        rows.add(List.of(topic + 1, "frex", rank, counts.features().get(column), probability));
      }
    }
    write(folder, "topic_words.csv", List.of("topic", "by", "rank", "word", "probability"), rows);
  }

  private static void texts(OutputFolder folder, FeatureMatrix counts, TopicModel model)
      throws IOException {
    List<List<Object>> behind = new ArrayList<>();
    List<String> slices = counts.facts("slice");
    List<List<TopicModel.Text>> best = model.texts(10, 5);
    double[] usual = model.prevalence();
    for (int topic = 0; topic < best.size(); topic++) {
      int rank = 0;
      for (TopicModel.Text text : best.get(topic)) {
        if (text.share() < usual[topic]) {
          break;
        }
        rank++;
        List<Object> row = new ArrayList<>(List.of(topic + 1, rank, slices.get(text.row())));
        row.addAll(place(counts, text.row()));
        row.addAll(List.of(text.share(), counts.beginning(text.row(), BEGINNING)));
        behind.add(row);
      }
    }
    write(
        folder,
        "topic_texts.csv",
        List.of("topic", "rank", "slice", "unit", "document", "start", "end", "share", "beginning"),
        behind);
    CsvTable all =
        new CsvTable(
            folder.file("text_topics.csv"),
            false,
            "slice",
            "unit",
            "document",
            "start",
            "end",
            "words",
            "topic",
            "share");
    for (int row = 0; row < model.rows(); row++) {
      List<Object> place = place(counts, row);
      double[] shares = model.shares(row);
      for (int topic = 0; topic < shares.length; topic++) {
        List<Object> cells = new ArrayList<>(List.of(slices.get(row)));
        cells.addAll(place);
        cells.addAll(List.of(model.tokens(row), topic + 1, shares[topic]));
        all.row(cells.toArray());
      }
    }
  }

  /** The unit and, if it stands in one place, its document and offsets. */
  private static List<Object> place(FeatureMatrix counts, int row) {
    Optional<Passage> passage = counts.passage(row);
    return Arrays.asList(
        counts.name(row),
        passage.map(Passage::documentId).orElse(null),
        passage.map(at -> at.span().start()).orElse(null),
        passage.map(at -> at.span().end()).orElse(null));
  }

  private static List<Object> row(
      Prevalence.Effect effect, List<String> names, String first, String second) {
    Interval interval = effect.interval();
    List<Object> row = new ArrayList<>(List.of(effect.topic() + 1, names.get(effect.topic())));
    row.add(first);
    if (second != null) {
      row.add(second);
    }
    row.add(effect.texts());
    row.add(interval.estimate());
    row.add(Double.isNaN(interval.low()) ? null : interval.low());
    row.add(Double.isNaN(interval.high()) ? null : interval.high());
    return row;
  }

  private static void write(
      OutputFolder folder, String name, List<String> columns, List<List<Object>> rows)
      throws IOException {
    CsvTable table = new CsvTable(folder.file(name), false, columns.toArray(String[]::new));
    for (List<Object> row : rows) {
      table.row(row.toArray());
    }
  }

  private void finish(OutputFolder folder, FeatureMatrix counts, Map<String, Object> sums)
      throws IOException {
    CommandManifest.of(spec).write(folder, sums);
    folder.publish();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d texts, %d words: %s%n",
            counts.counts().rows(),
            counts.features().size(),
            out);
  }
}
