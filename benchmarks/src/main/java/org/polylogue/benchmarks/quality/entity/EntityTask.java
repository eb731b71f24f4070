package org.polylogue.benchmarks.quality.entity;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.benchmarks.rival.CoreNlpPipeline;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.entity.post.PostNameFinder;
import org.polylogue.discourse.entity.post.PostNameTraining;
import org.polylogue.discourse.entity.post.PostNameTraining.Lesson;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;

/**
 * Names in news wire (CoNLL 2003, corrected by Wang et al. 2019) and in posts (WNUT 2017), exact
 * spans and types.
 */
public final class EntityTask implements QualityTask {

  private static final Map<String, String> NEWS =
      Map.of("PERSON", "PER", "ORGANIZATION", "ORG", "LOCATION", "LOC", "MISC", "MISC");
  private static final Map<String, String> RIVAL_NEWS =
      Map.ofEntries(
          Map.entry("PERSON", "PER"),
          Map.entry("ORGANIZATION", "ORG"),
          Map.entry("LOCATION", "LOC"),
          Map.entry("CITY", "LOC"),
          Map.entry("COUNTRY", "LOC"),
          Map.entry("STATE_OR_PROVINCE", "LOC"),
          Map.entry("MISC", "MISC"),
          Map.entry("NATIONALITY", "MISC"),
          Map.entry("RELIGION", "MISC"),
          Map.entry("IDEOLOGY", "MISC"));
  private static final Map<String, String> RIVAL_POSTS =
      Map.of(
          "PERSON", "person",
          "ORGANIZATION", "corporation",
          "LOCATION", "location",
          "CITY", "location",
          "COUNTRY", "location",
          "STATE_OR_PROVINCE", "location",
          "MISC", "creative-work");
  private static final Map<String, String> PLAIN_POSTS =
      Map.of(
          "PERSON", "person",
          "ORGANIZATION", "corporation",
          "LOCATION", "location",
          "MISC", "creative-work");
  private static final int ROUNDS = 3;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /** For the list of tasks. */
  public EntityTask() {}

  @Override
  public String name() {
    return "entities";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    boolean learns = request.folds().isPresent();
    ConllFile file = ConllFile.read(request.gold(), learns ? "train" : "dev");
    CoreNlpEngine engine = engine(file.posts());
    out.printf(
        Locale.ROOT,
        "entities: %s, %d sentences, %d words%n",
        file.name(),
        file.sentences().size(),
        file.words());
    out.println(
        "                                     prec.  recall F1     95 %            us/word");
    List<List<TypedSpan>> found;
    if (learns) {
      found = crossValidated(file, engine, request.folds().getAsInt());
      print("Polylogue, " + request.folds().getAsInt() + "-fold", file, found, "", out);
    } else {
      found = polylogue(file, engine, out);
    }
    if (request.rival().isPresent()) {
      if (!request.rival().get().equals("corenlp")) {
        throw new IllegalArgumentException(
            "no rival " + request.rival().get() + "; there is corenlp");
      }
      CoreNlpPipeline rival = CoreNlpPipeline.namesOfTokens();
      List<List<String>> tokens = file.tokens();
      print(
          "CoreNLP default ner, mapped",
          file,
          () -> mapped(rival.names(tokens), file.posts() ? RIVAL_POSTS : RIVAL_NEWS),
          out);
    }
    out.println(
        file.posts()
            ? "measured elsewhere, test: CoreNLP default .336, best system of 2017 .419"
            : "measured elsewhere, test: CoreNLP default .887, its 4-class model alone .897");
    printErrors(file, found, request.errors(), out);
    if (request.predictions().isPresent()) {
      Files.writeString(
          request.predictions().get(), file.withPredictions(found), StandardCharsets.UTF_8);
    }
  }

  private static List<List<TypedSpan>> polylogue(
      ConllFile file, CoreNlpEngine engine, PrintWriter out) {
    List<List<String>> tokens = file.tokens();
    CoreNlpEngine names =
        engine.with(
            CoreNlpEngine.builder().capabilities(Set.of(Capability.NAMES)).broadNames(false));
    if (!file.posts()) {
      return print(
          "Polylogue, articles",
          file,
          () -> spans(names.annotate(tokens).names(), tokens.size(), NEWS),
          out);
    }
    PostNameFinder finder = PostNameFinder.shipped();
    print(
        "Polylogue, articles' names mapped",
        file,
        () -> spans(names.annotate(tokens).names(), tokens.size(), PLAIN_POSTS),
        out);
    return print(
        "Polylogue, comments",
        file,
        () -> spans(finder.find(engine.annotate(tokens)), tokens.size(), Map.of()),
        out);
  }

