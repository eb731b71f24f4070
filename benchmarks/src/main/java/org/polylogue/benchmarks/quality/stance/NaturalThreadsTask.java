package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.benchmarks.quality.Reliability;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.learning.ConfusionMatrix;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.LinearStanceJudge;
import org.polylogue.discourse.stance.PairExample;
import org.polylogue.discourse.stance.PairStanceTrainer;
import org.polylogue.discourse.stance.TargetStance;
import org.polylogue.encoder.Encoder;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.encoder.Weights;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Comment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;

/**
 * Stances in threads as they occur: everything from the text on is found by the library. Scored as
 * the threads' README says: macro F1 over three classes, in which a missing or withheld stance is
 * none, and the share of off-topic comments that get a side.
 */
public final class NaturalThreadsTask implements QualityTask {

  private static final List<String> AGREEMENT = List.of("AGREE", "DISAGREE", "NONE");
  private static final List<String> FAVOR = List.of("FAVOR", "AGAINST", "NONE");
  private static final long SEED = 2026;

  /** For the list of tasks. */
  public NaturalThreadsTask() {}

  @Override
  public String name() {
    return "natural-threads";
  }

  private record Row(
      String thread, String comment, String target, String gold, String found, double sure) {}

  private static final class Scored {
    private final List<Row> article = new ArrayList<>();
    private final List<Row> parent = new ArrayList<>();
    private final List<Row> actor = new ArrayList<>();
    private final Map<Row, Stance> stances = new HashMap<>();
    private int offTopic;
    private int offTopicSided;
    private int sided;
    private int asked;
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<GoldThread> threads = GoldThread.read(request.gold());
    LanguageAnalysis language = new LanguageAnalysis(CoreNlpEngine.standard());
    DiscourseModels models = DiscourseModels.shipped();
    Scored scored = new Scored();
    if (request.folds().isPresent()) {
      leaveOut(request, threads, language, models, scored, out);
    } else {
      DiscourseAnalysis analysis =
          DiscourseAnalysis.builder(language)
              .models(models)
              .judges(request.judges().orElse(models))
              .build();
      threads.forEach(thread -> score(thread, analysis, scored));
    }
    out.println(
        "natural-threads: "
            + threads.size()
            + " threads, "
            + (request.folds().isPresent()
                ? request.folds().getAsInt() + " folds by thread"
                : "shipped models"));
    show("towards article", scored.article, AGREEMENT, out);
    show("towards parent", scored.parent, AGREEMENT, out);
    show("towards actors", scored.actor, FAVOR, out);
    out.printf(
        Locale.ROOT,
        "asked about the actor in %d of %d pairs of comment and actor with a side%n",
        scored.asked,
        scored.sided);
    out.printf(
        Locale.ROOT,
        "off-topic comments given a side %d of %d, %.3f%n",
        scored.offTopicSided,
        scored.offTopic,
        scored.offTopicSided / (double) Math.max(1, scored.offTopic));
    List<Row> all = new ArrayList<>(scored.article);
    all.addAll(scored.parent);
    all.addAll(scored.actor);
    Reliability sided = new Reliability();
    Reliability told = new Reliability();
    for (Row row : all) {
      if (!Double.isNaN(row.sure)) {
        told.add(row.sure, row.gold.equals(row.found));
        if (!row.found.equals("NONE")) {
          sided.add(row.sure, row.gold.equals(row.found));
        }
      }
    }
    told.print("all labels", out);
    sided.print("sides", out);
    int printed = 0;
    for (Row row : all) {
      if (!row.gold.equals(row.found) && printed++ < request.errors()) {
        out.println(row);
      }
    }
    if (request.predictions().isPresent()) {
      write(request.predictions().get(), all);
    }
  }

