package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.Finding;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * An article as the report's script reads it: gzipped JSON, rows as arrays. Offsets are UTF-16 code
 * units, as in the browser. Documents are numbered: 0 is the article, comments follow from 1.
 */
public final class ArticleData {

  private static final int TRACE_LENGTH = 3;

  /** Layers that the script knows; of others it shows the words and what they say. */
  private static final Set<Layer<?>> DRAWN =
      Set.of(
          Layers.MENTIONS,
          Layers.QUOTATIONS,
          Layers.EXPRESSIONS,
          Layers.SENTIMENTS,
          Layers.STANCES,
          Layers.ECHOES);

  private final Discourse discourse;
  private final JsonGenerator json;
  private final Map<String, Integer> documents = new HashMap<>();
  private final Map<String, Integer> actors = new HashMap<>();
  private final List<Layer<?>> more = new ArrayList<>();

  private ArticleData(Discourse discourse, JsonGenerator json) {
    this.discourse = discourse;
    this.json = json;
    for (DocumentDiscourse document : discourse.documents()) {
      documents.put(document.documentId(), documents.size());
      for (Layer<?> layer : document.findings().keySet()) {
        if (!DRAWN.contains(layer) && !more.contains(layer)) {
          more.add(layer);
        }
      }
    }
    for (Actor actor : discourse.actors()) {
      actors.put(actor.id(), actors.size());
    }
  }

