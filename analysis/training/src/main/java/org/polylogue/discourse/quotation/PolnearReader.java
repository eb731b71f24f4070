package org.polylogue.discourse.quotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.discourse.quotation.AttributionTraining.Attribution;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

/**
 * Reads PolNeAR's brat stand-off: {@code text/NAME.txt} and {@code
 * attributions/NAME_ANNOTATOR.ann}. Of an article with several annotators it takes the first by
 * name. brat counts code points; they are turned into UTF-16 code units here. Attributions without
 * content are left out.
 */
public final class PolnearReader {

  private static final String TEXT = ".txt";

  private PolnearReader() {}

  /**
   * Reads a split.
   *
   * @param folder holds {@code text} and {@code attributions}
   * @return its articles, ordered by file name
   * @throws IOException if a file cannot be read or its lines are no stand-off
   * @throws IllegalArgumentException if the folder is no split, or an article has no annotation
   */
  public static List<PolnearArticle> read(Path folder) throws IOException {
    Path texts = folder.resolve("text");
    Path attributions = folder.resolve("attributions");
    if (!Files.isDirectory(texts) || !Files.isDirectory(attributions)) {
      throw new IllegalArgumentException(
          folder + " has no folders text and attributions; give a split of PolNeAR, such as dev");
    }
    Map<String, Path> annotations = new TreeMap<>();
    for (Path file : files(attributions)) {
      String name = file.getFileName().toString();
      int cut = name.lastIndexOf('_');
      if (name.endsWith(".ann") && cut > 0) {
        annotations.putIfAbsent(name.substring(0, cut), file);
      }
    }
    List<PolnearArticle> found = new ArrayList<>();
    for (Path file : files(texts)) {
      String name = file.getFileName().toString();
      if (!name.endsWith(TEXT)) {
        continue;
      }
      String id = name.substring(0, name.length() - TEXT.length());
      Path annotation = annotations.get(id);
      if (annotation == null) {
        throw new IllegalArgumentException(attributions + " has no annotation of " + name);
      }
      String text = Files.readString(file);
      found.add(new PolnearArticle(name, Article.of(id, "", text), attributions(annotation, text)));
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(p -> p.getFileName().toString())).toList();
    }
  }

  private static List<Attribution> attributions(Path file, String text) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, List<Span>> spans = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("T") && line.indexOf('\t') > 0) {
        String[] columns = line.split("\t");
        int cut = columns[1].indexOf(' ');
        try {
          spans.put(columns[0], spans(columns[1].substring(cut + 1), text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw new IOException(file + ", line " + (i + 1) + ": no spans in " + columns[1], e);
        }
      }
    }
    List<Attribution> found = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("E") && line.indexOf('\t') > 0) {
        List<Span> content = new ArrayList<>();
        List<Span> cue = new ArrayList<>();
        List<Span> source = new ArrayList<>();
        for (String role : line.substring(line.indexOf('\t') + 1).trim().split(" ")) {
          int colon = role.indexOf(':');
          List<Span> of = spans.getOrDefault(role.substring(colon + 1), List.of());
          if (role.startsWith("Content")) {
            content.addAll(of);
          } else if (role.startsWith("Cue")) {
            cue.addAll(of);
          } else if (role.startsWith("Source")) {
            source.addAll(of);
          }
        }
        if (!content.isEmpty()) {
          found.add(new Attribution(sorted(content), sorted(cue), sorted(source)));
        }
      }
    }
    return found;
  }

  private static List<Span> sorted(List<Span> spans) {
    return spans.stream().sorted().toList();
  }

  private static List<Span> spans(String list, String text) {
    List<Span> found = new ArrayList<>();
    for (String range : list.split(";")) {
      int cut = range.indexOf(' ');
      found.add(
          new Span(
              text.offsetByCodePoints(0, Integer.parseInt(range.substring(0, cut))),
              text.offsetByCodePoints(0, Integer.parseInt(range.substring(cut + 1)))));
    }
    return found;
  }
}
