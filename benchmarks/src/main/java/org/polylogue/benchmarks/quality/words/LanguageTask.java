package org.polylogue.benchmarks.quality.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.language.EnglishGuard;

/**
 * Whether a text is in English: a folder of pages, one a language, named by the language's code
 * ({@code eng.html}), with their paragraphs in {@code p}. Paragraphs, and pieces of them that are
 * as long as short comments.
 */
public final class LanguageTask implements QualityTask {

  private static final int SHORTEST = 60;
  private static final int PIECE = 80;

  /** For the list of tasks. */
  public LanguageTask() {}

  @Override
  public String name() {
    return "language";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new IllegalArgumentException("languages are told by lists of words; nothing is trained");
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(request.gold())) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    int errors = request.errors();
    int[] paragraphs = new int[2];
    int[] pieces = new int[2];
    out.println("language    paragraphs right     pieces of " + SHORTEST + " characters and more");
    for (Path page : pages) {
      boolean english = page.getFileName().toString().startsWith("eng");
      int[] own = new int[4];
      for (String paragraph : paragraphs(Files.readString(page))) {
        errors = count(paragraph, english, own, 0, paragraphs, errors, out);
        for (String piece : pieces(paragraph)) {
          errors = count(piece, english, own, 2, pieces, errors, out);
        }
      }
      out.printf(
          Locale.ROOT,
          "%-20s %4d of %4d    %4d of %4d%n",
          page.getFileName(),
          own[0],
          own[1],
          own[2],
          own[3]);
    }
    out.printf(
        Locale.ROOT,
        "all                  %.4f (%d)       %.4f (%d)%n",
        paragraphs[0] / (double) Math.max(1, paragraphs[1]),
        paragraphs[1],
        pieces[0] / (double) Math.max(1, pieces[1]),
        pieces[1]);
  }

  private static int count(
      String text, boolean english, int[] own, int at, int[] all, int errors, PrintWriter out) {
    boolean right = EnglishGuard.isEnglish(text) == english;
    own[at] += right ? 1 : 0;
    own[at + 1]++;
    all[0] += right ? 1 : 0;
    all[1]++;
    if (!right && errors > 0) {
      out.println(text);
      return errors - 1;
    }
    return errors;
  }

  private static List<String> paragraphs(String page) {
    List<String> found = new ArrayList<>();
    int start = page.indexOf("<p>");
    while (start >= 0) {
      int end = page.indexOf("</p>", start);
      if (end < 0) {
        break;
      }
      String text = page.substring(start + 3, end).strip();
      if (text.length() >= SHORTEST) {
        found.add(text);
      }
      start = page.indexOf("<p>", end);
    }
    return found;
  }

  private static List<String> pieces(String paragraph) {
    List<String> found = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : paragraph.split("\\s+")) {
      piece.append(piece.isEmpty() ? "" : " ").append(word);
      if (piece.length() >= PIECE) {
        found.add(piece.toString());
        piece.setLength(0);
      }
    }
    if (piece.length() >= SHORTEST) {
      found.add(piece.toString());
    }
    return found;
  }
}
