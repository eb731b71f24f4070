package org.polylogue.validation.judging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.polylogue.validation.coding.CodingBook;

/**
 * A row as a coder sees it.
 *
 * @param id of the row
 * @param book the question and its codes
 * @param shown what is shown, a text by column: {@code title}, {@code about}, {@code answered},
 *     {@code before}, {@code text}, {@code after}; columns that are empty are left out
 */
public record RowQuestion(String id, CodingBook book, Map<String, String> shown) {

  private static final List<String> SHOWN =
      List.of("title", "about", "answered", "before", "text", "after");

  private static final List<String> PASSAGE = List.of("before", "text", "after");

  private static final Pattern SPACE = Pattern.compile("\\s++");

  /** Copies what is shown. */
  public RowQuestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(book, "book");
    Map<String, String> kept = new LinkedHashMap<>();
    for (String column : SHOWN) {
      if (!shown.getOrDefault(column, "").isEmpty()) {
        kept.put(column, shown.get(column));
      }
    }
    shown = Collections.unmodifiableMap(kept);
  }

  /**
   * Whether words stand in the text around the passage, whatever white space parts them.
   *
   * @param evidence any words
   * @return true if they do, and are not blank
   */
  public boolean holds(String evidence) {
    StringBuilder text = new StringBuilder();
    PASSAGE.forEach(column -> text.append(shown.getOrDefault(column, "")));
    String words = spaced(evidence);
    return !words.isEmpty() && spaced(text.toString()).contains(words);
  }

  private static String spaced(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
