package org.polylogue.benchmarks.quality.quotation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.quotation.AttributionTraining;
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.discourse.quotation.PolnearReader;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.encoder.Encoder;
import org.polylogue.encoder.EncoderAttributions;
import org.polylogue.encoder.Weights;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/** Quotations and their sources on a split of PolNeAR. */
public final class QuotationTask implements QualityTask {

  private record Predicted(
      List<Span> content, List<Span> source, String kind, String speaker, String cue) {

    Score.Item item() {
      return new Score.Item(content, source);
    }
  }

  private interface System {
    List<Predicted> find(PolnearArticle article);
  }

  /** The task. */
  public QuotationTask() {}

  @Override
  public String name() {
    return "quotations";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<PolnearArticle> articles = PolnearReader.read(request.gold());
    List<List<Predicted>> ours =
        request.folds().isPresent()
            ? with(
                request.weights(),
                encoders -> crossValidated(articles, request.folds().getAsInt(), encoders, out))
            : applied(
                request.judges().map(Judges::quotations).orElseGet(QuotationFinder::shipped),
                articles);
    table("polylogue", articles, ours, out);
    table("marks paired", articles, all(articles, QuotationTask::markedRanges), out);
    if (request.rival().isPresent()) {
      String rival = request.rival().get();
      if (!rival.equals("corenlp")) {
        throw new IllegalArgumentException("no rival " + rival + "; there is corenlp");
      }
      CoreNlpQuotes corenlp = new CoreNlpQuotes();
      table(
          "corenlp",
          articles,
          all(
              articles,
              article ->
                  corenlp.find(article.article().text()).stream()
                      .map(i -> new Predicted(i.content(), i.source(), "DIRECT", "-", "-"))
                      .toList()),
          out);
    }
    kinds(articles, ours, out);
    if (request.predictions().isPresent()) {
      write(request.predictions().get(), articles, ours);
    }
    if (request.errors() > 0) {
      errors(articles, ours, request.errors(), out);
    }
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<PolnearArticle> articles = PolnearReader.read(gold);
    train(articles, new AttributionTraining(), model, out);
  }

  /**
   * Trains the model that weighs what an encoder reads beside all else.
   *
   * @param gold the folder of a split
   * @param readers weights that did not learn from the articles in even places, and weights that
   *     did not learn from those in odd places
   * @param model the file to write
   * @param out takes a line
   * @throws IOException if a file cannot be read or written
   */
  public void train(Path gold, List<Path> readers, Path model, PrintWriter out) throws IOException {
    List<PolnearArticle> articles = PolnearReader.read(gold);
    with(
        readers,
        encoders -> {
          List<EncoderAttributions> all = encoders.stream().map(EncoderAttributions::new).toList();
          train(
              articles,
              new AttributionTraining(place -> Optional.of(all.get(place % all.size()))),
              model,
              out);
          return articles;
        });
  }

  private interface Use<T> {
    T of(List<Encoder> encoders) throws IOException;
  }

  private static <T> T with(List<Path> files, Use<T> use) throws IOException {
    List<Encoder> encoders = new ArrayList<>();
    for (Path file : files) {
      encoders.add(Encoder.of(() -> Weights.read(file)));
    }
    try {
      return use.of(encoders);
    } finally {
      encoders.forEach(Encoder::close);
    }
  }

  private static void train(
      List<PolnearArticle> articles, AttributionTraining training, Path model, PrintWriter out)
      throws IOException {
    byte[] bytes = train(CoreNlpEngine.standard(), articles, training);
    Files.write(model, bytes);
    out.printf(
        Locale.ROOT, "%d articles, %d bytes written to %s%n", articles.size(), bytes.length, model);
  }

