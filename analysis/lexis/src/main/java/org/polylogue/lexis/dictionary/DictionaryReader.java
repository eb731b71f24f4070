package org.polylogue.lexis.dictionary;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.lexis.dictionary.Dictionary.Category;
import org.polylogue.lexis.dictionary.Dictionary.Entry;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Words;
import org.polylogue.model.Article;
import org.polylogue.text.Utf8File;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads dictionaries, told by the ends of their files: {@code .yml} and {@code .yaml} as quanteda
 * writes them, {@code .dic} of LIWC, {@code .lc3} of Lexicoder, and {@code .csv} with weights. All
 * of them in UTF-8. Stateless and thread-safe.
 */
public final class DictionaryReader {

  private static final long LONGEST = 64L << 20;
  private static final int DEEPEST = 20;
  private static final List<String> WORD_COLUMNS =
      List.of("word", "term", "entry", "pattern", "token", "lemma");
  private static final List<String> CATEGORY_COLUMNS = List.of("category", "key", "class");
  private static final List<String> WEIGHT_COLUMNS = List.of("weight", "score", "value");

  private final Path file;
  private final Map<String, List<Entry>> categories = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  private DictionaryReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a dictionary.
   *
   * @param file of 64 MiB at most
   * @return its categories; of nested ones each that lists something itself
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no dictionary of the kind that its name tells; the
   *     message names the file and the place
   */
  public static Dictionary read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IllegalArgumentException(file + ": a dictionary has at most 64 MiB");
    }
    DictionaryReader reader = new DictionaryReader(file);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "yml", "yaml" -> reader.yaml();
      case "dic" -> reader.liwc();
      case "lc3" -> reader.lexicoder();
      case "csv" -> reader.csv();
      default ->
          throw new IllegalArgumentException(
              file + ": a dictionary ends with .yml, .dic, .lc3 or .csv");
    }
    List<Category> all = new ArrayList<>();
    reader.categories.forEach((category, entries) -> all.add(new Category(category, entries)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException(file + ": no category lists a word");
    }
    return new Dictionary(all, reader.leftOut);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(file + ": " + what);
  }

  private void add(String category, String text, double weight) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      leftOut.add(category + ": " + text);
    } else {
      categories.computeIfAbsent(category, name -> new ArrayList<>()).add(new Entry(words, weight));
    }
  }

  /** The words of an entry as the words of texts are cut, but for their wildcards. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.replace('_', ' ').strip().split("\\s+")) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.indexOf('*') >= 0 || part.indexOf('?') >= 0) {
        words.add(Words.fold(part));
        continue;
      }
      new PlainEngine()
          .annotate(Article.of("entry", "", part)).sentences().stream()
              .flatMap(sentence -> sentence.tokens().stream())
              .forEach(token -> words.add(Words.fold(token.text())));
    }
    return words;
  }

  private List<String> lines() throws IOException {
    try (BufferedReader reader = Utf8File.open(file)) {
      return reader.lines().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void yaml() throws IOException {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit((int) LONGEST);
    YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
    JsonNode root;
    try {
      try (JsonParser parser = mapper.createParser(file.toFile())) {
        while (parser.nextToken() != null) {
          if (((YAMLParser) parser).isCurrentAlias()) {
            throw wrong("*" + parser.getText() + " stands for another place; write out what it is");
          }
        }
      }
      root = mapper.readTree(file.toFile());
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
      String reason = e.getOriginalMessage();
      throw new IllegalArgumentException(
          file
              + ": "
              + place
              + (reason == null ? "no YAML" : reason.lines().findFirst().orElse("no YAML")),
          e);
    }
    if (!root.isObject()) {
      throw wrong("expected categories with a colon after each");
    }
    yaml("", root, 0);
  }

  private void yaml(String category, JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw wrong(category + " is nested deeper than " + DEEPEST + " levels");
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              inner ->
                  yaml(
                      category.isEmpty() ? inner.getKey() : category + "." + inner.getKey(),
                      inner.getValue(),
                      depth + 1));
    } else if (node.isArray()) {
      node.forEach(inner -> yaml(category, inner, depth + 1));
    } else if (!node.isNull()) {
      add(category, node.asText(), 1);
    }
  }

  private void lexicoder() throws IOException {
    String category = null;
    for (String line : lines()) {
      String text = line.strip();
      if (text.startsWith("+")) {
        category = text.substring(1).strip();
      } else if (!text.isEmpty() && category == null) {
        throw wrong("expected a line with + and a category before " + text);
      } else if (!text.isEmpty()) {
        add(category, text, 1);
      }
    }
  }

  private void liwc() throws IOException {
    Map<String, String> names = new TreeMap<>();
    List<String> lines = lines();
    int marks = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.equals("%")) {
        marks++;
      } else if (marks == 1 && !line.isEmpty()) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
          throw wrong("line " + (i + 1) + ": expected a number and the name of a category");
        }
        // LIWC2015 has "function (Function Words)"
        int bracket = parts[1].indexOf(" (");
        names.put(parts[0], bracket < 0 ? parts[1] : parts[1].substring(0, bracket).strip());
      } else if (marks >= 2 && !line.isEmpty()) {
        entry(line, i + 1, names);
      }
    }
    if (marks < 2) {
      throw wrong("expected categories between two lines of %, and words after them");
    }
  }

  private void entry(String line, int number, Map<String, String> names) {
    int tab = line.indexOf('\t');
    String[] parts = tab < 0 ? line.split("\\s+", 2) : line.split("\t", 2);
    if (parts.length < 2 || parts[1].indexOf('/') >= 0 || parts[1].indexOf('<') >= 0) {
      // conditions such as "kind (02 134)125/464" or "like (02 134)125/464 <of>131/125"
      leftOut.add("line " + number + ": " + line);
      return;
    }
    for (String id : parts[1].strip().split("\\s+")) {
      String name = names.get(id);
      if (name == null) {
        throw wrong("line " + number + ": no category has the number " + id);
      }
      add(name, parts[0], 1);
    }
  }

  private void csv() throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (Reader reader = Utf8File.open(file);
        CSVParser rows = format.parse(reader)) {
      List<String> columns = rows.getHeaderNames();
      String word = named(columns, WORD_COLUMNS);
      if (word == null) {
        throw wrong("no column is named " + String.join(", ", WORD_COLUMNS) + ", only " + columns);
      }
      String category = named(columns, CATEGORY_COLUMNS);
      String weight = named(columns, WEIGHT_COLUMNS);
      for (CSVRecord row : rows) {
        if (category != null) {
          double value = weight == null ? 1 : number(row, weight);
          add(row.get(category), row.get(word), value);
          continue;
        }
        for (String column : columns) {
          if (!column.equals(word) && !row.get(column).isEmpty()) {
            add(column, row.get(word), number(row, column));
          }
        }
      }
    }
  }

  private static String named(List<String> columns, List<String> names) {
    return columns.stream()
        .filter(column -> names.contains(column.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  private double number(CSVRecord row, String column) {
    try {
      double value = Double.parseDouble(row.get(column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong(
        "row " + row.getRecordNumber() + ": " + column + " is no number: " + row.get(column));
  }
}
