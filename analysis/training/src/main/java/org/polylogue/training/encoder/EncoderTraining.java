package org.polylogue.training.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.polylogue.encoder.Encoder;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.encoder.Weights;
import org.polylogue.encoder.WordPieces;
import org.polylogue.text.Span;

/** Trains the weights that the judges on the encoder ship with. */
public final class EncoderTraining {

  private static final Set<String> HELD_THREADS =
      Set.of(
          "05", "09", "24", "29", "41", "48", "105", "112", "121", "208", "216", "224", "232",
          "240", "248", "256", "264", "272");
  private static final Set<String> HELD_RUMOURS =
      Set.of("prince-toronto", "putinmissing", "ebola-essien");
  private static final Map<Head, List<String>> FITTED =
      Map.of(
          Head.TONE, List.of("natural tone", "natural tone, own"),
          Head.GLANCE, List.of("natural tone, unmarked", "natural tone, own, unmarked"),
          Head.AFFECTED, List.of("natural tone", "natural tone, own", "invented targets"),
          Head.SENTENCE, List.of("editorials", "invented headlines", "invented sentences, other"),
          Head.STANCE, List.of("threads ARTICLE", "threads PARENT", "threads ACTOR"));
  private static final int HELD = 8;
  private static final int PIECES = 1024;
  private static final float DROPOUT = 0.1f;
  private static final int FROZEN = 0;
  private static final long SEED = 1;

