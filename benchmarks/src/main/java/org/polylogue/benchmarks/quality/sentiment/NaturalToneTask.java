package org.polylogue.benchmarks.quality.sentiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.benchmarks.quality.Reliability;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.Sentence;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * The tone towards mentions of ordinary news, most of which is neutral: a table of mentions in
 * articles that lie beside the gold folder. Scored as {@code analyze} answers, where a mention that
 * is not found is neutral; and for the reliability each mention is asked about.
 */
public final class NaturalToneTask implements QualityTask {

  private static final List<String> CLASSES = TargetSentiment.CLASSES;
  private static final int START = 300;

  /** For the list of tasks. */
  public NaturalToneTask() {}

  private record Mention(Span raw, int tone, Affected affected) {}

  private record Found(Span span, Tone tone, Affected affected) {}

  @Override
  public String name() {
    return "natural-tone";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    Path table =
        Files.isRegularFile(request.gold())
            ? request.gold()
            : request.gold().resolve("tone-dev.tsv");
    Map<String, List<Mention>> gold = read(table);
    Path texts = texts(table, gold.keySet().iterator().next());
    LanguageAnalysis language = new LanguageAnalysis(CoreNlpEngine.standard());
    List<String> truth =
        gold.values().stream().flatMap(List::stream).map(m -> CLASSES.get(m.tone() + 1)).toList();
    out.println("natural-tone: " + table.getFileName() + ", " + truth.size() + " mentions");
    out.println(
        "                                   macro F1, 95 %     accuracy  F1 -1  F1 0   F1 1");
    List<Runnable> tables = new ArrayList<>();
    try (EncoderJudges encoder = EncoderJudges.shipped()) {
      run("encoder", encoder, language, gold, texts, truth, request, out, tables);
      run("lean", DiscourseModels.shipped(), language, gold, texts, truth, request, out, tables);
    }
    Confusion.of(CLASSES, truth, rules(language, gold, texts))
        .printRow("sum of valences, VADER's scale", out);
    Confusion.of(CLASSES, truth, truth.stream().map(t -> "0").toList())
        .printRow("always neutral, the commonest", out);
    tables.forEach(Runnable::run);
  }

