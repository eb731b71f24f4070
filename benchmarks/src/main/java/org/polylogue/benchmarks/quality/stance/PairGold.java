package org.polylogue.benchmarks.quality.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polylogue.discourse.stance.CodedTable;
import org.polylogue.discourse.stance.PairExample;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.discourse.stance.PairExample.Side;
import org.polylogue.discourse.stance.PairExample.Use;
import org.polylogue.discourse.stance.ReplyExample;
import org.polylogue.discourse.stance.TargetExample;
import org.polylogue.model.StanceLabel.Agreement;

/** Reads coded pairs, each set in its publisher's format. */
final class PairGold {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Agreement> REPLIES =
      Map.of("0", Agreement.DISAGREE, "1", Agreement.NEUTRAL, "2", Agreement.AGREE);

  private PairGold() {}

  /**
   * All sets below a folder that are known by their names; the folder may hold other things.
   *
   * @param folder holds {@code natural/threads}, {@code rumoureval-2017} and so on; or it is one
   *     such folder or file
   */
  static List<PairExample> read(Path folder) throws IOException {
    List<PairExample> all = new ArrayList<>();
    for (Path threads :
        List.of(folder, folder.resolve("natural/threads"), folder.resolve("threads"))) {
      if (Files.isDirectory(threads)) {
        all.addAll(threads(threads));
      }
    }
    for (String name : List.of("", "rumoureval-2017", "rumoureval-2017/threads.jsonl")) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && file.endsWith("threads.jsonl")) {
        all.addAll(rumours(file));
      }
    }
    Path claims = folder.resolve("perspectrum/claims.jsonl");
    if (Files.isRegularFile(claims)) {
      all.addAll(perspectives(claims, "train"));
    }
    Path replies = folder.resolve("reply-agreement");
    if (Files.isDirectory(replies)) {
      all.addAll(replies(replies));
    }
    Path tweets = folder.resolve("semeval2016-stance/train.csv");
    if (Files.isRegularFile(tweets)) {
      all.addAll(tweets(tweets));
    }
    for (Path table : List.of(folder, folder.resolve("stance-pairs.tsv"))) {
      if (Files.isRegularFile(table) && table.toString().endsWith(".tsv")) {
        all.addAll(table(table));
      }
    }
    if (all.isEmpty()) {
      throw new IOException("no coded pairs in " + folder);
    }
    return all;
  }

  static Side side(String label) {
    return switch (label.toUpperCase(Locale.ROOT)) {
      case "AGREE", "FAVOR", "SUPPORT" -> Side.FAVOR;
      case "DISAGREE", "AGAINST", "UNDERMINE", "DENY" -> Side.AGAINST;
      case "QUERY" -> Side.QUERY;
      default -> Side.NONE;
    };
  }

  /** Threads NN.json with NN.gold.json: towards article, parent and actors. */
  static List<PairExample> threads(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files =
          list.filter(file -> file.getFileName().toString().matches("[0-9]+\\.json"))
              .sorted()
              .toList();
    }
    List<PairExample> examples = new ArrayList<>();
    for (Path file : files) {
      String number = file.getFileName().toString().replace(".json", "");
      JsonNode thread = JSON.readTree(Files.readString(file));
      JsonNode gold = JSON.readTree(Files.readString(folder.resolve(number + ".gold.json")));
      JsonNode article = thread.get("article");
      String head =
          article.get("title").asText() + "\n" + article.get("paragraphs").get(0).asText();
      Map<String, List<String>> names = new LinkedHashMap<>();
      for (JsonNode actor : gold.get("article").get("actors")) {
        List<String> aliases = new ArrayList<>();
        actor.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        names.put(actor.get("name").asText(), aliases);
      }
      Map<String, JsonNode> comments = new LinkedHashMap<>();
      thread.get("comments").forEach(comment -> comments.put(comment.get("id").asText(), comment));
      for (Map.Entry<String, JsonNode> coded : coded(gold.get("comments")).entrySet()) {
        JsonNode comment = comments.get(coded.getKey());
        if (comment == null) {
          continue;
        }
        String text = comment.get("text").asText();
        String group = "thread " + number;
        JsonNode labels = coded.getValue();
        JsonNode parent = comments.get(comment.path("reply_to").asText(""));
        if (parent == null) {
          examples.add(
              new PairExample(
                  Relation.ARTICLE,
                  head,
                  List.of(),
                  text,
                  side(labels.path("article").asText("NONE")),
                  group,
                  Use.CALIBRATION));
        } else if (labels.hasNonNull("parent")) {
          examples.add(
              new PairExample(
                  Relation.PARENT,
                  parent.get("text").asText(),
                  List.of(),
                  text,
                  side(labels.get("parent").asText()),
                  group,
                  Use.CALIBRATION));
        }
        for (Map.Entry<String, JsonNode> actor : fields(labels.path("actors")).entrySet()) {
          examples.add(
              new PairExample(
                  Relation.ACTOR,
                  actor.getKey(),
                  names.getOrDefault(actor.getKey(), List.of()),
                  text,
                  side(actor.getValue().asText()),
                  group,
                  Use.CALIBRATION));
        }
      }
    }
    return examples;
  }

  private static Map<String, JsonNode> fields(JsonNode node) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  static Map<String, JsonNode> coded(JsonNode comments) {
    if (comments.isObject()) {
      return fields(comments);
    }
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    comments.forEach(comment -> byId.put(comment.get("id").asText(), comment));
    return byId;
  }

  /** RumourEval 2017: what replies hold of the rumour in the first tweet. */
  static List<PairExample> rumours(Path file) throws IOException {
    List<PairExample> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode thread = JSON.readTree(line);
      String source = thread.get("source").get("text").asText();
      for (JsonNode reply : thread.get("replies")) {
        examples.add(
            new PairExample(
                Relation.PARENT,
                source,
                List.of(),
                reply.get("text").asText(),
                side(reply.get("label").asText()),
                "rumour " + thread.get("topic").asText(),
                Use.WHETHER));
      }
    }
    return examples;
  }

  /** Perspectrum: perspectives on claims,. */
  static List<PairExample> perspectives(Path file, String split) throws IOException {
    List<JsonNode> claims = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode claim = JSON.readTree(line);
      if (claim.get("split").asText().equals(split)) {
        claims.add(claim);
      }
    }
    List<PairExample> examples = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      String claim = claims.get(i).get("claim").asText();
      for (JsonNode perspective : claims.get(i).get("perspectives")) {
        examples.add(
            new PairExample(
                Relation.CLAIM,
                claim,
                List.of(),
                perspective.get("text").asText(),
                side(perspective.get("stance").asText()),
                "claim " + i,
                Use.WHICH));
      }
    }
    return examples;
  }

  static List<PairExample> replies(Path folder) throws IOException {
    List<PairExample> examples = new ArrayList<>();
    for (Path file : GoldTable.files(folder)) {
      for (ReplyExample row :
          CodedTable.of(file).replies("quote_text", "response_text", "relation", REPLIES)) {
        examples.add(
            new PairExample(
                Relation.PARENT,
                row.parent(),
                List.of(),
                row.reply(),
                side(row.label().name()),
                "reply " + row.parent(),
                Use.WHETHER));
      }
    }
    return examples;
  }

  static List<PairExample> tweets(Path file) throws IOException {
    List<PairExample> examples = new ArrayList<>();
    for (TargetExample row :
        CodedTable.of(file)
            .cleaned(text -> text.replace("#SemST", "").strip())
            .targets("Tweet", "Target", "Stance")) {
      examples.add(
          new PairExample(
              Relation.CLAIM,
              row.target(),
              List.of(),
              row.text(),
              side(row.label().name()),
              "tweets " + row.target(),
              Use.WHETHER));
    }
    return examples;
  }

  /** A table with the columns id, kind (or pair and kind), relation, target, text, label. */
  static List<PairExample> table(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> columns = List.of(lines.get(0).split("\t"));
    List<PairExample> examples = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Relation relation =
          Relation.valueOf(cells[columns.indexOf("relation")].toUpperCase(Locale.ROOT));
      String first = cells[columns.indexOf("target")];
      examples.add(
          new PairExample(
              relation,
              first,
              List.of(),
              cells[columns.indexOf("text")],
              side(cells[columns.indexOf("label")]),
              "pairs " + first,
              relation == Relation.CLAIM ? Use.CALIBRATION : Use.WHETHER));
    }
    return examples;
  }
}
