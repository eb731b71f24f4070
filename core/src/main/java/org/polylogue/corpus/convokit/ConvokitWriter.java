package org.polylogue.corpus.convokit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.polylogue.corpus.spi.JsonFields;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Span;

/**
 * Writes a corpus folder of ConvoKit, one conversation at a time. The article is the root
 * utterance, spoken by its author, its outlet, or nobody ({@code [unnamed]}). Every utterance has a
 * {@code timestamp}, since ConvoKit cannot walk through a conversation without: seconds of UTC, by
 * metadata {@code timestamp_basis} either {@code exact}, or {@code zone unknown} and read as UTC,
 * or {@code day} and read as its begin, or {@code order}: no time is known, and it is a second
 * later than the utterance before. What ConvoKit has no field for is metadata, so that {@link
 * ConvokitFormat} reads an equal conversation. Not kept: what was mended in the comment list. The
 * files appear whole, when the writer is closed. For one thread.
 */
public final class ConvokitWriter implements Closeable {

  private static final String UNNAMED = "[unnamed]";
  private static final String PART = ".part";
  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;
  private final java.io.Writer utterances;
  private final java.io.Writer conversationFile;
  private final JsonGenerator conversations;
  private final SortedSet<String> speakers = new TreeSet<>();
  private long last;
  private boolean failed;