  private static void run(
      String name,
      Judges judges,
      LanguageAnalysis language,
      Map<String, List<Mention>> gold,
      Path texts,
      List<String> truth,
      Request request,
      PrintWriter out,
      List<Runnable> tables)
      throws IOException {
    DiscourseAnalysis analysis = DiscourseAnalysis.builder(language).judges(judges).build();
    Reliability reliability = new Reliability();
    List<String> answers = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    int[] affected = new int[3];
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, List<Mention>> entry : gold.entrySet()) {
      String raw = Files.readString(texts.resolve(entry.getKey()));
      Conversation conversation = conversation(texts.resolve(entry.getKey()));
      Article article = conversation.article();
      int shift =
          Math.max(
              0,
              raw.indexOf(article.text().substring(0, Math.min(START, article.text().length()))));
      Scope scope = new Scope();
      Discourse discourse = scope.get(analysis, conversation);
      List<Found> found = new ArrayList<>();
      for (Sentiment sentiment : discourse.documents().get(0).sentiments()) {
        sentiment
            .target()
            .ifPresent(span -> found.add(new Found(span, sentiment.tone(), sentiment.affected())));
      }
      for (Mention mention : entry.getValue()) {
        Span span =
            new Span(
                Math.max(0, mention.raw().start() - shift),
                Math.max(1, mention.raw().end() - shift));
        Found at = at(found, span);
        Tone tone = at == null ? Tone.NEUTRAL : at.tone();
        answers.add(CLASSES.get(tone.ordinal()));
        Affected happens = at == null ? Affected.NONE : at.affected();
        affected[0] += mention.affected() != Affected.NONE ? 1 : 0;
        affected[1] += happens != Affected.NONE ? 1 : 0;
        affected[2] += happens != Affected.NONE && happens == mention.affected() ? 1 : 0;
        asked.add(ask(judges, scope, language, article, span, mention, reliability));
        rows.append(entry.getKey()).append('\t').append(mention.raw().start()).append('\t');
        rows.append(mention.raw().end()).append('\t').append(tone.ordinal() - 1).append('\n');
      }
    }
    Confusion.of(CLASSES, truth, answers).printRow("Polylogue, " + name, out);
    Confusion.of(CLASSES, truth, asked).printRow("Polylogue, " + name + ", asked", out);
    tables.add(
        () -> {
          out.printf(
              Locale.ROOT,
              "%s: a tone is given to %.3f of the mentions; gold %.3f%n",
              name,
              share(answers),
              share(truth));
          out.printf(
              Locale.ROOT,
              "%s: harm or help is told of %d mentions, %d right, %d in gold%n",
              name,
              affected[1],
              affected[2],
              affected[0]);
          reliability.print(name, out);
        });
    if (request.predictions().isPresent() && name.equals("encoder")) {
      Files.writeString(request.predictions().get(), rows, StandardCharsets.UTF_8);
    }
  }

  private static double share(List<String> labels) {
    return labels.stream().filter(label -> !label.equals("0")).count() / (double) labels.size();
  }

  private static String ask(
      Judges judges,
      Scope scope,
      LanguageAnalysis language,
      Article article,
      Span span,
      Mention mention,
      Reliability reliability) {
    for (Sentence sentence : scope.get(language, article).sentences()) {
      if (sentence.span().overlaps(span)) {
        TargetQuestion question = new TargetQuestion(article, sentence, span, new Voice.Author());
        ToneJudgement judgement = judges.targets().judge(List.of(question), scope).get(0);
        double sure = judgement.probabilities().map(p -> p.of(judgement.tone())).orElse(1.0);
        reliability.add(sure, judgement.tone().ordinal() - 1 == mention.tone());
        return CLASSES.get(judgement.tone().ordinal());
      }
    }
    return "0";
  }

  /** As the published scorer: the mention itself, or else the first that overlaps it. */
  private static Found at(List<Found> found, Span span) {
    Found overlapping = null;
    for (Found one : found) {
      if (one.span().equals(span)) {
        return one;
      }
      if (overlapping == null && one.span().overlaps(span)) {
        overlapping = one;
      }
    }
    return overlapping;
  }

  private static List<String> rules(
      LanguageAnalysis language, Map<String, List<Mention>> gold, Path texts) throws IOException {
    SentenceSentiment rules = SentenceSentiment.rules(ValenceLexicon.shipped());
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, List<Mention>> entry : gold.entrySet()) {
      Article article = conversation(texts.resolve(entry.getKey())).article();
      String raw = Files.readString(texts.resolve(entry.getKey()));
      int shift =
          Math.max(
              0,
              raw.indexOf(article.text().substring(0, Math.min(START, article.text().length()))));
      List<Sentence> sentences = new Scope().get(language, article).sentences();
      for (Mention mention : entry.getValue()) {
        int at = mention.raw().start() - shift;
        answers.add(
            sentences.stream()
                .filter(sentence -> sentence.span().contains(at))
                .findFirst()
                .flatMap(sentence -> rules.judge(List.of(sentence)))
                .map(tone -> CLASSES.get(Tone.of(tone.score()).ordinal()))
                .orElse("0"));
      }
    }
    return answers;
  }

  private static Conversation conversation(Path file) throws IOException {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(file)) {
      return outcomes
          .filter(ReadOutcome.Read.class::isInstance)
          .map(ReadOutcome.Read.class::cast)
          .map(ReadOutcome.Read::conversation)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(file + " cannot be read"));
    }
  }

  private static Map<String, List<Mention>> read(Path table) throws IOException {
    Map<String, List<Mention>> gold = new LinkedHashMap<>();
    List<String> lines = GoldFile.lines(table);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split("\t");
      try {
        gold.computeIfAbsent(cells[0], file -> new ArrayList<>())
            .add(
                new Mention(
                    new Span(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])),
                    Integer.parseInt(cells[4]),
                    cells[5].equals("-")
                        ? Affected.NONE
                        : Affected.valueOf(cells[5].toUpperCase(Locale.ROOT))));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            table + ", line " + (i + 1) + ": not file, start, end, mention, tone, affected", e);
      }
    }
    if (gold.isEmpty()) {
      throw new IllegalArgumentException(table + ": no mentions");
    }
    return gold;
  }

  private static Path texts(Path table, String file) {
    for (String split : List.of("dev", "train")) {
      Path texts = table.resolveSibling("../polnear/" + split + "/text").normalize();
      if (Files.exists(texts.resolve(file))) {
        return texts;
      }
    }
    throw new IllegalArgumentException(
        table + ": no ../polnear/dev/text or ../polnear/train/text beside it holds " + file);
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new IllegalArgumentException(
        "natural-tone has no model of its own; train target-sentiment");
  }
}
