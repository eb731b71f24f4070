package org.polylogue.training.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.discourse.quotation.AttributionTraining.Attribution;
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.PairReader;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.encoder.Reading;
import org.polylogue.encoder.WordPieces;
import org.polylogue.text.Span;

/** Reads coded texts, each set in its publisher's format, as examples. */
final class GoldExamples {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 126;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final float WORD_WEIGHT = 0.1f;

  private final WordPieces pieces;
  private final PairReader pairs;
  private final Function<String, List<Span>> sentences;

  GoldExamples(WordPieces pieces, Function<String, List<Span>> sentences) {
    this.pieces = pieces;
    pairs = new PairReader(pieces);
    this.sentences = sentences;
  }

  /** As what a coded mention is read. */
  enum As {
    /** As a part of its sentence, which is read by itself. */
    MENTION,
    /** As an actor, whose name is read beside the sentence: tone is read as stance. */
    ACTOR
  }

  /** A mention and what was said of it. */
  private record Mention(Span span, int tone, Optional<Integer> affected) {}

  /** NewsMTSC: tone towards mentions of a sentence. */
  List<Example> newsMtsc(Path file, As as) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      List<Mention> mentions = new ArrayList<>();
      String text = row.get("sentence_normalized").asText();
      for (JsonNode target : row.get("targets")) {
        // the publisher counts code points
        mentions.add(
            new Mention(
                new Span(
                    text.offsetByCodePoints(0, target.get("from").asInt()),
                    text.offsetByCodePoints(0, target.get("to").asInt())),
                target.get("polarity").asInt() / 2 - 2,
                Optional.empty()));
      }
      add(text, mentions, as, examples);
    }
    return examples;
  }

  /** Tone towards mentions of whole articles: file, start, end, mention, tone, affected. */
  List<Example> natural(Path table, Path texts, Predicate<String> file, As as) throws IOException {
    Map<String, List<String[]>> byFile = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] row = line.split("\t");
      if (!row[0].equals("file") && file.test(row[0])) {
        byFile.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
      }
    }
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, List<String[]>> entry : byFile.entrySet()) {
      String text = Files.readString(texts.resolve(entry.getKey()));
      for (Span sentence : sentences.apply(text)) {
        List<Mention> mentions = new ArrayList<>();
        for (String[] row : entry.getValue()) {
          int start = Integer.parseInt(row[1]);
          if (sentence.contains(start)) {
            int end = Math.min(sentence.end(), Integer.parseInt(row[2]));
            mentions.add(mention(start - sentence.start(), end - sentence.start(), row[4], row[5]));
          }
        }
        if (!mentions.isEmpty()) {
          add(text.substring(sentence.start(), sentence.end()), mentions, as, examples);
        }
      }
    }
    return examples;
  }

  private static Mention mention(int start, int end, String tone, String affected) {
    int happens = affected.equals("harm") ? 0 : affected.equals("help") ? 2 : 1;
    return new Mention(new Span(start, end), Integer.parseInt(tone), Optional.of(happens));
  }

  /** Tone towards mentions of sentences: id, domain, text, start, end, mention, tone, affected. */
  List<Example> targets(Path table, Predicate<String> id, As as) throws IOException {
    Map<String, List<Mention>> byText = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] row = line.split("\t");
      if (!row[0].equals("id") && id.test(row[0].replaceAll("[a-z]$", ""))) {
        byText
            .computeIfAbsent(row[2], text -> new ArrayList<>())
            .add(mention(Integer.parseInt(row[3]), Integer.parseInt(row[4]), row[6], row[7]));
      }
    }
    List<Example> examples = new ArrayList<>();
    byText.forEach((text, mentions) -> add(text, mentions, as, examples));
    return examples;
  }

  private void add(String text, List<Mention> mentions, As as, List<Example> to) {
    if (as == As.ACTOR) {
      for (Mention mention : mentions) {
        String name = text.substring(mention.span().start(), mention.span().end());
        to.add(pair(Relation.ACTOR, name, text, mention.tone() + 1));
      }
      return;
    }
    Reading whole = reading(text);
    List<Example.Answer> answers = new ArrayList<>();
    for (Mention mention : mentions) {
      if (whole.range(mention.span()).from() > 0) {
        answers.addAll(answers(mention, whole));
      }
    }
    if (!answers.isEmpty()) {
      to.add(new Example(whole, answers));
    }
  }

  private List<Example.Answer> answers(Mention mention, Reading reading) {
    Reading.Range part = reading.range(mention.span());
    List<Example.Answer> answers = new ArrayList<>();
    answers.add(new Example.Answer(Head.TONE, part, mention.tone() + 1, 1));
    mention
        .affected()
        .ifPresent(happens -> answers.add(new Example.Answer(Head.AFFECTED, part, happens, 0.5f)));
    return answers;
  }

  /** Ratings of sentences from −4 to 4: article and sentence, rating, text. */
  List<Example> editorials(Path table, Predicate<String> article) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      String[] row = line.split("\t");
      if (article.test(row[0].split("_")[0])) {
        examples.add(rated(row[2], Double.parseDouble(row[1]) / 4));
      }
    }
    return examples;
  }

  /** Scores of sentences from −1 to 1: id, kind, score, text. */
  List<Example> scored(Path table, Predicate<String> id) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      String[] row = line.split("\t");
      if (!row[0].equals("id") && id.test(row[0])) {
        examples.add(rated(row[3], Double.parseDouble(row[2])));
      }
    }
    return examples;
  }

  private Example rated(String text, double score) {
    int sign = score > 0.05 ? 2 : score < -0.05 ? 0 : 1;
    Reading reading = reading(text);
    return new Example(
        reading,
        List.of(
            new Example.Answer(Head.SCORE, reading.judged(), (float) score, 2),
            new Example.Answer(Head.SENTENCE, reading.judged(), sign, 0.5f)));
  }

  /** The words of each sentence of an article, which belong to attributions or not. */
  List<Example> attributions(PolnearArticle article) {
    String text = article.article().text();
    List<Example> examples = new ArrayList<>();
    for (Span sentence : sentences.apply(text)) {
      List<Example.Answer> answers = new ArrayList<>();
      Reading reading = reading(text.substring(sentence.start(), sentence.end()));
      Matcher words = WORD.matcher(text).region(sentence.start(), sentence.end());
      while (words.find()) {
        Span word = new Span(words.start(), words.end());
        Reading.Range part =
            reading.range(new Span(word.start() - sentence.start(), word.end() - sentence.start()));
        if (part.from() > 0) {
          answers.addAll(answers(word, part, article.attributions()));
        }
      }
      if (!answers.isEmpty()) {
        examples.add(new Example(reading, answers));
      }
    }
    return examples;
  }

  private static List<Example.Answer> answers(
      Span word, Reading.Range part, List<Attribution> attributions) {
    boolean cue = false;
    boolean begin = false;
    boolean end = false;
    boolean content = false;
    boolean source = false;
    for (Attribution attribution : attributions) {
      cue |= attribution.cue().stream().anyMatch(word::overlaps);
      source |= attribution.source().stream().anyMatch(word::overlaps);
      for (Span span : attribution.content()) {
        content |= word.overlaps(span);
        begin |= word.contains(span.start());
        end |= word.contains(span.end() - 1);
      }
    }
    return List.of(
        new Example.Answer(Head.CUE, part, cue ? 1 : 0, WORD_WEIGHT),
        new Example.Answer(Head.CONTENT_BEGIN, part, begin ? 1 : 0, WORD_WEIGHT),
        new Example.Answer(Head.CONTENT_END, part, end ? 1 : 0, WORD_WEIGHT),
        new Example.Answer(Head.CONTENT, part, content ? 1 : 0, WORD_WEIGHT),
        new Example.Answer(Head.SOURCE, part, source ? 1 : 0, WORD_WEIGHT));
  }

  private Reading reading(String text) {
    WordPieces.Pieces all = pieces.of(text);
    return Reading.of(all.slice(0, Math.min(all.size(), LONGEST)));
  }

  /** SemEval 2016: stance of tweets towards a target, and their tone. */
  List<Example> semEval(Path table, Predicate<String> target, boolean stance) throws IOException {
    List<Example> examples = new ArrayList<>();
    int at = 0;
    for (CSVRecord row : csv(table)) {
      if (!target.test(row.get("Target") + at++)) {
        continue;
      }
      String text = row.get("Tweet");
      if (stance) {
        int held = List.of("AGAINST", "NONE", "FAVOR").indexOf(row.get("Stance"));
        examples.add(pair(Relation.TOPIC, row.get("Target"), text, held));
      } else {
        int tone = List.of("neg", "other", "pos").indexOf(row.get("Sentiment"));
        Reading reading = reading(text);
        examples.add(
            new Example(
                reading,
                List.of(
                    new Example.Answer(Head.SCORE, reading.judged(), (tone - 1) * 0.5f, 0.5f),
                    new Example.Answer(Head.SENTENCE, reading.judged(), tone, 0.5f))));
      }
    }
    return examples;
  }

  /** Replies of Reddit: quote_text, response_text, relation. */
  List<Example> replies(Path table, Predicate<String> row) throws IOException {
    List<Example> examples = new ArrayList<>();
    int at = 0;
    for (CSVRecord record : csv(table)) {
      if (row.test(Integer.toString(at++))) {
        examples.add(
            pair(
                Relation.PARENT,
                record.get("quote_text"),
                record.get("response_text"),
                Integer.parseInt(record.get("relation"))));
      }
    }
    return examples;
  }

  private static List<CSVRecord> csv(Path table) throws IOException {
    try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return parser.getRecords();
    }
  }

  /** Perspectrum: perspectives under claims, and some under claims that they are not about. */
  List<Example> perspectives(Path file, String split, int every) throws IOException {
    List<JsonNode> claims = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode claim = JSON.readTree(line);
      if (claim.get("split").asText().equals(split)) {
        claims.add(claim);
      }
    }
    List<Example> examples = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < claims.size(); i++) {
      for (JsonNode perspective : claims.get(i).get("perspectives")) {
        String text = perspective.get("text").asText();
        int held = perspective.get("stance").asText().equals("SUPPORT") ? 2 : 0;
        examples.add(pair(Relation.CLAIM, claims.get(i).get("claim").asText(), text, held));
        if (every > 0 && at++ % every == 0) {
          String other = claims.get((i + claims.size() / 2) % claims.size()).get("claim").asText();
          examples.add(pair(Relation.CLAIM, other, text, 1));
        }
      }
    }
    return examples;
  }

  /** RumourEval 2017: what replies hold of the news that they answer. */
  List<Example> rumours(Path file, Predicate<String> topic) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode thread = JSON.readTree(line);
      if (topic.test(thread.get("topic").asText())) {
        for (JsonNode reply : thread.get("replies")) {
          int held =
              List.of("deny", "comment", "support", "query").indexOf(reply.get("label").asText());
          examples.add(
              pair(
                  Relation.ARTICLE,
                  thread.get("source").get("text").asText(),
                  reply.get("text").asText(),
                  held));
        }
      }
    }
    return examples;
  }

  /** Pairs: id, kind, relation, first, second, label. */
  List<Example> coded(Path table, Predicate<String> id) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      String[] row = line.split("\t");
      if (row.length < 6 || row[0].equals("id") || !id.test(row[0])) {
        continue;
      }
      examples.add(
          pair(
              Relation.valueOf(row[2].toUpperCase(java.util.Locale.ROOT)),
              row[3],
              row[4],
              label(row[5])));
    }
    return examples;
  }

  private static int label(String name) {
    switch (name.toUpperCase(java.util.Locale.ROOT)) {
      case "AGREE":
      case "FAVOR":
        return 2;
      case "DISAGREE":
      case "AGAINST":
        return 0;
      case "QUERY":
        return 3;
      default:
        return 1;
    }
  }

  /** A folder of threads: comments towards the article, the comment answered and the actors. */
  List<Example> threads(Path folder, Predicate<String> name, Optional<Relation> only)
      throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files =
          list.filter(f -> f.getFileName().toString().matches("[0-9]+\\.json"))
              .filter(f -> name.test(f.getFileName().toString().replace(".json", "")))
              .sorted()
              .toList();
    }
    List<String> heads = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (Path file : files) {
      JsonNode article = JSON.readTree(Files.readString(file)).get("article");
      heads.add(article.get("title").asText() + ". " + article.get("paragraphs").get(0).asText());
    }
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      JsonNode thread = JSON.readTree(Files.readString(file));
      JsonNode gold =
          JSON.readTree(
              Files.readString(
                  file.resolveSibling(
                      file.getFileName().toString().replace(".json", ".gold.json"))));
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, String> parents = new LinkedHashMap<>();
      for (JsonNode comment : thread.get("comments")) {
        texts.put(comment.get("id").asText(), comment.get("text").asText());
        if (comment.hasNonNull("reply_to")) {
          parents.put(comment.get("id").asText(), comment.get("reply_to").asText());
        }
      }
      int at = 0;
      for (Map.Entry<String, JsonNode> entry : gold.get("comments").properties()) {
        String id = entry.getKey();
        JsonNode comment = entry.getValue();
        String text = texts.get(id);
        if (text == null) {
          continue;
        }
        if (comment.hasNonNull("article") && asked(only, Relation.ARTICLE)) {
          int held = label(comment.get("article").asText());
          examples.add(pair(Relation.ARTICLE, heads.get(i), text, held));
          if (only.isEmpty() && files.size() > 1 && at++ % 2 == 0) {
            String other = heads.get((i + 1 + at % (files.size() - 1)) % files.size());
            examples.add(pair(Relation.ARTICLE, other, text, 1));
          }
        }
        String parent = texts.get(parents.getOrDefault(id, ""));
        if (comment.hasNonNull("parent") && parent != null && asked(only, Relation.PARENT)) {
          examples.add(pair(Relation.PARENT, parent, text, label(comment.get("parent").asText())));
        }
        if (asked(only, Relation.ACTOR)) {
          for (Map.Entry<String, JsonNode> actor : comment.path("actors").properties()) {
            examples.add(
                pair(Relation.ACTOR, actor.getKey(), text, label(actor.getValue().asText())));
          }
        }
      }
    }
    return examples;
  }

  private static boolean asked(Optional<Relation> only, Relation relation) {
    return only.isEmpty() || only.get() == relation;
  }

  private Example pair(Relation relation, String first, String second, int held) {
    Reading reading = pairs.read(relation, first, second);
    return new Example(
        reading, List.of(new Example.Answer(Head.STANCE, reading.judged(), held, 1)));
  }
}