  /** Models learn from the other threads, and from the public sets beside the threads' folder. */
  private static void leaveOut(
      Request request,
      List<GoldThread> threads,
      LanguageAnalysis language,
      DiscourseModels models,
      Scored scored,
      PrintWriter out)
      throws IOException {
    List<PairExample> examples =
        new ArrayList<>(PairGold.read(request.gold().toAbsolutePath().normalize().getParent()));
    Map<String, Integer> sets = new TreeMap<>();
    examples.forEach(one -> sets.merge(one.group().split(" ")[0], 1, Integer::sum));
    out.println("pairs to learn from, by set: " + sets);
    List<String> numbers = threads.stream().map(GoldThread::number).toList();
    int[] fold =
        Folds.grouped(
            numbers, Collections.nCopies(numbers.size(), ""), request.folds().getAsInt(), SEED);
    TargetStance targets = TargetStance.shipped(ValenceLexicon.shipped());
    int folds = request.folds().getAsInt();
    List<Judges> judges = new ArrayList<>();
    for (int held = 0; held < folds; held++) {
      Set<String> left = new TreeSet<>();
      for (int i : members(fold, held)) {
        left.add("thread " + numbers.get(i));
      }
      out.println("fold " + held + ": " + left);
      List<PairExample> training =
          examples.stream().filter(one -> !left.contains(one.group())).toList();
      judges.add(
          with(
              models,
              new LinearStanceJudge(PairStanceTrainer.standard().train(training), targets)));
    }
    Function<Judges, DiscourseAnalysis> analysis =
        some -> DiscourseAnalysis.builder(language).models(models).judges(some).build();
    if (request.weights().isEmpty()) {
      for (int held = 0; held < folds; held++) {
        for (int i : members(fold, held)) {
          score(threads.get(i), analysis.apply(judges.get(held)), scored);
        }
      }
      return;
    }
    if (request.weights().size() != folds) {
      throw new IllegalArgumentException(
          request.weights().size() + " files of weights for " + folds + " folds");
    }
    StanceMixtures mixtures = new StanceMixtures();
    List<EncoderJudges> encoders = new ArrayList<>();
    for (int held = 0; held < folds; held++) {
      Path file = request.weights().get(held);
      Encoder pairs = Encoder.of(() -> Weights.read(file));
      encoders.add(
          EncoderJudges.of(
              Encoder.tones(), pairs, judges.get(held), EncoderJudges.Settings.DEFAULT));
      for (int i : members(fold, held)) {
        Judge<StanceQuestion, StanceJudgement> heard =
            mixtures.listening(encoders.get(held), judges.get(held));
        Scored plain = new Scored();
        score(threads.get(i), analysis.apply(with(models, heard)), plain);
        plain.stances.forEach((row, stance) -> mixtures.add(fold[i], stance, row.gold));
      }
    }
    Path claims =
        request.gold().toAbsolutePath().normalize().resolveSibling("perspectrum/claims.jsonl");
    try (Encoder first = Encoder.of(() -> Weights.read(request.weights().get(0)))) {
      mixtures.claims(PairGold.perspectives(claims, "dev"), first);
    }
    for (int held = 0; held < folds; held++) {
      EncoderJudges mixed = encoders.get(held).mixed(mixtures.fitted(held));
      for (int i : members(fold, held)) {
        score(threads.get(i), analysis.apply(with(models, mixed.stances())), scored);
      }
      encoders.get(held).close();
    }
    mixtures.print(out);
  }

