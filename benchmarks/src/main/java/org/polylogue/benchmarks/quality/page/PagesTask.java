package org.polylogue.benchmarks.quality.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.html.HtmlFormat;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * Scores the text that is taken out of web pages, on two public sets as their publishers lay them
 * out: {@code scrapinghub/article-extraction-benchmark} (a folder with {@code ground-truth.json}
 * and {@code html/ID.html.gz}; runs of four words, as its own script counts them) and the test
 * pages of {@code mozilla/readability} (folders with {@code source.html} and {@code expected.html};
 * words). A page that cannot be read counts as one without text.
 */
public final class PagesTask implements QualityTask {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final long SEED = 19;

  /** What the publisher of the first set gives for other tools: F1 and the share that is exact. */
  private static final String OTHERS =
      "published for others: rs_trafilatura .970, go_trafilatura .960, trafilatura .958,"
          + " newspaper4k .949, readability_js .947";

  /** For the list of tasks. */
  public PagesTask() {}

  /** Runs of words that are right, too many and missing, as shares of one page. */
  private record Score(String page, double right, double wrong, double missing, boolean exact) {

    double f1() {
      return right == 0 ? 0 : 2 * right / (2 * right + wrong + missing);
    }
  }

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new UnsupportedOperationException("pages are read by rules; there is nothing to train");
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    Path truth = request.gold().resolve("ground-truth.json");
    List<Score> scores = new ArrayList<>();
    if (Files.exists(truth)) {
      JsonNode pages = new ObjectMapper().readTree(truth.toFile());
      for (Map.Entry<String, JsonNode> page : pages.properties()) {
        Path html = request.gold().resolve("html").resolve(page.getKey() + ".html.gz");
        String expected = page.getValue().path("articleBody").asText();
        scores.add(score(page.getKey(), expected, text(html), 4));
      }
    } else {
      try (Stream<Path> folders = Files.list(request.gold())) {
        for (Path folder : (Iterable<Path>) folders.sorted()::iterator) {
          Path expected = folder.resolve("expected.html");
          if (Files.exists(expected)) {
            String words = Jsoup.parse(Files.readString(expected)).text();
            String read = text(folder.resolve("source.html"));
            scores.add(score(folder.getFileName().toString(), words, read, 1));
          }
        }
      }
    }
    if (scores.isEmpty()) {
      throw new IOException(
          request.gold()
              + ": neither ground-truth.json with html/ID.html.gz nor folders with source.html and"
              + " expected.html");
    }
    report(scores, request.errors(), out);
  }

  private static void report(List<Score> scores, int errors, PrintWriter out) {
    Score[] all = scores.toArray(Score[]::new);
    double[] each = scores.stream().mapToDouble(Score::f1).sorted().toArray();
    int[] every = IntStream.range(0, all.length).toArray();
    out.printf(
        Locale.ROOT,
        "%d pages: F1 %.3f, precision %.3f, recall %.3f, exact %.3f; by page: mean %.3f, median %.3f%n",
        all.length,
        f1(all, every),
        precision(all, every),
        recall(all, every),
        exact(all, every),
        scores.stream().mapToDouble(Score::f1).average().orElse(0),
        each[each.length / 2]);
    out.printf(
        "in 95 of 100 samples of these pages: F1 %s, precision %s, recall %s, exact %s%n",
        interval(all, PagesTask::f1),
        interval(all, PagesTask::precision),
        interval(all, PagesTask::recall),
        interval(all, PagesTask::exact));
    out.println(OTHERS);
    scores.stream()
        .sorted((one, other) -> Double.compare(one.f1(), other.f1()))
        .limit(errors)
        .forEach(
            score ->
                out.printf(
                    Locale.ROOT,
                    "%.3f %s: %.2f too much, %.2f missing%n",
                    score.f1(),
                    score.page(),
                    score.wrong(),
                    score.missing()));
  }

  private static String interval(Score[] scores, ToDoubleBiFunction<Score[], int[]> measure) {
    return Intervals.shown(
        Intervals.of(scores.length, some -> measure.applyAsDouble(scores, some), SEED));
  }

  private static double sum(Score[] scores, int[] some, ToDoubleFunction<Score> share) {
    return IntStream.of(some).mapToDouble(i -> share.applyAsDouble(scores[i])).sum();
  }

  private static double precision(Score[] scores, int[] some) {
    double right = sum(scores, some, Score::right);
    return right == 0 ? 0 : right / (right + sum(scores, some, Score::wrong));
  }

  private static double recall(Score[] scores, int[] some) {
    double right = sum(scores, some, Score::right);
    return right == 0 ? 0 : right / (right + sum(scores, some, Score::missing));
  }

  private static double f1(Score[] scores, int[] some) {
    double precision = precision(scores, some);
    double recall = recall(scores, some);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double exact(Score[] scores, int[] some) {
    return sum(scores, some, score -> score.exact() ? 1 : 0) / some.length;
  }

  private static String text(Path page) {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(new HtmlFormat()));
    try (Stream<ReadOutcome> outcomes = reader.read(page)) {
      return outcomes
          .filter(outcome -> outcome instanceof ReadOutcome.Read)
          .map(outcome -> ((ReadOutcome.Read) outcome).conversation().article().text())
          .findFirst()
          .orElse("");
    }
  }

  private static Score score(String page, String expected, String read, int length) {
    List<String> wanted = words(expected);
    List<String> got = words(read);
    Map<List<String>, Integer> runs = new HashMap<>();
    runs(wanted, length).forEach(run -> runs.merge(run, 1, Integer::sum));
    double right = 0;
    double wrong = 0;
    for (List<String> run : runs(got, length)) {
      int left = runs.getOrDefault(run, 0);
      right += left > 0 ? 1 : 0;
      wrong += left > 0 ? 0 : 1;
      runs.put(run, Math.max(0, left - 1));
    }
    double missing = runs.values().stream().mapToInt(Integer::intValue).sum();
    double all = Math.max(1, right + wrong + missing);
    return new Score(page, right / all, wrong / all, missing / all, wanted.equals(got));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<List<String>> runs(List<String> words, int length) {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; !words.isEmpty() && i < Math.max(1, words.size() - length + 1); i++) {
      runs.add(words.subList(i, Math.min(words.size(), i + length)));
    }
    return runs;
  }
}