  private static byte[] train(
      LanguageEngine engine, List<PolnearArticle> articles, AttributionTraining training)
      throws IOException {
    List<AttributionTraining.Example> examples = new ArrayList<>();
    for (PolnearArticle article : articles) {
      examples.add(
          new AttributionTraining.Example(
              article.article(), engine.annotate(article.article()), article.attributions()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    training.train(examples, bytes);
    return bytes.toByteArray();
  }

  private static List<List<Predicted>> applied(
      QuotationFinder finder, List<PolnearArticle> articles) {
    LanguageEngine engine = CoreNlpEngine.builder().parsing(finder.parseNeed()).build();
    return all(articles, article -> predictions(finder, engine, article));
  }

  private static List<List<Predicted>> crossValidated(
      List<PolnearArticle> articles, int folds, List<Encoder> encoders, PrintWriter out)
      throws IOException {
    if (folds < 2 || folds > articles.size()) {
      throw new IllegalArgumentException(
          "--cross-validate needs 2 to " + articles.size() + " folds, not " + folds);
    }
    if (!encoders.isEmpty() && encoders.size() != folds) {
      throw new IllegalArgumentException(
          "--weights needs a file for each of " + folds + " folds, not " + encoders.size());
    }
    List<Optional<AttributionReader>> readers = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      readers.add(
          encoders.isEmpty()
              ? Optional.empty()
              : Optional.of(new EncoderAttributions(encoders.get(fold))));
    }
    LanguageEngine engine = CoreNlpEngine.standard();
    List<List<Predicted>> found = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      found.add(List.of());
    }
    for (int fold = 0; fold < folds; fold++) {
      List<PolnearArticle> others = new ArrayList<>();
      List<Optional<AttributionReader>> theirs = new ArrayList<>();
      for (int i = 0; i < articles.size(); i++) {
        if (i % folds != fold) {
          others.add(articles.get(i));
          theirs.add(readers.get(i % folds));
        }
      }
      QuotationFinder finder =
          QuotationFinder.read(
              new ByteArrayInputStream(train(engine, others, new AttributionTraining(theirs::get))),
              "fold " + (fold + 1),
              readers.get(fold));
      for (int i = fold; i < articles.size(); i += folds) {
        found.set(i, predictions(finder, engine, articles.get(i)));
      }
      out.printf(Locale.ROOT, "fold %d of %d done%n", fold + 1, folds);
      out.flush();
    }
    return found;
  }

  private static List<List<Predicted>> all(List<PolnearArticle> articles, System system) {
    List<List<Predicted>> found = new ArrayList<>();
    for (PolnearArticle article : articles) {
      found.add(system.find(article));
    }
    return found;
  }

  private static List<Predicted> predictions(
      QuotationFinder finder, LanguageEngine engine, PolnearArticle article) {
    AnnotatedText annotated = engine.annotate(article.article());
    List<Predicted> found = new ArrayList<>();
    for (Quotation q : finder.find(article.article(), annotated).quotations()) {
      found.add(
          new Predicted(
              q.content(),
              q.source().map(List::of).orElse(List.of()),
              q.kind().name(),
              speaker(q.speaker()),
              q.cue().map(c -> c.of(article.article().text())).orElse("-")));
    }
    return found;
  }

  private static String speaker(Speaker speaker) {
    return switch (speaker.type()) {
      case "unknown" -> "unknown: " + speaker.label().toLowerCase(Locale.ROOT);
      case "author" -> "the author";
      default -> speaker.label();
    };
  }

  /** The baseline: whatever stands between double marks, closed in its paragraph; no source. */
  private static List<Predicted> markedRanges(PolnearArticle article) {
    String text = article.article().text();
    List<Predicted> found = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        open = -1;
      } else if (open >= 0 && (c == '"' || c == '\u201D')) {
        found.add(new Predicted(List.of(new Span(open, i + 1)), List.of(), "DIRECT", "-", "-"));
        open = -1;
      } else if (c == '"' || c == '\u201C') {
        open = i;
      }
    }
    return found;
  }

  private static List<Score.Item> gold(PolnearArticle article) {
    return article.attributions().stream()
        .map(a -> new Score.Item(a.content(), a.source()))
        .toList();
  }

  private static List<Score.Item> items(List<Predicted> predicted) {
    return predicted.stream().map(Predicted::item).toList();
  }

  private static void table(
      String system,
      List<PolnearArticle> articles,
      List<List<Predicted>> predicted,
      PrintWriter out) {
    Score all = new Score();
    Score direct = new Score();
    for (int i = 0; i < articles.size(); i++) {
      String text = articles.get(i).article().text();
      List<Score.Item> gold = gold(articles.get(i));
      List<Score.Item> items = items(predicted.get(i));
      all.add(gold, items, x -> true, x -> true);
      direct.add(gold, items, x -> Score.isDirect(text, x), x -> Score.isMarked(text, x));
    }
    row(system, "all", all, out);
    row(system, "direct", direct, out);
    out.flush();
  }

  private static void row(String system, String kind, Score score, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-14s %-7s gold %d, predicted %d%n",
        system,
        kind,
        score.gold(),
        score.predicted());
    for (Score.Measure m : Score.Measure.values()) {
      double[] interval = score.interval(m);
      out.printf(
          Locale.ROOT,
          "    J>=%.1f %-16s P %.3f  R %.3f  F1 %.3f  [%.3f, %.3f]%n",
          m.threshold,
          m.source ? "content+source" : "content",
          score.precision(m),
          score.recall(m),
          score.f1(m),
          interval[0],
          interval[1]);
    }
  }

  /** Recall of the gold items by how they are marked, at both thresholds. */
  private static void kinds(
      List<PolnearArticle> articles, List<List<Predicted>> predicted, PrintWriter out) {
    List<String> names = List.of("no marks", "some words in marks", "all in marks");
    int[] gold = new int[names.size()];
    int[] half = new int[names.size()];
    int[] most = new int[names.size()];
    for (int i = 0; i < articles.size(); i++) {
      String text = articles.get(i).article().text();
      List<Score.Item> items = gold(articles.get(i));
      List<Score.Item> found = items(predicted.get(i));
      int[] matched = Score.match(items, found);
      for (int g = 0; g < matched.length; g++) {
        Score.Item item = items.get(g);
        int kind = !Score.isMarked(text, item) ? 0 : Score.isWholeMarked(text, item) ? 2 : 1;
        gold[kind]++;
        if (matched[g] >= 0) {
          half[kind]++;
          if (Extents.jaccard(item.content(), found.get(matched[g]).content()) >= 0.8) {
            most[kind]++;
          }
        }
      }
    }
    out.println("recall of content by marks, Jaccard 0.5 and 0.8");
    for (int k = 0; k < names.size(); k++) {
      double n = Math.max(1, gold[k]);
      out.printf(
          Locale.ROOT,
          "    %-20s gold %5d  %.3f  %.3f%n",
          names.get(k),
          gold[k],
          half[k] / n,
          most[k] / n);
    }
  }

  private static void write(
      Path file, List<PolnearArticle> articles, List<List<Predicted>> predicted)
      throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      for (Predicted p : predicted.get(i)) {
        rows.add(
            String.join(
                "\t",
                articles.get(i).file(),
                ranges(p.content()),
                p.source().isEmpty() ? "-" : ranges(p.source()),
                p.kind(),
                p.speaker().replaceAll("\\s+", " ")));
      }
    }
    Path absolute = file.toAbsolutePath();
    Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName().toString(), null);
    Files.write(part, rows);
    Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String ranges(List<Span> spans) {
    return spans.stream().map(s -> s.start() + "-" + s.end()).collect(Collectors.joining(","));
  }

  private static void errors(
      List<PolnearArticle> articles, List<List<Predicted>> predicted, int limit, PrintWriter out) {
    int left = limit;
    for (int i = 0; i < articles.size() && left > 0; i++) {
      String text = articles.get(i).article().text();
      List<Score.Item> gold = gold(articles.get(i));
      List<Predicted> found = predicted.get(i);
      int[] matched = Score.match(gold, items(found));
      boolean[] used = new boolean[found.size()];
      for (int g = 0; g < matched.length && left > 0; g++) {
        Score.Item item = gold.get(g);
        Predicted p = matched[g] < 0 ? null : found.get(matched[g]);
        if (p != null) {
          used[matched[g]] = true;
          boolean close = Extents.jaccard(item.content(), p.content()) >= 0.8;
          if (close && item.sameSource(p.item())) {
            continue;
          }
          out.println((close ? "source" : "extent") + "  " + articles.get(i).file());
        } else {
          out.println("missed  " + articles.get(i).file());
        }
        left--;
        out.println("    gold  " + shown(text, item));
        if (p != null) {
          out.println("    found " + shown(text, p.item()) + " by \"" + p.cue() + '"');
        }
      }
      for (int k = 0; k < used.length && left > 0; k++) {
        if (!used[k]) {
          left--;
          out.println("made up " + articles.get(i).file());
          out.println(
              "    found "
                  + shown(text, found.get(k).item())
                  + " by \""
                  + found.get(k).cue()
                  + '"');
        }
      }
    }
  }

  private static String shown(String text, Score.Item item) {
    String source = item.source().isEmpty() ? "-" : item.source().get(0).of(text);
    return (source + ": " + Score.words(text, item)).replaceAll("\\s+", " ");
  }
}