  private static int[] members(int[] fold, int held) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == held).toArray();
  }

  private static Judges with(Judges others, Judge<StanceQuestion, StanceJudgement> stances) {
    return new Judges() {
      @Override
      public Judge<SentenceQuestion, Optional<ToneJudgement>> sentences() {
        return others.sentences();
      }

      @Override
      public Judge<TargetQuestion, ToneJudgement> targets() {
        return others.targets();
      }

      @Override
      public QuotationFinder quotations() {
        return others.quotations();
      }

      @Override
      public Judge<StanceQuestion, StanceJudgement> stances() {
        return stances;
      }
    };
  }

  private static void score(GoldThread thread, DiscourseAnalysis analysis, Scored scored) {
    List<Stance> all = analysis.analyze(thread.conversation(), new Scope()).stances();
    for (Map.Entry<String, GoldThread.Coded> entry : thread.coded().entrySet()) {
      Optional<Comment> comment = thread.conversation().comment(entry.getKey());
      if (comment.isEmpty()) {
        continue;
      }
      GoldThread.Coded coded = entry.getValue();
      List<Stance> mine =
          all.stream().filter(one -> one.documentId().equals(entry.getKey())).toList();
      List<Stance> towardsArticle =
          mine.stream().filter(one -> one.target().type().equals("article")).toList();
      List<Stance> towardsParent =
          mine.stream().filter(one -> one.target().type().equals("parent")).toList();
      boolean root = comment.get().replyTo().isEmpty();
      if (root || !towardsArticle.isEmpty()) {
        scored.article.add(
            row(thread, entry.getKey(), "article", coded.article(), first(towardsArticle), scored));
      }
      if (!root && coded.parent().isPresent()) {
        scored.parent.add(
            row(
                thread,
                entry.getKey(),
                "parent",
                coded.parent().get(),
                first(towardsParent),
                scored));
      }
      if (coded.offTopic()) {
        scored.offTopic++;
        boolean sided =
            mine.stream()
                .map(NaturalThreadsTask::label)
                .anyMatch(l -> l.equals("AGREE") || l.equals("DISAGREE"));
        scored.offTopicSided += sided ? 1 : 0;
      }
      coded
          .actors()
          .forEach(
              (name, gold) -> {
                Optional<Stance> taken =
                    mine.stream()
                        .filter(one -> one.taken().isPresent() && means(one, name, thread))
                        .reduce((before, last) -> last);
                scored.actor.add(row(thread, entry.getKey(), name, gold, taken, scored));
                if (!gold.equals("NONE")) {
                  scored.sided++;
                  scored.asked += mine.stream().anyMatch(one -> means(one, name, thread)) ? 1 : 0;
                }
              });
    }
  }

  private static Optional<Stance> first(List<Stance> stances) {
    return stances.stream().filter(one -> one.taken().isPresent()).findFirst();
  }

  private static boolean means(Stance stance, String actor, GoldThread thread) {
    String plain = GoldThread.plain(stance.target().label());
    return stance.target().type().equals("actor")
        && (actor.equals(thread.actors().get(plain)) || plain.equals(GoldThread.plain(actor)));
  }

  private static String label(Stance stance) {
    return stance.taken().map(taken -> taken.label().name()).orElse("");
  }

  private static Row row(
      GoldThread thread,
      String comment,
      String target,
      String gold,
      Optional<Stance> found,
      Scored scored) {
    String label = found.map(NaturalThreadsTask::label).orElse("NONE");
    double sure = found.map(one -> ((Stance.Taken) one).confidence()).orElse(Double.NaN);
    boolean none = label.equals("NEUTRAL") || label.equals("QUERY");
    Row row = new Row(thread.number(), comment, target, gold, none ? "NONE" : label, sure);
    found.ifPresent(stance -> scored.stances.put(row, stance));
    return row;
  }

  private static void show(String name, List<Row> rows, List<String> labels, PrintWriter out) {
    List<String> gold = rows.stream().map(Row::gold).toList();
    ConfusionMatrix matrix =
        ConfusionMatrix.of(labels, gold, rows.stream().map(Row::found).toList());
    ConfusionMatrix none =
        ConfusionMatrix.of(labels, gold, Collections.nCopies(gold.size(), "NONE"));
    out.printf(
        Locale.ROOT,
        "%-16s n %4d  macro F1 %.3f  accuracy %.3f  (always none %.3f %.3f)",
        name,
        rows.size(),
        matrix.macroF1(),
        matrix.accuracy(),
        none.macroF1(),
        none.accuracy());
    for (String label : labels) {
      out.printf(
          Locale.ROOT, "  %s P %.2f R %.2f", label, matrix.precision(label), matrix.recall(label));
    }
    out.println();
  }

  private static void write(Path file, List<Row> rows) throws IOException {
    StringBuilder lines = new StringBuilder("thread\tcomment\ttarget\tgold\tfound\tconfidence\n");
    for (Row row : rows) {
      lines
          .append(String.join("\t", row.thread, row.comment, row.target, row.gold, row.found))
          .append('\t')
          .append(row.sure)
          .append('\n');
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new UnsupportedOperationException("nothing is trained here; see pair-stance");
  }
}
