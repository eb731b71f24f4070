package org.polylogue.benchmarks.quality.quotation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.quotation.AttributionTraining;
import org.polylogue.discourse.quotation.GradeTraining;
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.discourse.quotation.PolnearReader;
import org.polylogue.discourse.quotation.QuotationAnalysis;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/**
 * Quotations as readers grade them: rows of news and of comments, and what invented articles and
 * the comments under them quote. {@code --gold} is the folder of graded tables and {@code threads},
 * with PolNeAR's {@code train} beside it.
 */
public final class NaturalQuotationTask implements QualityTask {

  private static final double FOUND_AGAIN = 0.6;
  private static final double MATCHED = 0.5;
  private static final String NEWS = "quotations-graded.tsv";
  private static final String COMMENTS = "comment-quotations-graded.tsv";

  /** Rows of other articles of the same corpus, graded by the same guide. */
  private static final String MORE_NEWS = "graded-news.tsv";

  /** Attributions of invented comments, graded by the same guide. */
  private static final String MORE_COMMENTS = "graded-comments.tsv";

  private record Gold(Map<String, List<GradedRow>> news, Map<String, List<GradedRow>> comments) {}

  private LanguageEngine engine;

  /** The task. */
  public NaturalQuotationTask() {}

  @Override
  public String name() {
    return "natural-quotations";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    Path folder = request.gold();
    Map<String, List<GradedRow>> news = byDocument(GradedRow.read(folder.resolve(NEWS)));
    Map<String, List<GradedRow>> comments = byDocument(GradedRow.read(folder.resolve(COMMENTS)));
    List<NaturalThread> threads = NaturalThread.read(folder.resolve("threads"));
    int folds = request.folds().orElse(1);
    List<QuotationFinder> finders = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      finders.add(folds == 1 ? QuotationFinder.shipped() : without(folder, fold, folds));
    }
    engine = CoreNlpEngine.builder().parsing(finders.get(0).parseNeed()).build();
    Kept kept = new Kept();
    for (Map.Entry<String, List<GradedRow>> entry : news.entrySet()) {
      Article article = article(folder, entry.getKey());
      QuotationFinder finder = finders.get(fold(entry.getKey(), folds));
      kept.add(entry.getValue(), finder.find(article, engine.annotate(article)).quotations(), true);
    }
    out.printf(Locale.ROOT, "news, INDIRECT and MIXED: %s%n", kept);
    Kept inComments = new Kept();
    ThreadScore score = new ThreadScore();
    for (NaturalThread thread : threads) {
      QuotationFinder finder = finders.get(fold(thread.id(), folds));
      LanguageAnalysis language = new LanguageAnalysis(engine);
      Scope scope = new Scope();
      Map<String, Quotations> found =
          scope.get(
              new QuotationAnalysis(language, new EntityAnalysis(language), finder),
              thread.conversation());
      Map<String, List<Echo>> echoes = scope.get(new EchoFinder(), thread.conversation());
      for (Comment comment : thread.conversation().comments()) {
        List<Quotation> quotations = found.get(comment.id()).quotations();
        inComments.add(comments.getOrDefault(comment.id(), List.of()), quotations, false);
        score.comment(
            thread.comments().getOrDefault(comment.id(), List.of()),
            quotations,
            echoes.getOrDefault(comment.id(), List.of()));
      }
      score.article(thread, found.get(thread.id()).quotations());
    }
    out.printf(Locale.ROOT, "comments: %s%n", inComments);
    score.print(out);
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    engine = CoreNlpEngine.standard();
    Gold rows = gold(gold);
    byte[] bytes = grades(QuotationFinder.shipped(), examples(gold, rows, -1, 1));
    Files.write(model, bytes);
    out.printf(Locale.ROOT, "%d bytes written to %s%n", bytes.length, model);
  }

  private QuotationFinder without(Path folder, int fold, int folds) throws IOException {
    engine = CoreNlpEngine.standard();
    List<AttributionTraining.Example> examples = new ArrayList<>();
    for (PolnearArticle article : PolnearReader.read(folder.resolve("../polnear/train"))) {
      if (fold(article.file(), folds) != fold) {
        examples.add(
            new AttributionTraining.Example(
                article.article(), engine.annotate(article.article()), article.attributions()));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new AttributionTraining().train(examples, bytes);
    QuotationFinder finder =
        QuotationFinder.read(new ByteArrayInputStream(bytes.toByteArray()), "fold");
    byte[] grades = grades(finder, examples(folder, gold(folder), fold, folds));
    return finder.withGrades(new ByteArrayInputStream(grades), "fold");
  }

  private static byte[] grades(QuotationFinder finder, List<GradeTraining.Example> examples)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new GradeTraining(finder).train(examples, bytes);
    return bytes.toByteArray();
  }

  private static int fold(String document, int folds) {
    return Math.floorMod(document.hashCode(), folds);
  }

  private static Gold gold(Path folder) throws IOException {
    List<GradedRow> news = new ArrayList<>(GradedRow.read(folder.resolve(NEWS)));
    try (BufferedReader lines = resource(MORE_NEWS)) {
      news.addAll(GradedRow.read(lines, MORE_NEWS));
    }
    return new Gold(byDocument(news), byDocument(GradedRow.read(folder.resolve(COMMENTS))));
  }

  private static BufferedReader resource(String name) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(NaturalQuotationTask.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8));
  }

  private List<GradeTraining.Example> examples(Path folder, Gold gold, int without, int folds)
      throws IOException {
    List<GradeTraining.Example> examples = new ArrayList<>();
    for (Map.Entry<String, List<GradedRow>> entry : gold.news().entrySet()) {
      if (fold(entry.getKey(), folds) != without) {
        examples.add(example(article(folder, entry.getKey()), entry.getValue()));
      }
    }
    for (NaturalThread thread : NaturalThread.read(folder.resolve("threads"))) {
      if (fold(thread.id(), folds) == without) {
        continue;
      }
      for (Comment comment : thread.conversation().comments()) {
        if (gold.comments().containsKey(comment.id())) {
          examples.add(example(comment, gold.comments().get(comment.id())));
        }
      }
    }
    try (BufferedReader lines = resource(MORE_COMMENTS)) {
      for (GradedRow row : GradedRow.read(lines, MORE_COMMENTS)) {
        String id = "invented " + examples.size();
        examples.add(example(Comment.of(id, row.document()), List.of(row)));
      }
    }
    return examples;
  }

  private GradeTraining.Example example(Document document, List<GradedRow> rows) {
    AnnotatedText annotated = engine.annotate(document);
    return new GradeTraining.Example(
        document, annotated, rows.stream().map(GradedRow::graded).toList());
  }

  private static Article article(Path folder, String file) throws IOException {
    Path text = folder.resolve("../polnear/train/text").resolve(file);
    return Article.of(file, "", Files.readString(text));
  }

  private static Map<String, List<GradedRow>> byDocument(List<GradedRow> rows) {
    Map<String, List<GradedRow>> found = new LinkedHashMap<>();
    rows.forEach(row -> found.computeIfAbsent(row.document(), k -> new ArrayList<>()).add(row));
    return found;
  }

  private static boolean isSaid(Quotation quotation) {
    return quotation.grade() == Quotation.Grade.SAID;
  }

  private static boolean reported(Quotation quotation) {
    return quotation.kind() == Quotation.Kind.INDIRECT || quotation.kind() == Quotation.Kind.MIXED;
  }

  /** Graded rows that are found again as said, and how many of those are right. */
  private static final class Kept {
    private int again;
    private int right;
    private int allRight;

    void add(List<GradedRow> rows, List<Quotation> quotations, boolean extents) {
      for (GradedRow row : rows) {
        boolean good = row.isSaid() && (!extents || row.extent());
        boolean hit =
            quotations.stream()
                .filter(q -> isSaid(q) && (!extents || reported(q)))
                .anyMatch(q -> Extents.jaccard(row.graded().content(), q.content()) >= FOUND_AGAIN);
        allRight += good ? 1 : 0;
        again += hit ? 1 : 0;
        right += hit && good ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "graded rows found again as said %d, right %.3f; right rows kept %.3f of %d",
          again,
          right / (double) Math.max(1, again),
          right / (double) Math.max(1, allRight),
          allRight);
    }
  }

  /** What is found of the quotations of articles and comments. */
  private static final class ThreadScore {
    private int gold;
    private int found;
    private int matched;
    private int speakers;
    private int commentGold;
    private int commentFound;
    private int commentRows;
    private int commentRight;

    void comment(List<NaturalThread.Quoted> quoted, List<Quotation> quotations, List<Echo> echoes) {
      List<Quotation> said = quotations.stream().filter(NaturalQuotationTask::isSaid).toList();
      for (NaturalThread.Quoted one : quoted) {
        List<Span> span = List.of(one.span());
        commentGold++;
        boolean hit =
            said.stream().anyMatch(q -> Extents.jaccard(span, q.content()) >= MATCHED)
                || echoes.stream()
                    .anyMatch(e -> Extents.jaccard(span, List.of(e.span())) >= MATCHED);
        commentFound += hit ? 1 : 0;
      }
      for (Quotation q : said) {
        commentRows++;
        boolean hit =
            quoted.stream()
                .anyMatch(one -> Extents.jaccard(List.of(one.span()), q.content()) >= MATCHED);
        commentRight += hit ? 1 : 0;
      }
    }

    void article(NaturalThread thread, List<Quotation> quotations) {
      List<Quotation> left =
          new ArrayList<>(quotations.stream().filter(NaturalQuotationTask::isSaid).toList());
      gold += thread.article().size();
      found += left.size();
      for (NaturalThread.Quoted one : thread.article()) {
        Quotation best = null;
        double most = MATCHED;
        for (Quotation q : left) {
          double overlap = Extents.jaccard(List.of(one.span()), q.content());
          if (overlap >= most && (best == null || overlap > most)) {
            most = overlap;
            best = q;
          }
        }
        if (best != null) {
          left.remove(best);
          matched++;
          String speaker = NaturalThread.folded(speaker(best.speaker()));
          String right = NaturalThread.folded(one.speaker());
          boolean same =
              speaker.equals(right)
                  || thread
                      .names()
                      .getOrDefault(speaker, speaker)
                      .equals(thread.names().getOrDefault(right, right));
          speakers += same ? 1 : 0;
        }
      }
    }

    private static String speaker(Speaker speaker) {
      return speaker.type().equals("unknown") ? "" : speaker.label();
    }

    void print(PrintWriter out) {
      out.printf(
          Locale.ROOT,
          "quotations in comments: %.3f of %d found by a quotation or an echo; precision %.3f of"
              + " %d%n",
          commentFound / (double) Math.max(1, commentGold),
          commentGold,
          commentRight / (double) Math.max(1, commentRows),
          commentRows);
      out.printf(
          Locale.ROOT,
          "articles of threads, J>=.5: P %.3f of %d, R %.3f of %d; speaker right %.3f of matched%n",
          matched / (double) Math.max(1, found),
          found,
          matched / (double) Math.max(1, gold),
          gold,
          speakers / (double) Math.max(1, matched));
    }
  }
}
