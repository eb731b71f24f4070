package org.polylogue.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Finding;

/**
 * A line of {@code discourse.jsonl}: the fields of {@link DiscourseJson}, where each layer of
 * findings is a field of its document, or of the line if its findings name their document.
 */
record DiscourseLine(String schema, String offsets, Discourse discourse) {

  static final class Writer extends JsonSerializer<DiscourseLine> {

    @Override
    public void serialize(DiscourseLine line, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      Discourse discourse = line.discourse();
      Conversation conversation = discourse.conversation();
      json.writeStartObject();
      json.writeStringField("schema", line.schema());
      json.writeStringField("offsets", line.offsets());
      provider.defaultSerializeField("article", conversation.article(), json);
      provider.defaultSerializeField("comments", conversation.comments(), json);
      provider.defaultSerializeField("irregularities", conversation.irregularities(), json);
      provider.defaultSerializeField("actors", discourse.actors(), json);
      Map<Layer<?>, List<Finding>> beside = new LinkedHashMap<>();
      json.writeArrayFieldStart("documents");
      for (DocumentDiscourse found : discourse.documents()) {
        json.writeStartObject();
        json.writeStringField("documentId", found.documentId());
        for (Layer<?> layer : found.findings().keySet()) {
          if (layer.namesDocument()) {
            beside.computeIfAbsent(layer, l -> new ArrayList<>()).addAll(found.of(layer));
          } else {
            write(layer, found.of(layer), json, provider);
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      for (Map.Entry<Layer<?>, List<Finding>> layer : beside.entrySet()) {
        write(layer.getKey(), layer.getValue(), json, provider);
      }
      json.writeEndObject();
    }

    private static void write(
        Layer<?> layer, List<? extends Finding> found, JsonGenerator json, SerializerProvider p)
        throws IOException {
      JavaType list = p.getTypeFactory().constructCollectionType(List.class, layer.type());
      json.writeFieldName(layer.name());
      p.findTypedValueSerializer(list, true, null).serialize(found, json, p);
    }
  }

  /** What was found in one document, layer by layer, for metadata. */
  static final class FindingsWriter extends JsonSerializer<DocumentDiscourse> {

    @Override
    public void serialize(DocumentDiscourse found, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (Layer<?> layer : found.findings().keySet()) {
        Writer.write(layer, found.of(layer), json, provider);
      }
      json.writeEndObject();
    }
  }

  static final class Reader extends JsonDeserializer<DiscourseLine> {

    private final Layers layers;

    Reader(Layers layers) {
      this.layers = layers;
    }

    @Override
    public DiscourseLine deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String schema = null;
      String offsets = null;
      Article article = null;
      List<Comment> comments = null;
      List<Conversation.Irregularity> irregularities = null;
      List<Actor> actors = null;
      List<DocumentDiscourse> documents = null;
      Map<Layer<?>, List<Finding>> beside = new LinkedHashMap<>();
      start(json, context, DiscourseLine.class);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "schema" -> {
            schema = context.readValue(json, String.class);
            if (!DiscourseJson.SCHEMA.equals(schema)) {
              throw new IllegalArgumentException(
                  "schema " + schema + ", not " + DiscourseJson.SCHEMA);
            }
          }
          case "offsets" -> offsets = context.readValue(json, String.class);
          case "article" -> article = context.readValue(json, Article.class);
          case "comments" -> comments = list(Comment.class, json, context);
          case "irregularities" ->
              irregularities = list(Conversation.Irregularity.class, json, context);
          case "actors" -> actors = list(Actor.class, json, context);
          case "documents" -> documents = documents(json, context);
          default -> {
            Layer<?> layer = layers.named(field).filter(Layer::namesDocument).orElse(null);
            if (layer == null) {
              context.handleUnknownProperty(json, this, DiscourseLine.class, field);
            } else {
              beside.put(layer, findings(layer, json, context));
            }
          }
        }
      }
      Conversation conversation =
          Conversation.restored(
              Objects.requireNonNull(article, "article"),
              Objects.requireNonNull(comments, "comments"),
              Objects.requireNonNull(irregularities, "irregularities"));
      List<DocumentDiscourse> found = Objects.requireNonNull(documents, "documents");
      for (Map.Entry<Layer<?>, List<Finding>> layer : beside.entrySet()) {
        found = with(layer.getKey(), layer.getValue(), found);
      }
      return new DiscourseLine(
          Objects.requireNonNull(schema, "schema"),
          Objects.requireNonNull(offsets, "offsets"),
          new Discourse(conversation, Objects.requireNonNull(actors, "actors"), found));
    }

    private static void start(JsonParser json, DeserializationContext context, Class<?> type)
        throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        context.handleUnexpectedToken(type, json);
      }
    }

    private static <T> List<T> list(Class<T> type, JsonParser json, DeserializationContext context)
        throws IOException {
      CollectionType list = context.getTypeFactory().constructCollectionType(List.class, type);
      List<T> read = context.readValue(json, list);
      return Objects.requireNonNull(read, type.getSimpleName());
    }

    private static List<Finding> findings(
        Layer<?> layer, JsonParser json, DeserializationContext context) throws IOException {
      return new ArrayList<>(list(layer.type(), json, context));
    }

    private List<DocumentDiscourse> documents(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        context.handleUnexpectedToken(List.class, json);
      }
      List<DocumentDiscourse> documents = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        documents.add(document(json, context));
      }
      return documents;
    }

    private DocumentDiscourse document(JsonParser json, DeserializationContext context)
        throws IOException {
      String id = null;
      Map<Layer<?>, List<? extends Finding>> findings = new LinkedHashMap<>();
      start(json, context, DocumentDiscourse.class);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("documentId")) {
          id = context.readValue(json, String.class);
          continue;
        }
        Layer<?> layer = layers.named(field).filter(one -> !one.namesDocument()).orElse(null);
        if (layer == null) {
          context.handleUnknownProperty(json, this, DocumentDiscourse.class, field);
        } else {
          findings.put(layer, findings(layer, json, context));
        }
      }
      return new DocumentDiscourse(id, findings);
    }

    private static <F extends Finding> List<DocumentDiscourse> with(
        Layer<F> layer, List<Finding> found, List<DocumentDiscourse> documents) {
      Map<String, List<F>> byDocument = new HashMap<>();
      for (Finding one : found) {
        F finding = layer.type().cast(one);
        String id = layer.documentId(finding).orElseThrow();
        byDocument.computeIfAbsent(id, i -> new ArrayList<>()).add(finding);
      }
      List<DocumentDiscourse> filled =
          documents.stream()
              .map(
                  document -> {
                    List<F> own = byDocument.remove(document.documentId());
                    return document.with(layer, own == null ? List.of() : own);
                  })
              .toList();
      if (!byDocument.isEmpty()) {
        throw new IllegalArgumentException(
            layer + " of documents that are not there: " + byDocument.keySet());
      }
      return filled;
    }
  }
}