  private static CoreNlpEngine engine(boolean posts) {
    return CoreNlpEngine.builder()
        .capabilities(Set.of(Capability.TAGS, Capability.NAMES))
        .broadNames(posts)
        .build();
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    ConllFile file = ConllFile.read(gold, "train");
    if (!file.posts()) {
      throw new IllegalArgumentException(
          file.name() + ": the model is for posts; give --gold the train file of WNUT 2017");
    }
    CoreNlpEngine engine = engine(file.posts());
    LinearModel trained = train(file.sentences(), engine);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.printf(
        Locale.ROOT,
        "entities: %d features from %d sentences of %s, %d bytes%n",
        trained.size(),
        file.sentences().size(),
        file.name(),
        Files.size(model));
  }

  private static LinearModel train(List<ConllFile.Sentence> sentences, CoreNlpEngine engine) {
    List<Lesson> lessons = new ArrayList<>();
    for (PostVariants.Variant variant : PostVariants.of(sentences)) {
      List<ConllFile.Sentence> posts = variant.posts();
      lessons.add(
          new Lesson(
              engine.annotate(posts.stream().map(ConllFile.Sentence::tokens).toList()),
              posts.stream()
                  .map(one -> List.of(TypedSpan.tags(one.gold(), one.tokens().size())))
                  .toList(),
              variant.everyRun()));
    }
    return PostNameTraining.train(lessons);
  }

  /** Folds of shuffled sentences. */
  private static List<List<TypedSpan>> crossValidated(
      ConllFile file, CoreNlpEngine engine, int folds) {
    if (!file.posts()) {
      throw new IllegalArgumentException("nothing is learned from news wire; leave the folds out");
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < file.sentences().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    List<List<TypedSpan>> found =
        new ArrayList<>(Collections.nCopies(order.size(), List.<TypedSpan>of()));
    for (int fold = 0; fold < folds; fold++) {
      List<ConllFile.Sentence> rest = new ArrayList<>();
      List<Integer> held = new ArrayList<>();
      for (int i = 0; i < order.size(); i++) {
        if (i % folds == fold) {
          held.add(order.get(i));
        } else {
          rest.add(file.sentences().get(order.get(i)));
        }
      }
      PostNameFinder finder = PostNameFinder.of(train(rest, engine));
      List<List<String>> tokens = held.stream().map(i -> file.sentences().get(i).tokens()).toList();
      List<List<TypedSpan>> answers =
          spans(finder.find(engine.annotate(tokens)), tokens.size(), Map.of());
      for (int i = 0; i < held.size(); i++) {
        found.set(held.get(i), answers.get(i));
      }
    }
    return found;
  }

  /** Runs a few times; the fastest run tells the processor time of this thread. */
  private static List<List<TypedSpan>> print(
      String name, ConllFile file, Supplier<List<List<TypedSpan>>> system, PrintWriter out) {
    long best = Long.MAX_VALUE;
    List<List<TypedSpan>> found = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      found = system.get();
      best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
    }
    String time = String.format(Locale.ROOT, "%8.1f", best / 1e3 / file.words());
    print(name, file, found, time, out);
    return found;
  }

  private static void print(
      String name, ConllFile file, List<List<TypedSpan>> found, String time, PrintWriter out) {
    SpanScore score =
        new SpanScore(file.sentences().stream().map(ConllFile.Sentence::gold).toList(), found);
    out.println(score.row(name) + time);
    out.println("   " + score.types());
    out.flush();
  }

  private static List<List<TypedSpan>> spans(
      List<NamedSpan> names, int sentences, Map<String, String> types) {
    List<List<TypedSpan>> spans = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      spans.add(new ArrayList<>());
    }
    for (NamedSpan name : names) {
      String type = types.getOrDefault(name.label(), name.label());
      spans.get(name.sentence()).add(new TypedSpan(name.firstToken(), name.lastToken(), type));
    }
    return spans;
  }

  private static List<List<TypedSpan>> mapped(
      List<List<String>> labels, Map<String, String> types) {
    return labels.stream()
        .map(
            row ->
                TypedSpan.ofLabels(
                    row.stream().map(label -> types.getOrDefault(label, "O")).toList()))
        .toList();
  }

  private static void printErrors(
      ConllFile file, List<List<TypedSpan>> found, int limit, PrintWriter out) {
    int left = limit;
    for (int s = 0; s < found.size() && left > 0; s++) {
      ConllFile.Sentence sentence = file.sentences().get(s);
      EnumSet<Mistake> kinds = EnumSet.noneOf(Mistake.class);
      for (TypedSpan span : sentence.gold()) {
        if (!found.get(s).contains(span) && left-- > 0) {
          out.println("missed  " + describe(span, sentence));
          kinds.add(Mistake.MISSED);
        }
      }
      for (TypedSpan span : found.get(s)) {
        if (!sentence.gold().contains(span) && left-- > 0) {
          out.println("wrong   " + describe(span, sentence));
          kinds.add(Mistake.WRONG);
        }
      }
      if (!kinds.isEmpty()) {
        out.println("        " + String.join(" ", sentence.tokens()));
      }
    }
  }

  private enum Mistake {
    MISSED,
    WRONG
  }

  private static String describe(TypedSpan span, ConllFile.Sentence sentence) {
    return span.type()
        + ": "
        + String.join(" ", sentence.tokens().subList(span.first(), span.last() + 1));
  }
}
