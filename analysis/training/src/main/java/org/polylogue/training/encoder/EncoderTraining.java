package org.polylogue.training.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.discourse.quotation.PolnearReader;
import org.polylogue.encoder.Encoder;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.encoder.Reading;
import org.polylogue.encoder.States;
import org.polylogue.encoder.Weights;
import org.polylogue.encoder.WordPieces;
import org.polylogue.text.Span;
import org.polylogue.training.encoder.GoldExamples.As;

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
          Head.AFFECTED, List.of("natural tone", "natural tone, own", "invented targets"),
          Head.SENTENCE, List.of("editorials", "invented headlines", "invented sentences, other"));
  private static final int HELD = 8;
  private static final double HIDDEN = 0.3;
  private static final float DROPOUT = 0.1f;
  private static final long SEED = 1;

  private final Function<String, List<Span>> sentences;
  private final Path gold;
  private final Path own;
  private final Set<String> left;

  /**
   * With gold data.
   *
   * @param gold the folder of the public sets
   * @param own the folder of the project's own sets
   * @param left the numbers of threads that are not learned from; empty for those that are held out
   *     as a rule
   * @param sentences cuts an article into sentences
   */
  public EncoderTraining(
      Path gold, Path own, Set<String> left, Function<String, List<Span>> sentences) {
    this.left = left.isEmpty() ? HELD_THREADS : Set.copyOf(left);
    this.sentences = sentences;
    this.gold = gold;
    this.own = own;
  }

  /**
   * What is trained together.
   *
   * @param heads what the encoder is asked
   * @param layers how many layers it has
   * @param rate the highest learning rate
   * @param pieces how many pieces a step reads
   * @param passes how often the sets are read
   * @param shares how much of each set a pass reads, by name: at 2 each example twice, at one half
   *     every other one, drawn anew in each pass; sets that are not named are not read
   */
  public record Course(
      Set<Head> heads, int layers, float rate, int pieces, int passes, Map<String, Double> shares) {

    /** Tone of sentences and towards mentions. */
    public static final Course TONES =
        new Course(
            EnumSet.of(Head.TONE, Head.AFFECTED, Head.SENTENCE, Head.SCORE),
            6,
            1e-4f,
            3072,
            3,
            Map.of(
                "newsmtsc", 0.75,
                "natural tone", 1.5,
                "natural tone, own", 1.5,
                "invented targets", 1.0,
                "invented targets, second", 1.0,
                "editorials", 1.0,
                "invented sentences", 1.0,
                "invented sentences, second", 1.0,
                "tweets", 0.5));

    /** Stances of pairs. */
    public static final Course STANCES =
        new Course(
            EnumSet.of(Head.STANCE),
            6,
            2e-4f,
            4096,
            4,
            Map.ofEntries(
                Map.entry("rumours", 0.75),
                Map.entry("perspectives", 0.5),
                Map.entry("replies", 1.0),
                Map.entry("stance of tweets", 1.0),
                Map.entry("threads", 2.0),
                Map.entry("threads, own", 1.0),
                Map.entry("invented pairs", 2.0),
                Map.entry("invented pairs, second", 2.0),
                Map.entry("tone as stance", 0.3),
                Map.entry("tone as stance, natural", 0.5),
                Map.entry("tone as stance, invented", 0.7)));

    /** Words of attributions: cues, contents, sources. */
    public static final Course QUOTATIONS =
        new Course(
            EnumSet.of(Head.CUE, Head.CONTENT_BEGIN, Head.CONTENT_END, Head.CONTENT, Head.SOURCE),
            4,
            2e-4f,
            1024,
            2,
            Map.of("attributions", 1.0, "sentences without attribution", 0.5));
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
    Map<String, List<Example>> sets = sets(course.heads(), true);
    List<List<Example>> passes = new ArrayList<>();
    for (int pass = 0; pass < course.passes(); pass++) {
      Random random = new Random(SEED + pass);
      List<Example> examples = new ArrayList<>();
      sets.forEach(
          (name, set) -> {
            double share = course.shares().getOrDefault(name, 0.0);
            for (Example example : set) {
              int times = (int) (share + random.nextDouble());
              for (int i = 0; i < times; i++) {
                examples.add(hidden(example, random));
              }
            }
          });
      passes.add(examples);
    }
    sets.forEach(
        (name, set) ->
            out.printf(
                Locale.ROOT,
                "%-28s %6d texts %8d pieces, %.2f of them in a pass%n",
                name,
                set.size(),
                set.stream().mapToInt(e -> e.reading().size()).sum(),
                course.shares().getOrDefault(name, 0.0)));
    out.flush();
    FineTuner.Settings settings =
        new FineTuner.Settings(
            course.layers(), course.rate(), course.rate() * 10, course.pieces(), DROPOUT, SEED);
    try (FineTuner tuner = new FineTuner(settings, course.heads(), before)) {
      tuner.train(passes, out, weights);
      write(calibrated(course.heads(), tuner.weights()), weights);
    }
    score(course.heads(), weights, out);
  }

  /** Some mentions are hidden, so that a tone is not learned of a name. */
  private static Example hidden(Example example, Random random) {
    Reading reading = example.reading();
    for (Example.Answer answer : example.answers()) {
      if (answer.head() == Head.TONE && random.nextDouble() < HIDDEN) {
        reading = reading.without(answer.part());
      }
    }
    return new Example(reading, example.answers());
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
    Map<String, List<Example>> held = sets(heads, false);
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
                outputs.add(encoder.read(example.reading()).outputs(head, answer.part()));
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
                  new double[][][] {outputs.toArray(new double[0][])},
                  gold.stream().mapToInt(Integer::intValue).toArray(),
                  weights.stream().mapToDouble(Double::doubleValue).toArray());
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
    Map<String, List<Example>> held = sets(heads, false);
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

  private Map<String, List<Example>> sets(Set<Head> heads, boolean training) throws IOException {
    GoldExamples examples = new GoldExamples(WordPieces.shipped(), sentences);
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    if (heads.contains(Head.TONE)) {
      sets.putAll(tones(examples, training));
    }
    if (heads.contains(Head.STANCE)) {
      sets.putAll(stances(examples, training));
    }
    if (heads.contains(Head.CUE)) {
      sets.putAll(attributions(examples, training));
    }
    return sets;
  }

  private Map<String, List<Example>> tones(GoldExamples examples, boolean training)
      throws IOException {
    Predicate<String> kept = id -> Math.floorMod(spread(id), HELD) != 0 == training;
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    sets.put(
        "newsmtsc",
        examples.newsMtsc(
            gold.resolve("newsmtsc/" + (training ? "train" : "devtest_rw") + ".jsonl"),
            As.MENTION));
    Path dev = gold.resolve("polnear/dev/text");
    Path texts = gold.resolve("polnear/train/text");
    Path table = gold.resolve("natural/tone-train.tsv");
    if (!training) {
      Path judged = gold.resolve("natural/tone-dev.tsv");
      sets.put("natural tone, dev", examples.natural(judged, dev, file -> true, As.MENTION));
    }
    sets.put("natural tone", examples.natural(table, texts, kept, As.MENTION));
    if (Files.exists(own.resolve("polnear-tone.tsv"))) {
      Path coded = own.resolve("polnear-tone.tsv");
      sets.put("natural tone, own", examples.natural(coded, texts, kept, As.MENTION));
    }
    if (Files.exists(own.resolve("tone-targets.tsv"))) {
      sets.put(
          "invented targets", examples.targets(own.resolve("tone-targets.tsv"), kept, As.MENTION));
    }
    sets.put(
        "editorials",
        examples.editorials(gold.resolve("nyt-editorial-sentiment/odd-articles.tsv"), kept));
    if (training && Files.exists(own.resolve("tone-sentences-2.tsv"))) {
      sets.put(
          "invented sentences, second",
          examples.scored(own.resolve("tone-sentences-2.tsv"), id -> true));
      sets.put(
          "invented targets, second",
          examples.targets(own.resolve("tone-targets-2.tsv"), id -> true, As.MENTION));
    }
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
    Predicate<String> thread = name -> left.contains(name) != training;
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
    if (training) {
      sets.putAll(tonesAsStances(examples));
    }
    if (training && Files.exists(own.resolve("stance-pairs-2.tsv"))) {
      sets.put(
          "invented pairs, second", examples.coded(own.resolve("stance-pairs-2.tsv"), id -> true));
    }
    if (Files.exists(own.resolve("stance-pairs.tsv"))) {
      sets.put("invented pairs", examples.coded(own.resolve("stance-pairs.tsv"), kept));
    }
    return sets;
  }

  /** The words of attributions in articles; even or odd ones are left out if asked for. */
  private Map<String, List<Example>> attributions(GoldExamples examples, boolean training)
      throws IOException {
    List<PolnearArticle> articles =
        PolnearReader.read(gold.resolve(training ? "polnear/train" : "polnear/dev"));
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    sets.put("attributions", new ArrayList<>());
    sets.put("sentences without attribution", new ArrayList<>());
    for (int i = 0; i < articles.size(); i++) {
      if (!training || !left.contains(i % 2 == 0 ? "even" : "odd")) {
        for (Example example : examples.attributions(articles.get(i))) {
          boolean some = example.answers().stream().anyMatch(answer -> answer.value() > 0);
          sets.get(some ? "attributions" : "sentences without attribution").add(example);
        }
      }
    }
    return sets;
  }

  /** Tone towards mentions, read as stance towards actors. */
  private Map<String, List<Example>> tonesAsStances(GoldExamples examples) throws IOException {
    Map<String, List<Example>> sets = new LinkedHashMap<>();
    sets.put("tone as stance", examples.newsMtsc(gold.resolve("newsmtsc/train.jsonl"), As.ACTOR));
    Path texts = gold.resolve("polnear/train/text");
    List<Example> natural =
        new ArrayList<>(
            examples.natural(
                gold.resolve("natural/tone-train.tsv"), texts, file -> true, As.ACTOR));
    List<Example> invented = new ArrayList<>();
    if (Files.exists(own.resolve("polnear-tone.tsv"))) {
      natural.addAll(
          examples.natural(own.resolve("polnear-tone.tsv"), texts, file -> true, As.ACTOR));
      for (String table : List.of("tone-targets.tsv", "tone-targets-2.tsv")) {
        invented.addAll(examples.targets(own.resolve(table), id -> true, As.ACTOR));
      }
    }
    sets.put("tone as stance, natural", natural);
    sets.put("tone as stance, invented", invented);
    return sets;
  }

  /** The hash of a string with its bits mixed, so that neighbours part. */
  private static int spread(String id) {
    int hash = id.hashCode() * 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }

  private static void score(String name, List<Example> set, Encoder encoder, PrintWriter out) {
    Map<Head, List<double[]>> pairs = new EnumMap<>(Head.class);
    for (Example example : set) {
      States states = encoder.read(example.reading());
      for (Example.Answer answer : example.answers()) {
        double[] likely = states.probabilities(answer.head(), answer.part());
        int best = 0;
        for (int c = 1; c < likely.length; c++) {
          best = likely[c] > likely[best] ? c : best;
        }
        double told = likely.length == 1 ? states.outputs(answer.head(), answer.part())[0] : best;
        pairs
            .computeIfAbsent(answer.head(), head -> new ArrayList<>())
            .add(new double[] {answer.value(), told});
      }
    }
    pairs.forEach(
        (head, own) ->
            out.printf(
                Locale.ROOT,
                "%-28s %-10s %5d  %s%n",
                name,
                head,
                own.size(),
                head.classes().size() == 1
                    ? String.format(Locale.ROOT, "r %.3f", pearson(own))
                    : scores(own, head.classes().size())));
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