  /**
   * Packs an article with everything found in it.
   *
   * @param discourse what was found
   * @return gzipped JSON
   */
  public static byte[] pack(Discourse discourse) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer =
        new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      JsonGenerator json = SafeJson.generator(writer);
      new ArticleData(discourse, json).write();
      json.flush();
    }
    return bytes.toByteArray();
  }

  private void write() throws IOException {
    Conversation conversation = discourse.conversation();
    Article article = conversation.article();
    json.writeStartObject();
    json.writeStringField("id", article.id());
    json.writeStringField("title", article.title());
    optional("outlet", article.publication().outlet());
    optional("author", article.publication().author());
    optional("date", article.publication().date().map(Moment::toString));
    optional("url", article.publication().url());
    optional("section", article.publication().section());
    json.writeArrayFieldStart("mended");
    for (Conversation.Irregularity irregularity : conversation.irregularities()) {
      json.writeString(irregularity.detail());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("actors");
    for (Actor actor : discourse.actors()) {
      json.writeStartArray();
      json.writeString(actor.name());
      json.writeString(actor.type().name());
      json.writeString(actor.id());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("more");
    for (Layer<?> layer : more) {
      json.writeString(layer.label());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("documents");
    document(article.text(), article.blocks(), null, discourse.article());
    for (int i = 0; i < conversation.comments().size(); i++) {
      Comment comment = conversation.comments().get(i);
      document(comment.text(), comment.blocks(), comment, discourse.documents().get(i + 1));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("stances");
    for (Stance stance : discourse.stances()) {
      stance(stance);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void document(String text, List<Block> blocks, Comment comment, DocumentDiscourse found)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("text", text);
    json.writeArrayFieldStart("blocks");
    for (Block block : blocks) {
      json.writeStartArray();
      json.writeString(block.kind().name());
      span(block.span());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (comment != null) {
      json.writeStringField("id", comment.id());
      optional("author", comment.author());
      optional("time", comment.time().map(Moment::toString));
      if (comment.score().isPresent()) {
        json.writeNumberField("score", comment.score().getAsInt());
      }
      int parent = comment.replyTo().map(id -> documents.getOrDefault(id, 0)).orElse(0);
      json.writeNumberField("parent", parent);
      json.writeNumberField("depth", discourse.conversation().depthOf(comment));
    }
    findings(found);
    marks(found);
    json.writeEndObject();
  }

  private void findings(DocumentDiscourse found) throws IOException {
    json.writeArrayFieldStart("quotations");
    for (Quotation quotation : found.quotations()) {
      json.writeStartObject();
      json.writeArrayFieldStart("content");
      for (Span segment : quotation.content()) {
        span(segment);
      }
      json.writeEndArray();
      passage("cue", quotation.cue());
      passage("source", quotation.source());
      json.writeStringField("speaker", speaker(quotation.speaker()));
      Optional<Integer> actor =
          quotation.speaker().resolved().map(resolved -> actors.get(resolved.actorId()));
      if (actor.isPresent()) {
        json.writeNumberField("actor", actor.get());
      }
      json.writeStringField("kind", quotation.kind().name());
      json.writeStringField("mode", quotation.mode().name());
      json.writeStringField("grade", quotation.grade().name());
      json.writeStringField("rule", quotation.rule());
      json.writeFieldName("sure");
      SafeJson.number(json, quotation.confidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mentions");
    for (Mention mention : found.mentions()) {
      json.writeStartArray();
      span(mention.span());
      json.writeNumber(actors.getOrDefault(mention.actorId(), -1));
      json.writeString(mention.form().name());
      json.writeNumber(mention.metonym().map(id -> actors.getOrDefault(id, -1)).orElse(-1));
      SafeJson.number(json, mention.confidence());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("expressions");
    for (MarkedExpression expression : found.expressions()) {
      json.writeStartArray();
      span(expression.span());
      json.writeString(expression.kind().name());
      json.writeString(expression.rule());
      SafeJson.number(json, expression.confidence());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tones");
    for (Sentiment sentiment : found.sentiments()) {
      json.writeStartArray();
      span(sentiment.span());
      SafeJson.number(json, sentiment.score());
      json.writeString(voice(sentiment.voice()));
      json.writeNumber(sentiment.target().map(Span::start).orElse(-1));
      json.writeNumber(sentiment.target().map(Span::end).orElse(-1));
      for (Sentiment.Contribution cause :
          sentiment.trace().subList(0, Math.min(TRACE_LENGTH, sentiment.trace().size()))) {
        json.writeString(cause.cause());
        SafeJson.number(json, cause.amount());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("echoes");
    for (Echo echo : found.echoes()) {
      json.writeStartArray();
      span(echo.span());
      json.writeNumber(documents.getOrDefault(echo.source().documentId(), -1));
      span(echo.source().span());
      SafeJson.number(json, echo.similarity());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void marks(DocumentDiscourse found) throws IOException {
    json.writeArrayFieldStart("marks");
    for (int i = 0; i < more.size(); i++) {
      marks(i, more.get(i), found);
    }
    json.writeEndArray();
  }

  private <F extends Finding> void marks(int number, Layer<F> layer, DocumentDiscourse found)
      throws IOException {
    for (F finding : found.of(layer)) {
      List<String> facts = new ArrayList<>();
      new TreeMap<>(layer.features(finding))
          .forEach(
              (name, value) -> {
                if (!value.isEmpty()) {
                  facts.add(name + " " + value);
                }
              });
      for (Span span : finding.spans()) {
        json.writeStartArray();
        span(span);
        json.writeNumber(number);
        json.writeString(String.join(", ", facts));
        json.writeEndArray();
      }
    }
  }

  private void stance(Stance stance) throws IOException {
    json.writeStartObject();
    json.writeNumberField("document", documents.getOrDefault(stance.documentId(), -1));
    json.writeStringField("holder", voice(stance.holder()));
    target(stance.target());
    if (stance.taken().isPresent()) {
      Stance.Taken taken = stance.taken().get();
      json.writeStringField("label", taken.label().name());
      json.writeStringField("side", Side.of(taken.label()).name());
      json.writeFieldName("sure");
      SafeJson.number(json, taken.confidence());
      json.writeArrayFieldStart("evidence");
      for (Passage passage : taken.evidence()) {
        json.writeNumber(documents.getOrDefault(passage.documentId(), -1));
        span(passage.span());
      }
      json.writeEndArray();
    }
    optional("reason", stance.withheld());
    json.writeEndObject();
  }

  private void target(Stance.Target target) throws IOException {
    json.writeStringField("towards", target.type());
    json.writeStringField("target", Names.of(target));
    if (target.type().equals("parent")) {
      json.writeNumberField("parent", documents.getOrDefault(target.id(), -1));
    }
  }

  private void span(Span span) throws IOException {
    json.writeNumber(span.start());
    json.writeNumber(span.end());
  }

  private void passage(String name, Optional<Span> span) throws IOException {
    if (span.isPresent()) {
      json.writeArrayFieldStart(name);
      span(span.get());
      json.writeEndArray();
    }
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static String speaker(Speaker speaker) {
    return Names.of(speaker);
  }

  private static String voice(Voice voice) {
    return Names.of(voice);
  }
}
