package org.polylogue.benchmarks.quality.entity;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A corpus with one token a line, its tag in the last column, and a blank line after each sentence.
 *
 * @param name of the file
 * @param posts its tags are those of WNUT 2017, otherwise those of CoNLL 2003
 * @param lines as they stand in the file
 * @param sentences its sentences, document marks left out
 */
record ConllFile(String name, boolean posts, List<String> lines, List<Sentence> sentences) {

  /**
   * A sentence.
   *
   * @param tokens its words
   * @param gold the spans of its names
   * @param firstLine number of its first line, from 0
   */
  record Sentence(List<String> tokens, List<TypedSpan> gold, int firstLine) {}

  /** Reads a file, or in a folder the one whose name holds a word. */
  static ConllFile read(Path path, String preferred) throws IOException {
    Path file = path;
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
        file =
            all.stream()
                .filter(one -> one.getFileName().toString().contains(preferred))
                .findFirst()
                .orElseThrow(
                    () -> new IOException(path + ": no file with " + preferred + " in its name"));
      }
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new IOException(file + ": not UTF-8", e);
    }
    return parse(file.getFileName().toString(), lines);
  }

  static ConllFile parse(String name, List<String> lines) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    boolean posts = false;
    int first = 0;
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i).strip() : "";
      boolean mark = line.startsWith("-DOCSTART-");
      if (line.isEmpty() || mark) {
        if (!tokens.isEmpty()) {
          sentences.add(new Sentence(List.copyOf(tokens), TypedSpan.of(tags), first));
          tokens.clear();
          tags.clear();
        }
        continue;
      }
      String[] cells = line.split("[\t ]+");
      if (cells.length < 2) {
        throw new IOException(name + " line " + (i + 1) + ": a token without a tag: " + line);
      }
      if (tokens.isEmpty()) {
        first = i;
      }
      tokens.add(cells[0]);
      String tag = cells[cells.length - 1];
      tags.add(tag);
      posts |= tag.length() > 2 && Character.isLowerCase(tag.charAt(2));
    }
    if (sentences.isEmpty()) {
      throw new IOException(
          name + ": no sentences; a token and its tag are asked for in each line");
    }
    return new ConllFile(name, posts, lines, sentences);
  }

  List<List<String>> tokens() {
    return sentences.stream().map(Sentence::tokens).toList();
  }

  int words() {
    return sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
  }

  /** The file's lines with a predicted IOB2 tag as a last column. */
  String withPredictions(List<List<TypedSpan>> found) {
    String[] tags = new String[lines.size()];
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      String[] row = TypedSpan.tags(found.get(s), sentence.tokens().size());
      System.arraycopy(row, 0, tags, sentence.firstLine(), row.length);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      text.append(line);
      if (tags[i] != null) {
        text.append(line.indexOf('\t') >= 0 ? '\t' : ' ').append(tags[i]);
      } else if (!line.isBlank()) {
        text.append(line.indexOf('\t') >= 0 ? '\t' : ' ').append('O');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
