package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of the article that a page's linked data gives, without its paragraphs. */
final class DeclaredText {

  /** Words that two texts have to share in a row for one to be a part of the other. */
  private static final int RUN = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Set<List<String>> runs;

  /** The text; empty where the page gives none. */
  DeclaredText(String text) {
    this.runs = new HashSet<>(runs(text));
  }

  private static List<List<String>> runs(String text) {
    List<String> words =
        WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN));
    }
    return runs;
  }

  /** Whether nine in ten runs of the words of a text are in it; false for less than a run. */
  boolean holds(String text) {
    if (runs.isEmpty()) {
      return false;
    }
    List<List<String>> own = runs(text);
    long found = own.stream().filter(runs::contains).count();
    return !own.isEmpty() && found * 10 >= own.size() * 9L;
  }
}