  /**
   * Starts a corpus folder.
   *
   * @param folder where it goes, made if missing
   * @throws IOException if the files cannot be made
   */
  public ConvokitWriter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    this.utterances =
        Files.newBufferedWriter(part(ConvokitFormat.UTTERANCES), StandardCharsets.UTF_8);
    this.conversationFile =
        Files.newBufferedWriter(part("conversations.json"), StandardCharsets.UTF_8);
    this.conversations = JSON.createGenerator(conversationFile);
    conversations.writeStartObject();
  }

  private Path part(String name) {
    return folder.resolve(name + PART);
  }

  /**
   * Writes a conversation.
   *
   * @param conversation an article with its comments
   * @throws IOException if the files cannot be written
   */
  public void write(Conversation conversation) throws IOException {
    write(conversation, Map.of());
  }

  /**
   * Writes a conversation with what was found in its documents: metadata {@code findings} of each
   * utterance, with offsets in code points, as Python counts.
   *
   * @param conversation an article with its comments
   * @param findings JSON objects by document id
   * @throws IOException if the files cannot be written
   */
  public void write(Conversation conversation, Map<String, String> findings) throws IOException {
    failed = true;
    Article article = conversation.article();
    Publication facts = article.publication();
    JsonGenerator json =
        start(
            article,
            article.id(),
            Optional.empty(),
            facts.author().or(facts::outlet).orElse(UNNAMED),
            facts.date());
    json.writeStringField("type", "article");
    json.writeStringField("title", article.title());
    JsonFields.publication(json, facts);
    findings(json, findings.get(article.id()));
    end(json);
    for (Comment comment : conversation.comments()) {
      json =
          start(
              comment,
              article.id(),
              Optional.of(comment.replyTo().orElse(article.id())),
              comment.author().orElse(UNNAMED),
              comment.time());
      json.writeStringField("type", "comment");
      if (comment.author().isEmpty()) {
        json.writeBooleanField("anonymous", true);
      }
      JsonFields.optional(json, "time", comment.time());
      if (comment.score().isPresent()) {
        json.writeNumberField("score", comment.score().getAsInt());
      }
      JsonFields.attributes(json, comment.attributes());
      findings(json, findings.get(comment.id()));
      end(json);
    }
    conversations.writeObjectFieldStart(article.id());
    conversations.writeObjectFieldStart("meta");
    conversations.writeStringField("title", article.title());
    conversations.writeEndObject();
    conversations.writeArrayFieldStart("vectors");
    conversations.writeEndArray();
    conversations.writeEndObject();
    failed = false;
  }

  private JsonGenerator start(
      Document document,
      String conversationId,
      Optional<String> replyTo,
      String speaker,
      Optional<Moment> time)
      throws IOException {
    speakers.add(speaker);
    JsonGenerator json = JSON.createGenerator(utterances);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("id", document.id());
    json.writeStringField("conversation_id", conversationId);
    json.writeStringField("text", document.text());
    json.writeStringField("speaker", speaker);
    json.writeStringField("reply-to", replyTo.orElse(null));
    boolean root = replyTo.isEmpty();
    last = time.map(ConvokitWriter::seconds).orElse(root ? 0 : last + 1);
    json.writeNumberField("timestamp", last);
    json.writeArrayFieldStart("vectors");
    json.writeEndArray();
    json.writeObjectFieldStart("meta");
    json.writeStringField("timestamp_basis", time.map(ConvokitWriter::basis).orElse("order"));
    blocks(json, document.text(), document.blocks());
    return json;
  }

  private static void findings(JsonGenerator json, String findings) throws IOException {
    if (findings != null) {
      json.writeFieldName("findings");
      json.writeRawValue(findings);
    }
  }

  private void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
    json.close();
    utterances.write('\n');
  }

  private static long seconds(Moment moment) {
    return moment
        .date()
        .atTime(moment.time().orElse(LocalTime.MIDNIGHT))
        .toEpochSecond(moment.offset().orElse(ZoneOffset.UTC));
  }

  private static String basis(Moment moment) {
    if (moment.time().isEmpty()) {
      return "day";
    }
    return moment.offset().isPresent() ? "exact" : "zone unknown";
  }

  private static void blocks(JsonGenerator json, String text, List<Block> blocks)
      throws IOException {
    CodePointIndex index = CodePointIndex.of(text);
    json.writeArrayFieldStart("blocks");
    for (Block block : blocks) {
      Span span = index.toCodePoints(block.span());
      json.writeStartArray();
      json.writeString(block.kind().name());
      json.writeNumber(span.start());
      json.writeNumber(span.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Finishes the files and gives them their names; after a failure, removes them. */
  @Override
  public void close() throws IOException {
    utterances.close();
    if (failed) {
      conversationFile.close();
      Files.deleteIfExists(part(ConvokitFormat.UTTERANCES));
      Files.deleteIfExists(part("conversations.json"));
      return;
    }
    conversations.writeEndObject();
    conversations.close();
    try (JsonGenerator json =
        JSON.createGenerator(
            Files.newBufferedWriter(part("speakers.json"), StandardCharsets.UTF_8))) {
      json.writeStartObject();
      for (String speaker : speakers) {
        json.writeObjectFieldStart(speaker);
        json.writeObjectFieldStart("meta");
        json.writeEndObject();
        json.writeArrayFieldStart("vectors");
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    Files.writeString(part("corpus.json"), "{\"name\": \"polylogue\"}");
    Files.writeString(part("index.json"), INDEX);
    for (String name :
        List.of(
            "conversations.json",
            "speakers.json",
            "corpus.json",
            "index.json",
            ConvokitFormat.UTTERANCES)) {
      Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static final String INDEX =
      """
      {"utterances-index": {"timestamp_basis": ["<class 'str'>"], "blocks": ["<class 'list'>"], "type": ["<class 'str'>"],
        "title": ["<class 'str'>"], "outlet": ["<class 'str'>"], "author": ["<class 'str'>"],
        "date": ["<class 'str'>"], "url": ["<class 'str'>"], "section": ["<class 'str'>"],
        "attributes": ["<class 'dict'>"], "anonymous": ["<class 'bool'>"], "time": ["<class 'str'>"],
        "score": ["<class 'int'>"], "findings": ["<class 'dict'>"]},
       "speakers-index": {},
       "conversations-index": {"title": ["<class 'str'>"]},
       "overall-index": {"name": ["<class 'str'>"]},
       "version": 1, "vectors": []}
      """;
}
