package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadShape;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.results.summary.Events;

/** Counts articles as they pass and writes the summary that the report's figures are drawn from. */
public final class Tally {

  private static final int FAILURES_LISTED = 500;

  /** Writes fields of the summary that are known elsewhere. */
  public interface Fields {
    /**
     * Writes the fields.
     *
     * @param json an open object
     * @throws IOException if that fails
     */
    void write(JsonGenerator json) throws IOException;
  }

  private record Failure(String document, String stage, String cause) {}

  private final int rows;
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, Long> totals = new TreeMap<>();
  private final Map<String, Long> mended = new TreeMap<>();
  private final Voices voices = new Voices();
  private final Tones tones = new Tones();
  private final Sourcing sources = new Sourcing();
  private final ActorRows actors = new ActorRows();
  private final Times times;
  private final People people = new People();
  private final Sides sides = new Sides();
  private final Statements statements = new Statements();
  private final KeyWords words = new KeyWords();
  private final Leaders leaders = new Leaders();
  private final ThreadMeasurement threads = new ThreadMeasurement();
  private int articles;
  private long failed;

  /**
   * An empty tally.
   *
   * @param rows how many rows each figure shows
   * @param events marks on the time line
   */
  public Tally(int rows, List<Events.Event> events) {
    this.rows = rows;
    this.times = new Times(events);
  }

  /**
   * Counts an article.
   *
   * @param discourse what was found
   * @param readable whether its text is in the report
   * @return its line in the list of articles
   */
  public ArticleRow add(Discourse discourse, boolean readable) {
    Conversation conversation = discourse.conversation();
    Article article = conversation.article();
    int index = articles++;
    actors.add(discourse);
    voices.add(discourse);
    tones.add(discourse);
    sources.add(discourse);
    times.add(discourse);
    people.add(discourse, index);
    int[] towards = sides.add(discourse);
    statements.add(discourse, index);
    words.add(conversation);
    for (DocumentDiscourse document : discourse.documents()) {
      document
          .findings()
          .forEach(
              (layer, found) -> {
                if (layer != Layers.STANCES) {
                  count(layer.label(), found.size());
                }
              });
    }
    int quotations = discourse.article().quotations().size();
    count("articles", 1);
    count("comments", conversation.comments().size());
    for (Stance stance : discourse.stances()) {
      count(stance.taken().isPresent() ? "stances" : "stances withheld", 1);
    }
    if (!readable) {
      count("articles counted but not shown", 1);
    }
    for (Conversation.Irregularity irregularity : conversation.irregularities()) {
      mended.merge(irregularity.kind().name(), 1L, Long::sum);
    }
    ThreadShape shape = threads.analyze(conversation, new Scope()).whole();
    ArticleRow row =
        new ArticleRow(
            index,
            article.title().isBlank() ? article.id() : article.title(),
            article.publication().outlet().orElse(""),
            article.publication().date().map(Moment::toString).orElse(""),
            conversation.comments().size(),
            quotations,
            shape.depth(),
            shape.breadth(),
            conversation.roots().size(),
            towards,
            readable,
            tones.ofArticle(index));
    leaders.add(row);
    return row;
  }

  /**
   * Counts a document that failed.
   *
   * @param document which one
   * @param stage where it failed
   * @param cause why
   */
  public void addFailure(String document, String stage, String cause) {
    failed++;
    if (failures.size() < FAILURES_LISTED) {
      failures.add(new Failure(document, stage, cause));
    }
  }

  private void count(String name, long number) {
    totals.merge(name, number, Long::sum);
  }

  /**
   * Writes the summary as JSON that is safe inside a script element.
   *
   * @param out where to
   * @param list the articles, or where they are
   * @throws IOException if that fails
   */
  public void write(Writer out, Fields list) throws IOException {
    try (JsonGenerator json = SafeJson.generator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("totals");
      for (Map.Entry<String, Long> total : totals.entrySet()) {
        json.writeNumberField(total.getKey(), total.getValue());
      }
      json.writeNumberField("documents failed", failed);
      json.writeEndObject();
      json.writeObjectFieldStart("mended");
      for (Map.Entry<String, Long> entry : mended.entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("failures");
      for (Failure failure : failures) {
        json.writeStartArray();
        json.writeString(failure.document());
        json.writeString(failure.stage());
        json.writeString(failure.cause());
        json.writeEndArray();
      }
      json.writeEndArray();
      voices.write(json, rows, actors);
      tones.write(json);
      sources.write(json, rows);
      times.write(json);
      people.write(json, actors);
      sides.write(json, rows, actors);
      statements.write(json, actors);
      words.write(json, rows);
      leaders.write(json);
      json.writeNumberField("articleCount", articles);
      list.write(json);
      json.writeEndObject();
    }
  }
}
