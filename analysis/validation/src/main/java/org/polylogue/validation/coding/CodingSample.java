package org.polylogue.validation.coding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.results.Results;
import org.polylogue.text.Span;

/**
 * A sample of rows with their contexts. Immutable and thread-safe.
 *
 * @param task what is asked of them
 * @param rows in the order in which they are to be coded
 * @param texts of their articles and comments, by id
 */
public record CodingSample(CodingTask task, List<SampledRow> rows, Map<String, String> texts) {

  private static final int BEFORE = 400;
  private static final int AFTER = 200;
  private static final int LONGEST_DOCUMENT = 3_000;
  private static final int LONGEST_ANSWERED = 800;

  /** Copies rows and texts. */
  public CodingSample {
    rows = List.copyOf(rows);
    texts = Map.copyOf(texts);
  }

  /**
   * Draws a sample and reads its contexts.
   *
   * @param results the folder that {@code polylogue analyze} wrote
   * @param table a table in it
   * @param task what is asked
   * @param draw how rows are drawn
   * @param size how many rows
   * @return the sample
   * @throws IOException if results cannot be read
   * @throws IllegalArgumentException if no such sample can be drawn
   */
  public static CodingSample draw(
      Path results, ResultTable table, CodingTask task, SampleDraw draw, int size)
      throws IOException {
    Population population = Population.read(table, task, List.of());
    List<SampleDraw.Drawn> drawn = draw.draw(population, size);
    Map<String, ResultTable.Row> rows = new HashMap<>();
    drawn.forEach(one -> rows.put(population.ids().get(one.row()), null));
    Set<String> articles = new HashSet<>();
    table.read(
        row -> {
          if (rows.containsKey(row.id())) {
            rows.put(row.id(), row);
            articles.add(row.cell("article_id"));
          }
        });
    Map<String, Document> documents = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    try (Stream<Discourse> found = new Results().read(results)) {
      found.forEach(
          discourse -> {
            String id = discourse.conversation().article().id();
            if (articles.contains(id)) {
              titles.put(id, discourse.conversation().article().title());
              discourse.conversation().documents().forEach(one -> documents.put(one.id(), one));
            }
          });
    }
    List<SampledRow> sampled = new ArrayList<>();
    for (SampleDraw.Drawn one : drawn) {
      ResultTable.Row row = rows.get(population.ids().get(one.row()));
      sampled.add(sampled(one, row, task, documents, titles));
    }
    Map<String, String> texts = new HashMap<>();
    for (SampledRow row : sampled) {
      if (documents.containsKey(row.document())) {
        texts.put(row.document(), documents.get(row.document()).text());
      }
    }
    return new CodingSample(task, sampled, texts);
  }

  private static SampledRow sampled(
      SampleDraw.Drawn drawn,
      ResultTable.Row row,
      CodingTask task,
      Map<String, Document> documents,
      Map<String, String> titles) {
    String id = row.cell("document_id");
    Document document =
        documents.get(id.isEmpty() ? row.cells().getOrDefault("comment_id", "") : id);
    List<Span> spans = spans(row, document);
    String before = "";
    String text = row.cells().getOrDefault("text", row.cells().getOrDefault("name", ""));
    String after = "";
    if (!spans.isEmpty()) {
      Span extent = spans.get(0).cover(spans.get(spans.size() - 1));
      String whole = document.text();
      before = whole.substring(start(whole, extent.start() - BEFORE), extent.start());
      text = extent.of(whole);
      after = whole.substring(extent.end(), end(whole, extent.end() + AFTER));
    } else if (text.isEmpty()) {
      text = row.cell("title");
    }
    return new SampledRow(
        row.id(),
        drawn.stratum(),
        drawn.stratumRows(),
        drawn.inclusion(),
        row.cell("article_id"),
        document == null ? "" : document.id(),
        titles.getOrDefault(row.cell("article_id"), row.cell("article.title")),
        about(row),
        answered(row, document, documents),
        before,
        text,
        after,
        spans,
        row.cell(task.question()));
  }

  /** Where the row stands; of a stance the whole document up to a length. */
  private static List<Span> spans(ResultTable.Row row, Document document) {
    if (document == null || document.text().isEmpty()) {
      return List.of();
    }
    int length = document.text().length();
    List<Span> spans = new ArrayList<>();
    try {
      if (row.cells().containsKey("spans")) {
        for (String span : row.cell("spans").split(",")) {
          int dash = span.indexOf('-');
          spans.add(
              new Span(
                  Integer.parseInt(span.substring(0, dash)),
                  Integer.parseInt(span.substring(dash + 1))));
        }
      } else if (row.cells().containsKey("start")) {
        spans.add(new Span(Integer.parseInt(row.cell("start")), Integer.parseInt(row.cell("end"))));
      } else {
        return List.of(new Span(0, end(document.text(), LONGEST_DOCUMENT)));
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return List.of();
    }
    return spans.get(spans.size() - 1).end() <= length ? spans : List.of();
  }

  private static String about(ResultTable.Row row) {
    List<String> parts = new ArrayList<>();
    if (row.cells().containsKey("holder")) {
      String speaker = row.cell("speaker");
      parts.add("holder: " + (speaker.isEmpty() ? row.cell("holder") : speaker));
    }
    String target = row.cells().getOrDefault("target", "");
    String type = row.cells().getOrDefault("target_type", "");
    if (!target.isEmpty() || !type.isEmpty()) {
      parts.add("target: " + (target.isEmpty() ? "the " + type : target));
    }
    return String.join("; ", parts);
  }

  private static String answered(
      ResultTable.Row row, Document document, Map<String, Document> documents) {
    Document other =
        switch (row.cells().getOrDefault("target_type", "")) {
          case "article" -> documents.get(row.cell("article_id"));
          case "parent" ->
              document instanceof Comment comment
                  ? documents.get(comment.replyTo().orElse(""))
                  : null;
          default -> null;
        };
    return other == null ? "" : other.text().substring(0, end(other.text(), LONGEST_ANSWERED));
  }

  /** Not within a character of two units. */
  private static int start(String text, int at) {
    int start = Math.max(0, at);
    return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
  }

  private static int end(String text, int at) {
    int end = Math.min(text.length(), at);
    return end < text.length() && end > 0 && Character.isLowSurrogate(text.charAt(end))
        ? end - 1
        : end;
  }
}
