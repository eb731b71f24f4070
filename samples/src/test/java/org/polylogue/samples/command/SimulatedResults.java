package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.results.DiscourseJson;
import org.polylogue.results.run.CsvRows;
import org.polylogue.results.run.CsvTable;
import org.polylogue.text.Span;

/** Results of an analysis that never ran: sentences with a tone that is wrong now and then. */
final class SimulatedResults {

  private static final List<String> LABELS = List.of("negative", "neutral", "positive");
  private static final String[] COLUMNS = {
    "article_id", "document_id", "start", "end", "text", "label", "score", "probability"
  };

  private final Path folder;

  /** What people would say, by document and start. */
  private final Map<String, String> truth = new HashMap<>();

  /** Articles of ten sentences each, of two outlets; a third of the labels is wrong in one. */
  SimulatedResults(Path folder, int articles) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    SplittableRandom random = new SplittableRandom(3);
    DiscourseJson json = new DiscourseJson();
    List<String> lines = new ArrayList<>();
    try (Writer sentiments = Files.newBufferedWriter(folder.resolve("sentiments.csv"));
        Writer list = Files.newBufferedWriter(folder.resolve("articles.csv"))) {
      CsvTable rows = new CsvTable(sentiments, false, COLUMNS);
      CsvTable facts = new CsvTable(list, false, "article_id", "title", "outlet");
      for (int a = 0; a < articles; a++) {
        String id = "a" + a;
        String outlet = a % 2 == 0 ? "Herald" : "Times";
        facts.row(id, "Title " + a, outlet);
        StringBuilder text = new StringBuilder();
        List<Sentiment> tones = new ArrayList<>();
        for (int s = 0; s < 10; s++) {
          String sentence = "Sentence " + s + " of </script> article " + a + ".";
          int start = text.length();
          text.append(sentence).append(' ');
          String meant = LABELS.get(random.nextInt(10) < 5 + a % 2 * 2 ? 0 : 1 + s % 2);
          boolean right = random.nextInt(100) < (a % 2 == 0 ? 90 : 67);
          String label = right ? meant : LABELS.get((LABELS.indexOf(meant) + 1) % 3);
          truth.put(id + " " + start, meant);
          double sure = right ? .5 + random.nextDouble() / 2 : .4 + random.nextDouble() / 2;
          rows.row(
              id,
              id,
              start,
              start + sentence.length(),
              sentence,
              label,
              LABELS.indexOf(label) - 1,
              sure);
          tones.add(tone(new Span(start, start + sentence.length()), label, sure));
        }
        Conversation conversation =
            Conversation.of(Article.of(id, "Title " + a, text.toString()), List.of());
        lines.add(
            json.write(
                new Discourse(
                    conversation,
                    List.of(),
                    List.of(new DocumentDiscourse(id, Map.of()).with(Layers.SENTIMENTS, tones)))));
      }
    }
    Files.write(folder.resolve("discourse.jsonl"), lines);
  }

  private static Sentiment tone(Span span, String label, double sure) {
    double[] likely = {(1 - sure) / 2, (1 - sure) / 2, (1 - sure) / 2};
    likely[LABELS.indexOf(label)] = sure;
    return new Sentiment(
        span,
        LABELS.indexOf(label) - 1,
        new Voice.Author(),
        Optional.empty(),
        List.of(),
        Tone.valueOf(label.toUpperCase(Locale.ROOT)),
        Optional.of(new ToneProbabilities(likely[0], likely[1], likely[2])),
        Affected.NONE,
        List.of(),
        Optional.of(JudgeId.rule("dice")));
  }

  Path folder() {
    return folder;
  }

  /** The share of a label among what people would say of all rows. */
  double share(String label) {
    return (double) truth.values().stream().filter(label::equals).count() / truth.size();
  }

  /** Fills in a sample that shows the machine's answers as a coder who always agrees. */
  static Path agreeing(Path sample) throws IOException {
    Path out = sample.resolveSibling("agreeing.csv");
    try (CsvRows rows = CsvRows.open(sample);
        Writer writer = Files.newBufferedWriter(out)) {
      CsvTable table = new CsvTable(writer, false, rows.columns().toArray(String[]::new));
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        row.put("code", row.get("machine"));
        row.put("coder", "Echo");
        table.row(row.values().toArray());
      }
    }
    return out;
  }

  /** Fills in a sample as a coder who errs in a share of rows. */
  Path coded(Path sample, Path out, String coder, double errs) throws IOException {
    SplittableRandom random = new SplittableRandom(coder.hashCode());
    Map<String, String> places = new HashMap<>();
    try (CsvRows rows = CsvRows.open(folder.resolve("sentiments.csv"))) {
      rows.forEachRemaining(
          row ->
              places.put(
                  row.get("text"), truth.get(row.get("document_id") + " " + row.get("start"))));
    }
    try (CsvRows rows = CsvRows.open(sample);
        Writer writer = Files.newBufferedWriter(out)) {
      CsvTable table = new CsvTable(writer, false, rows.columns().toArray(String[]::new));
      rows.forEachRemaining(
          row -> {
            Map<String, Object> filled = new LinkedHashMap<>(row);
            String code = places.get(row.get("text"));
            filled.put("code", random.nextDouble() < errs ? "neutral" : code);
            filled.put("coder", coder);
            try {
              table.row(filled.values().toArray());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return out;
  }
}
