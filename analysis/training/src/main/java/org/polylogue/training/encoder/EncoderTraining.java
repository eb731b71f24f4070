package org.polylogue.training.encoder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.encoder.Weights;
import org.polylogue.encoder.WordPieces;
import org.polylogue.text.Span;

/** Trains the weights that the judges on the encoder ship with. */
public final class EncoderTraining {

  private static final Set<String> HELD_THREADS =
      Set.of("05", "09", "24", "29", "41", "48", "105", "112", "121");
  private static final Set<String> HELD_RUMOURS =
      Set.of("prince-toronto", "putinmissing", "ebola-essien");
  private static final Map<String, Integer> QUARTERS =
      Map.of(
          "natural tone", 8,
          "natural tone, own", 6,
          "tweets", 2,
          "rumours", 3,
          "perspectives", 3,
          "replies", 3,
          "threads", 6,
          "invented pairs", 8);
  private static final int HELD = 8;

  private final GoldExamples examples;
  private final Path gold;
  private final Path own;

  /**
   * With gold data.
   *
   * @param gold the folder of the public sets
   * @param own the folder of the project's own sets
   * @param sentences cuts an article into sentences
   */
  public EncoderTraining(Path gold, Path own, Function<String, List<Span>> sentences) {
    examples = new GoldExamples(WordPieces.shipped(), sentences);
    this.gold = gold;
    this.own = own;
  }

  /**
   * How to train.
   *
   * @param epochs how often each set is read
   * @param rate the highest learning rate
   * @param pieces how many pieces a step reads
   * @param stance whether stance is trained beside tone
   * @param frozen how many layers from below are left as they are
   * @param seed of order and dropout
   */
  public record Plan(int epochs, float rate, int pieces, boolean stance, int frozen, long seed) {}

