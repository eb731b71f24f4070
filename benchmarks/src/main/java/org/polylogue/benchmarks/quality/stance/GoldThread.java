package org.polylogue.benchmarks.quality.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * A coded thread.
 *
 * @param number its name
 * @param conversation article and comments
 * @param coded for each comment's id what was coded
 * @param actors for each name or alias of an actor, in plain letters, its name
 */
record GoldThread(
    String number,
    Conversation conversation,
    Map<String, Coded> coded,
    Map<String, String> actors) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was coded of a comment.
   *
   * @param article AGREE, DISAGREE or NONE
   * @param parent likewise, empty for a root
   * @param actors FAVOR, AGAINST or NONE by name
   * @param offTopic whether it is about something else
   */
  record Coded(
      String article, Optional<String> parent, Map<String, String> actors, boolean offTopic) {}

  /** Reads NN.json and NN.gold.json of a folder, or of the folder threads in it. */
  static List<GoldThread> read(Path gold) throws IOException {
    Path folder = Files.isDirectory(gold.resolve("threads")) ? gold.resolve("threads") : gold;
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files =
          list.filter(file -> file.getFileName().toString().matches("[0-9]+\\.json"))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new IOException("no threads NN.json in " + folder);
    }
    List<GoldThread> threads = new ArrayList<>();
    for (Path file : files) {
      String number = file.getFileName().toString().replace(".json", "");
      threads.add(
          of(
              number,
              JSON.readTree(Files.readString(file)),
              JSON.readTree(Files.readString(folder.resolve(number + ".gold.json")))));
    }
    return threads;
  }

  private static GoldThread of(String number, JsonNode thread, JsonNode gold) {
    List<String> paragraphs = new ArrayList<>();
    thread.get("article").get("paragraphs").forEach(one -> paragraphs.add(one.asText()));
    Article article =
        Article.of(
            "t" + number,
            thread.get("article").get("title").asText(),
            String.join("\n\n", paragraphs));
    List<Comment> comments = new ArrayList<>();
    for (JsonNode one : thread.get("comments")) {
      comments.add(
          new Comment(
              one.get("id").asText(),
              Optional.ofNullable(one.path("author").textValue()),
              Optional.empty(),
              OptionalInt.empty(),
              one.get("text").asText(),
              one.hasNonNull("reply_to")
                  ? Optional.of(one.get("reply_to").asText())
                  : Optional.empty()));
    }
    Map<String, Coded> coded = new LinkedHashMap<>();
    PairGold.coded(gold.get("comments"))
        .forEach(
            (id, one) -> {
              Map<String, String> actors = new LinkedHashMap<>();
              one.path("actors")
                  .properties()
                  .forEach(a -> actors.put(a.getKey(), a.getValue().asText()));
              coded.put(
                  id,
                  new Coded(
                      one.path("article").asText("NONE"),
                      Optional.ofNullable(one.path("parent").textValue()),
                      actors,
                      one.path("offtopic").asBoolean()));
            });
    Map<String, String> actors = new LinkedHashMap<>();
    for (JsonNode actor : gold.get("article").get("actors")) {
      String name = actor.get("name").asText();
      actors.put(plain(name), name);
      actor.path("aliases").forEach(alias -> actors.put(plain(alias.asText()), name));
    }
    return new GoldThread(number, Conversation.of(article, comments), coded, actors);
  }

  /** Lower case, everything but letters a to z and digits as one space. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
