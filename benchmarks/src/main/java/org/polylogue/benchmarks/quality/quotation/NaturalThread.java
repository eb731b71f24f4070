package org.polylogue.benchmarks.quality.quotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/**
 * An invented article with comments, and what is quoted in them.
 *
 * @param id such as {@code t07}
 * @param conversation the article and its comments
 * @param article what the article quotes
 * @param comments what each comment quotes, by id
 * @param names one name for each way in which an actor is named, both in lower case
 */
record NaturalThread(
    String id,
    Conversation conversation,
    List<Quoted> article,
    Map<String, List<Quoted>> comments,
    Map<String, String> names) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is quoted and by whom it was said. */
  record Quoted(Span span, String speaker) {}

  /** The threads of a folder, ordered by number. */
  static List<NaturalThread> read(Path folder) throws IOException {
    List<String> numbers;
    try (Stream<Path> files = Files.list(folder)) {
      numbers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d{1,9}\\.json"))
              .map(name -> name.substring(0, name.indexOf('.')))
              .sorted()
              .toList();
    }
    List<NaturalThread> threads = new ArrayList<>();
    for (String number : numbers) {
      threads.add(thread(folder, number));
    }
    return threads;
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  private static JsonNode json(Path folder, String name) throws IOException {
    return JSON.readTree(Files.readString(folder.resolve(name)));
  }

  private static NaturalThread thread(Path folder, String number) throws IOException {
    JsonNode thread = json(folder, number + ".json");
    JsonNode gold = json(folder, number + ".gold.json").get("article");
    String id = "t" + number;
    JsonNode page = thread.get("article");
    List<String> paragraphs = new ArrayList<>();
    page.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
    Article plain = Article.of(id, page.get("title").asText(), String.join("\n\n", paragraphs));
    Publication publication =
        new Publication(
            Publication.UNKNOWN.outlet(),
            Optional.of(page.get("author").asText()),
            Publication.UNKNOWN.date(),
            Publication.UNKNOWN.url(),
            Publication.UNKNOWN.section(),
            Map.of());
    Article article = new Article(id, plain.title(), publication, plain.text(), plain.blocks());
    List<Comment> comments = new ArrayList<>();
    Map<String, List<Quoted>> quotes = new HashMap<>();
    JsonNode quoted = json(folder, number + ".quotes.json").get("comments");
    for (JsonNode node : thread.get("comments")) {
      String key = node.get("id").asText();
      String own = id + "#" + key;
      Comment read = Comment.of(own, node.get("text").asText());
      JsonNode parent = node.get("reply_to");
      comments.add(
          parent == null || parent.isNull()
              ? read
              : read.withReplyTo(Optional.of(id + "#" + parent.asText())));
      if (quoted.has(key)) {
        quotes.put(own, quoted(quoted.get(key), read.text()));
      }
    }
    return new NaturalThread(
        id,
        Conversation.of(article, comments),
        quoted(gold.get("quotations"), article.text()),
        quotes,
        names(gold.get("actors")));
  }

  private static List<Quoted> quoted(JsonNode list, String text) {
    List<Quoted> found = new ArrayList<>();
    for (JsonNode node : list) {
      String words = node.get("text").asText();
      int at = text.indexOf(words);
      if (at >= 0) {
        found.add(new Quoted(new Span(at, at + words.length()), node.path("speaker").asText("")));
      }
    }
    return found;
  }

  private static Map<String, String> names(JsonNode actors) {
    Map<String, String> names = new HashMap<>();
    for (JsonNode actor : actors) {
      String name = folded(actor.get("name").asText());
      names.put(name, name);
      actor.get("aliases").forEach(alias -> names.put(folded(alias.asText()), name));
    }
    return names;
  }
}