  private final Function<String, List<Span>> sentences;
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
    this.sentences = sentences;
    this.gold = gold;
    this.own = own;
  }

  /**
   * What is trained together.
   *
   * @param heads what the encoder is asked
   * @param stages in their order
   */
  public record Course(Set<Head> heads, List<Stage> stages) {

    /** Tone of sentences and towards mentions. */
    public static final Course TONES =
        new Course(
            EnumSet.of(Head.TONE, Head.AFFECTED, Head.SENTENCE, Head.SCORE, Head.GLANCE),
            List.of(Stage.TONE_BROAD, Stage.TONE_NEAR));

    /** Stances of pairs. */
    public static final Course STANCES =
        new Course(EnumSet.of(Head.STANCE), List.of(Stage.STANCE_BROAD, Stage.STANCE_NEAR));
  }

  /**
   * A part of a course.
   *
   * @param rate the highest learning rate
   * @param rare how much more an answer counts that is rarer than none, 1 or more
   * @param hidden the share of the readings with a marked mention in which the mention is hidden, 0
   *     to 1
   * @param quarters how often each set is read, in quarters, by name; sets that are not named are
   *     not read
   */
  public record Stage(float rate, float rare, double hidden, Map<String, Integer> quarters) {

    /** All that is known of tone. */
    static final Stage TONE_BROAD =
        new Stage(
            5e-5f,
            1,
            0.25,
            Map.ofEntries(
                Map.entry("newsmtsc", 5),
                Map.entry("newsmtsc, unmarked", 1),
                Map.entry("natural tone", 4),
                Map.entry("natural tone, unmarked", 2),
                Map.entry("natural tone, own", 3),
                Map.entry("natural tone, own, unmarked", 1),
                Map.entry("invented targets", 4),
                Map.entry("invented targets, unmarked", 1),
                Map.entry("editorials", 4),
                Map.entry("invented sentences", 4),
                Map.entry("tweets", 1)));

    /** What ordinary news is like. */
    static final Stage TONE_NEAR =
        new Stage(
            5e-5f,
            1.5f,
            0.25,
            Map.ofEntries(
                Map.entry("newsmtsc", 1),
                Map.entry("natural tone", 6),
                Map.entry("natural tone, unmarked", 3),
                Map.entry("natural tone, own", 5),
                Map.entry("natural tone, own, unmarked", 2),
                Map.entry("invented targets", 6),
                Map.entry("invented targets, unmarked", 2),
                Map.entry("editorials", 2),
                Map.entry("invented sentences", 5),
                Map.entry("tweets", 1)));

    /** All that is known of stance. */
    static final Stage STANCE_BROAD =
        new Stage(
            8e-5f,
            1,
            0,
            Map.of(
                "rumours", 3,
                "perspectives", 3,
                "replies", 3,
                "stance of tweets", 4,
                "threads", 6,
                "threads, own", 4,
                "invented pairs", 8));

    /** What threads of comments are like. */
    static final Stage STANCE_NEAR =
        new Stage(
            8e-5f,
            2,
            0,
            Map.of(
                "stance of tweets", 2,
                "threads", 8,
                "threads, own", 4,
                "perspectives", 3,
                "invented pairs", 16));
  }

  /**
   * Trains, and prints what the weights are worth on what was held out.
   *
   * @param course what is trained
   * @param before weights to go on from; empty to begin with the published encoder
   * @param weights the file to write
   * @param out takes the course and the scores
   * @throws IOException if a set cannot be read or the file not be written
   */
  public void train(Course course, Optional<Weights> before, Path weights, PrintWriter out)
      throws IOException {
    Optional<Weights> last = before;
    for (Stage stage : course.stages()) {
      List<Example> all = new ArrayList<>();
      Random random = new Random(SEED);
      sets(course.heads(), true, stage.rare())
          .forEach(
              (name, set) -> {
                int quarters = stage.quarters().getOrDefault(name, 0);
                for (int i = 0; i < set.size() * quarters / 4; i++) {
                  Example example = set.get(i * 4 / Math.min(4, quarters) % set.size());
                  boolean hidden = example.marked() && random.nextDouble() < stage.hidden();
                  all.add(hidden ? example.hidden() : example);
                }
                out.printf(
                    Locale.ROOT,
                    "%-28s %6d texts %8d pieces, read %.2f times%n",
                    name,
                    set.size(),
                    set.stream().mapToInt(e -> e.reading().size()).sum(),
                    quarters / 4.0);
              });
      out.flush();
      FineTuner.Settings settings =
          new FineTuner.Settings(stage.rate(), stage.rate() * 10, PIECES, DROPOUT, FROZEN, SEED);
      try (FineTuner tuner = new FineTuner(settings, course.heads(), last)) {
        tuner.train(List.of(all), out, weights);
        Weights made = tuner.weights();
        write(made, weights);
        last = Optional.of(made);
      }
    }
    if (last.isPresent()) {
      write(calibrated(course.heads(), last.get()), weights);
    }
    score(course.heads(), weights, out);
  }

  /**
   * Fits what makes probabilities of the outputs, on what was held out.
   *
   * @param heads which are fitted
   * @param made of an encoder and its heads
   * @return the same with calibrations, in which each set counts the same
   * @throws IOException if a set cannot be read
   */
  public Weights calibrated(Set<Head> heads, Weights made) throws IOException {
    Map<String, Weights.Matrix> all = new TreeMap<>(made.matrices());
    Map<String, List<Example>> held = sets(heads, false, 1);
    try (Encoder encoder = Encoder.of(() -> made)) {
      for (Head head : heads) {
        List<double[]> outputs = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<String> names = FITTED.getOrDefault(head, List.of());
        for (String name : names) {
          int before = gold.size();
          for (Example example : held.getOrDefault(name, List.of())) {
            for (Example.Answer answer : example.answers()) {
              if (answer.head() == head) {
                outputs.add(encoder.outputs(example.reading(), head, answer.part()));
                gold.add((int) answer.value());
              }
            }
          }
          int own = gold.size() - before;
          weights.addAll(Collections.nCopies(own, 1.0 / own / names.size()));
        }
        if (!outputs.isEmpty()) {
          double[] own =
              Calibration.fit(
                  outputs.toArray(new double[0][]),
                  gold.stream().mapToInt(Integer::intValue).toArray(),
                  weights.stream().mapToDouble(Double::doubleValue).toArray(),
                  head != Head.STANCE);
          float[] fitted = new float[own.length];
          for (int i = 0; i < own.length; i++) {
            fitted[i] = (float) own[i];
          }
          all.put(head.prefix() + "calibration", Weights.Matrix.of(1, fitted));
        }
      }
    }
    return new Weights(all);
  }

  private static void write(Weights weights, Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      weights.write(stream);
    }
  }

  /**
   * Prints what weights are worth on what was held out from training.
   *
   * @param heads which are asked
   * @param file the weights
   * @param out takes one row for each set and head
   * @throws IOException if a set or the file cannot be read
   */
  public void score(Set<Head> heads, Path file, PrintWriter out) throws IOException {
    Map<String, List<Example>> held = sets(heads, false, 1);
    try (Encoder encoder =
        Encoder.of(
            () -> {
              try (InputStream in = Files.newInputStream(file)) {
                return Weights.read(in, file.toString());
              }
            })) {
      for (Map.Entry<String, List<Example>> set : held.entrySet()) {
        score(set.getKey(), set.getValue(), encoder, out);
      }
    }
  }

  private Map<String, List<Example>> sets(Set<Head> heads, boolean training, float rare)
      throws IOException {
    GoldExamples examples = new GoldExamples(WordPieces.shipped(), sentences, rare);
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    if (heads.contains(Head.TONE)) {
      sets.putAll(tones(examples, training));
    }
    if (heads.contains(Head.STANCE)) {
      sets.putAll(stances(examples, training));
    }
    return sets;
  }

  private static void put(String name, GoldExamples.Tones tones, Map<String, List<Example>> sets) {
    sets.put(name, tones.marked());
    sets.put(name + ", unmarked", tones.unmarked());
  }

  private Map<String, List<Example>> tones(GoldExamples examples, boolean training)
      throws IOException {
    Predicate<String> kept = id -> Math.floorMod(spread(id), HELD) != 0 == training;
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    put(
        "newsmtsc",
        examples.newsMtsc(
            gold.resolve("newsmtsc/" + (training ? "train" : "devtest_rw") + ".jsonl")),
        sets);
    Path dev = gold.resolve("polnear/dev/text");
    Path texts = gold.resolve("polnear/train/text");
    Path table = gold.resolve("natural/tone-train.tsv");
    if (!training) {
      Path judged = gold.resolve("natural/tone-dev.tsv");
      put("natural tone, dev", examples.natural(judged, dev, file -> true), sets);
    }
    put("natural tone", examples.natural(table, texts, kept), sets);
    if (Files.exists(own.resolve("polnear-tone.tsv"))) {
      Path coded = own.resolve("polnear-tone.tsv");
      put("natural tone, own", examples.natural(coded, texts, kept), sets);
    }
    if (Files.exists(own.resolve("tone-targets.tsv"))) {
      put("invented targets", examples.targets(own.resolve("tone-targets.tsv"), kept), sets);
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

  private Map<String, List<Example>> stances(GoldExamples examples, boolean training)
      throws IOException {
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

  private static void score(String name, List<Example> set, Encoder encoder, PrintWriter out) {
    for (Head head : Head.values()) {
      List<double[]> pairs = new ArrayList<>();
      int classes = head.classes().size();
      for (Example example : set) {
        for (Example.Answer answer : example.answers()) {
          if (answer.head() == head) {
            double[] likely = encoder.probabilities(example.reading(), head, answer.part());
            int best = 0;
            for (int c = 1; c < classes; c++) {
              best = likely[c] > likely[best] ? c : best;
            }
            pairs.add(
                new double[] {
                  answer.value(),
                  classes == 1 ? encoder.outputs(example.reading(), head, answer.part())[0] : best,
                  likely[best]
                });
          }
        }
      }
      if (!pairs.isEmpty()) {
        out.printf(
            Locale.ROOT,
            "%-28s %-10s %5d  %s%n",
            name,
            head,
            pairs.size(),
            classes == 1
                ? String.format(Locale.ROOT, "r %.3f", pearson(pairs))
                : scores(pairs, classes));
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
