package org.polylogue.corpus.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.polylogue.corpus.spi.JsonFields;
import org.polylogue.corpus.spi.TextLimits;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Publication;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Span;

/**
 * Writes conversations as JSON Lines: an article with its comments a line, in UTF-8, as {@code
 * docs/formats/json-lines.md} states. Fields that are empty are left out. For one thread.
 */
public final class JsonLinesWriter implements Closeable {

  /** The value of {@code schema} in every line. */
  public static final String SCHEMA = "polylogue-conversation/1";

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final Writer out;
  private final OffsetUnit unit;

  /**
   * A writer onto a stream.
   *
   * @param out where the lines go; closed with this writer
   * @param unit what offsets count
   */
  public JsonLinesWriter(OutputStream out, OffsetUnit unit) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.unit = Objects.requireNonNull(unit, "unit");
  }

  /**
   * Writes a line.
   *
   * @param conversation an article with its comments
   * @throws IOException if the stream fails
   * @throws IllegalArgumentException if a text is no valid Unicode
   */
  public void write(Conversation conversation) throws IOException {
    out.write(line(conversation, unit));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * A conversation as one line.
   *
   * @param conversation an article with its comments
   * @param unit what offsets count
   * @return a JSON object without line breaks
   * @throws IllegalArgumentException if a text is no valid Unicode
   */
  public static String line(Conversation conversation, OffsetUnit unit) {
    String fault = TextLimits.brokenText(conversation);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("offsets", unit.label());
      json.writeObjectFieldStart("article");
      article(json, conversation.article(), unit);
      json.writeEndObject();
      if (!conversation.comments().isEmpty()) {
        json.writeArrayFieldStart("comments");
        for (Comment comment : conversation.comments()) {
          comment(json, comment, unit);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot be written", e);
    }
    return line.toString();
  }

  private static void article(JsonGenerator json, Article article, OffsetUnit unit)
      throws IOException {
    json.writeStringField("id", article.id());
    json.writeStringField("title", article.title());
    Publication publication = article.publication();
    if (!publication.equals(Publication.UNKNOWN)) {
      json.writeObjectFieldStart("publication");
      JsonFields.publication(json, publication);
      json.writeEndObject();
    }
    json.writeStringField("text", article.text());
    blocks(json, article, unit);
  }

  private static void comment(JsonGenerator json, Comment comment, OffsetUnit unit)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", comment.id());
    JsonFields.optional(json, "replyTo", comment.replyTo());
    JsonFields.optional(json, "author", comment.author());
    JsonFields.optional(json, "time", comment.time());
    if (comment.score().isPresent()) {
      json.writeNumberField("score", comment.score().getAsInt());
    }
    json.writeStringField("text", comment.text());
    blocks(json, comment, unit);
    JsonFields.attributes(json, comment.attributes());
    json.writeEndObject();
  }

  private static void blocks(JsonGenerator json, Document document, OffsetUnit unit)
      throws IOException {
    List<Block> blocks = document.blocks();
    CodePointIndex index =
        unit == OffsetUnit.CODE_POINTS ? CodePointIndex.of(document.text()) : null;
    json.writeArrayFieldStart("blocks");
    for (Block block : blocks) {
      Span span = index == null ? block.span() : index.toCodePoints(block.span());
      json.writeStartObject();
      json.writeStringField("kind", block.kind().name());
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
