package org.polylogue.benchmarks.quality.sentiment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.LinearTrainer;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.lexis.resampling.Interval;

/**
 * The tone of sentences of editorials, on the ratings of Hutto and Gilbert. Where the gold path is
 * the folder that holds both {@code nyt-editorial-sentiment} and {@code newsmtsc}, training takes
 * the training sentences of the latter as weak ratings beside; the shipped model is made so.
 */
public final class SentenceSentimentTask implements QualityTask {

  private static final LinearTrainer TRAINER =
      new LinearTrainer(LinearTrainer.Solver.REGRESSION, 0.05, 2, false);
  private static final List<String> CLASSES = List.of("negative", "neutral", "positive");
  private static final double CUT = 0.05;
  private static final long SEED = 1;

  /** For the list of tasks. */
  public SentenceSentimentTask() {}

  @Override
  public String name() {
    return "sentence-sentiment";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    Path file = ratings(request.gold());
    Annotations annotations = new Annotations();
    List<SentenceGold> gold = SentenceGold.read(file, annotations);
    ValenceLexicon lexicon = ValenceLexicon.shipped();
    double[] truth = gold.stream().mapToDouble(SentenceGold::rating).toArray();
    double[] answers =
        request.folds().isPresent()
            ? crossValidated(gold, weak(request.gold(), annotations), request.folds().getAsInt())
            : scores(gold, SentenceSentiment.shipped());
    double[] rules = scores(gold, SentenceSentiment.rules(lexicon));
    out.println("sentence-sentiment: " + file.getFileName() + ", " + gold.size() + " sentences");
    out.println("                                   Pearson r, 95 %");
    String how =
        request.folds().isPresent()
            ? request.folds().getAsInt() + "-fold by article"
            : "shipped model";
    double[] encoded = encoded(gold);
    printCorrelation("Polylogue, lean, " + how, truth, answers, out);
    printCorrelation("Polylogue, encoder", truth, encoded, out);
    printCorrelation("sum of valences, VADER's scale", truth, rules, out);
    out.println(
        "measured elsewhere, editorials, odd articles: VADER .496, n-grams .36, n-grams + VADER .56;");
    out.println("  all articles: VADER .509, one human rater .745");
    out.println(
        "                                   macro F1, 95 %     accuracy  F1 -   F1 0   F1 +");
    Confusion found = Confusion.of(CLASSES, signs(truth), signs(answers));
    found.printRow("Polylogue, lean, " + how, out);
    Confusion.of(CLASSES, signs(truth), signs(encoded)).printRow("Polylogue, encoder", out);
    Confusion.of(CLASSES, signs(truth), signs(rules))
        .printRow("sum of valences, VADER's scale", out);
    found.majority().printRow("commonest class", out);
    Confusion.of(CLASSES, signs(truth), signs(new double[truth.length]))
        .printRow("always neutral", out);
    found.printMatrix(out);
    printErrors(gold, answers, request.errors(), out);
    if (request.predictions().isPresent()) {
      double[] written = request.folds().isPresent() ? answers : encoded;
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < answers.length; i++) {
        rows.append(
            String.format(Locale.ROOT, "%s\t%.4f%n", gold.get(i).id(), written[i] + 0.0)
                .replace("\r", ""));
      }
      Files.writeString(request.predictions().get(), rows, StandardCharsets.UTF_8);
    }
  }

  private static double[] scores(List<SentenceGold> gold, SentenceSentiment worker) {
    return gold.stream()
        .mapToDouble(row -> worker.judge(row.sentences()).map(ToneJudgement::score).orElse(0.0))
        .toArray();
  }

  private static double[] encoded(List<SentenceGold> gold) {
    try (EncoderJudges judges = EncoderJudges.shipped()) {
      return gold.stream().mapToDouble(row -> judges.encoder().read(row.text()).score()).toArray();
    }
  }

  private static double[] crossValidated(
      List<SentenceGold> gold, List<SentenceGold> weak, int folds) {
    List<Integer> articles = gold.stream().map(SentenceGold::article).distinct().sorted().toList();
    double[] answers = new double[gold.size()];
    for (int fold = 0; fold < folds; fold++) {
      List<SentenceGold> rest = new ArrayList<>(weak);
      List<SentenceGold> held = new ArrayList<>();
      for (SentenceGold row : gold) {
        (articles.indexOf(row.article()) % folds == fold ? held : rest).add(row);
      }
      double[] scores = scores(held, SentenceSentiment.of(ValenceLexicon.shipped(), model(rest)));
      int next = 0;
      for (int i = 0; i < answers.length; i++) {
        if (articles.indexOf(gold.get(i).article()) % folds == fold) {
          answers[i] = scores[next++];
        }
      }
    }
    return answers;
  }

  private static LinearModel model(List<SentenceGold> gold) {
    SentenceSentiment rules = SentenceSentiment.rules(ValenceLexicon.shipped());
    List<FeatureVector> features =
        gold.stream().map(row -> rules.features(row.sentences())).toList();
    return TRAINER.regression(
        features, gold.stream().mapToDouble(SentenceGold::rating).toArray(), "score");
  }

  private static Path ratings(Path gold) throws IOException {
    Path folder = gold.resolve("nyt-editorial-sentiment");
    return GoldFile.find(Files.isDirectory(folder) ? folder : gold, ".tsv", false);
  }

  private static List<SentenceGold> weak(Path gold, Annotations annotations) throws IOException {
    Path folder = gold.resolve("newsmtsc");
    return Files.isDirectory(folder)
        ? SentenceGold.ofTargets(GoldFile.find(folder, ".jsonl", true), annotations)
        : List.of();
  }

  private static List<String> signs(double[] scores) {
    return Arrays.stream(scores)
        .mapToObj(s -> CLASSES.get(s > CUT ? 2 : s < -CUT ? 0 : 1))
        .toList();
  }

  private static void printCorrelation(
      String name, double[] truth, double[] answers, PrintWriter out) {
    Interval interval =
        Intervals.of(
            truth.length,
            drawn ->
                pearson(
                    IntStream.of(drawn).mapToDouble(i -> truth[i]).toArray(),
                    IntStream.of(drawn).mapToDouble(i -> answers[i]).toArray()),
            SEED);
    out.printf(
        Locale.ROOT,
        "%-34s %.3f  %.3f-%.3f%n",
        name,
        interval.estimate(),
        interval.low(),
        interval.high());
  }

  /** Pearson's r; 0 where one side does not vary. */
  static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  private static void printErrors(
      List<SentenceGold> gold, double[] answers, int most, PrintWriter out) {
    IntStream.range(0, answers.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(answers[i] - gold.get(i).rating())))
        .limit(most)
        .forEach(
            i ->
                out.printf(
                    Locale.ROOT,
                    "%+.2f taken for %+.2f: %s%n",
                    gold.get(i).rating(),
                    answers[i],
                    gold.get(i).text()));
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    Annotations annotations = new Annotations();
    List<SentenceGold> rows = new ArrayList<>(weak(gold, annotations));
    rows.addAll(SentenceGold.read(ratings(gold), annotations));
    LinearModel trained = model(rows);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.println(
        "sentence-sentiment: "
            + rows.size()
            + " sentences, "
            + trained.size()
            + " features, "
            + Files.size(model)
            + " bytes");
  }
}