  /**
   * Trains, and prints what the weights are worth on what was held out.
   *
   * @param plan how
   * @param before weights to go on from; empty to begin with the published encoder
   * @param weights the file to write
   * @param out takes the course and the scores
   * @throws IOException if a set cannot be read or the file not be written
   */
  public void train(Plan plan, Optional<Weights> before, Path weights, PrintWriter out)
      throws IOException {
    List<List<Example>> epochs = new ArrayList<>();
    List<Example> all = new ArrayList<>();
    Map<String, List<Example>> sets = tones(true);
    if (plan.stance()) {
      sets.putAll(stances(true));
    }
    sets.forEach(
        (name, set) -> {
          out.printf(
              Locale.ROOT,
              "%-28s %6d texts %8d pieces%n",
              name,
              set.size(),
              set.stream().mapToInt(e -> e.reading().size()).sum());
          int quarters = quarters(name);
          for (int i = 0; i < set.size() * quarters / 4; i++) {
            all.add(set.get(i * 4 / Math.min(4, quarters) % set.size()));
          }
        });
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      epochs.add(all);
    }
    out.flush();
    try (FineTuner tuner =
        new FineTuner(
            new FineTuner.Settings(
                plan.rate(), plan.rate() * 10, plan.pieces(), 0.1f, plan.frozen(), plan.seed()),
            before)) {
      tuner.train(epochs, out, weights);
      try (OutputStream file = Files.newOutputStream(weights)) {
        tuner.weights().write(file);
      }
      Map<String, List<Example>> held = tones(false);
      if (plan.stance()) {
        held.putAll(stances(false));
      }
      for (Map.Entry<String, List<Example>> set : held.entrySet()) {
        score(set.getKey(), set.getValue(), tuner, out);
      }
    }
  }

  /** How often an epoch reads a set, in quarters: rare and ordinary texts more often. */
  private static int quarters(String name) {
    return QUARTERS.getOrDefault(name, 4);
  }

  private Map<String, List<Example>> tones(boolean training) throws IOException {
    Predicate<String> kept = id -> Math.floorMod(spread(id), HELD) != 0 == training;
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    sets.put(
        "newsmtsc",
        examples.newsMtsc(
            gold.resolve("newsmtsc/" + (training ? "train" : "devtest_rw") + ".jsonl")));
    Path dev = gold.resolve("polnear/dev/text");
    Path texts = gold.resolve("polnear/train/text");
    Path table = gold.resolve("natural/tone-train.tsv");
    if (!training) {
      Path judged = gold.resolve("natural/tone-dev.tsv");
      sets.put("natural tone, dev", examples.natural(judged, dev, file -> true));
    }
    sets.put("natural tone", examples.natural(table, texts, kept));
    if (Files.exists(own.resolve("polnear-tone.tsv"))) {
      sets.put("natural tone, own", examples.natural(own.resolve("polnear-tone.tsv"), texts, kept));
    }
    if (Files.exists(own.resolve("tone-targets.tsv"))) {
      sets.put("invented targets", examples.targets(own.resolve("tone-targets.tsv"), kept));
    }
    sets.put(
        "editorials",
        examples.editorials(gold.resolve("nyt-editorial-sentiment/odd-articles.tsv"), kept));
    if (Files.exists(own.resolve("tone-sentences.tsv"))) {
      if (training) {
        sets.put("invented sentences", examples.scored(own.resolve("tone-sentences.tsv"), kept));
      } else {
        sets.put(
            "invented headlines",
            examples.scored(own.resolve("tone-sentences.tsv"), kept.and(id -> id.startsWith("h"))));
        sets.put(
            "invented sentences, other",
            examples.scored(
                own.resolve("tone-sentences.tsv"), kept.and(id -> !id.startsWith("h"))));
      }
    }
    sets.put("tweets", examples.semEval(gold.resolve("semeval2016-stance/train.csv"), kept, false));
    return sets;
  }

  private Map<String, List<Example>> stances(boolean training) throws IOException {
    Predicate<String> kept = id -> Math.floorMod(spread(id), HELD) != 0 == training;
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    Path threads = gold.resolve("natural/threads");
    Predicate<String> thread = name -> HELD_THREADS.contains(name) != training;
    Path invented = own.resolve("threads");
    if (training) {
      sets.put("threads", examples.threads(threads, thread, Optional.empty()));
      if (Files.exists(invented)) {
        sets.put("threads, own", examples.threads(invented, thread, Optional.empty()));
      }
    } else {
      for (Relation relation : List.of(Relation.ARTICLE, Relation.PARENT, Relation.ACTOR)) {
        sets.put("threads " + relation, examples.threads(threads, thread, Optional.of(relation)));
      }
    }
    sets.put(
        "rumours",
        examples.rumours(
            gold.resolve("rumoureval-2017/threads.jsonl"),
            topic -> HELD_RUMOURS.contains(topic) != training));
    sets.put(
        "perspectives",
        examples.perspectives(
            gold.resolve("perspectrum/claims.jsonl"),
            training ? "train" : "dev",
            training ? 3 : 0));
    sets.put(
        "replies",
        examples.replies(gold.resolve("reply-agreement/SubReddit-MaskMandate.csv"), kept));
    sets.put(
        "stance of tweets",
        examples.semEval(gold.resolve("semeval2016-stance/train.csv"), kept, true));
    if (Files.exists(own.resolve("stance-pairs.tsv"))) {
      sets.put("invented pairs", examples.coded(own.resolve("stance-pairs.tsv"), kept));
    }
    return sets;
  }

  /** The hash of a string with its bits mixed, so that neighbours part. */
  private static int spread(String id) {
    int hash = id.hashCode() * 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }

  private static void score(String name, List<Example> set, FineTuner tuner, PrintWriter out) {
    float[][] outputs = tuner.outputs(set);
    List<Example.Answer> answers = set.stream().flatMap(e -> e.answers().stream()).toList();
    for (Head head : Head.values()) {
      List<double[]> pairs = new ArrayList<>();
      int classes = head.classes().size();
      for (int i = 0; i < outputs.length; i++) {
        if (answers.get(i).head() == head) {
          int best = 0;
          for (int c = 1; c < classes; c++) {
            if (outputs[i][head.first() + c] > outputs[i][head.first() + best]) {
              best = c;
            }
          }
          pairs.add(
              new double[] {
                answers.get(i).value(), classes == 1 ? outputs[i][head.first()] : best
              });
        }
      }
      if (!pairs.isEmpty()) {
        out.printf(
            Locale.ROOT,
            "%-28s %-10s %5d  %s%n",
            name,
            head,
            pairs.size(),
            classes == 1 ? "r " + pearson(pairs) : scores(pairs, classes));
      }
    }
    out.flush();
  }

  private static String scores(List<double[]> pairs, int classes) {
    double sum = 0;
    int present = 0;
    StringBuilder each = new StringBuilder();
    for (int c = 0; c < classes; c++) {
      int label = c;
      long gold = pairs.stream().filter(p -> p[0] == label).count();
      long found = pairs.stream().filter(p -> p[1] == label).count();
      long right = pairs.stream().filter(p -> p[0] == label && p[1] == label).count();
      if (gold > 0) {
        present++;
        sum += 2.0 * right / (gold + found);
        each.append(String.format(Locale.ROOT, " %.3f", 2.0 * right / (gold + found)));
      }
    }
    long right = pairs.stream().filter(p -> p[0] == p[1]).count();
    return String.format(
        Locale.ROOT,
        "macro F1 %.3f accuracy %.3f %s",
        sum / present,
        right / (double) pairs.size(),
        each);
  }

  private static double pearson(List<double[]> pairs) {
    double a = pairs.stream().mapToDouble(p -> p[0]).average().orElse(0);
    double b = pairs.stream().mapToDouble(p -> p[1]).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (double[] p : pairs) {
      ab += (p[0] - a) * (p[1] - b);
      aa += (p[0] - a) * (p[0] - a);
      bb += (p[1] - b) * (p[1] - b);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
