package org.polylogue.corpus.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands where a comment was deleted or a value is missing: a comment keeps its place, without
 * author and text, and a placeholder is no name.
 */
public final class Removed {

  private static final Set<String> NO_VALUE =
      Set.of("na", "n/a", "#n/a", "nan", "nat", "null", "<na>", "#value!", "\\n");

  private static final Set<String> NO_NAME =
      Set.of(
          "-",
          "--",
          "none",
          "nil",
          "undefined",
          "unknown",
          "[deleted]",
          "[removed]",
          "(deleted)",
          "<deleted>",
          "deleted",
          "deleted user",
          "[deleted user]",
          "[gone]",
          "[flagged]",
          "[dead]");

  private static final String REASON =
      "(?: (?:by|because|for|due|as|since|in|per|under|following|durch|von|wegen|par|pour)\\b[^.!?]{0,160}"
          + "(?:moderat|admin|author|user|owner|staff|editor|reddit|guideline|rule|standard|polic|terms|violat"
          + "|breach|abid|abuse|inappropriate|spam|topic|autor|nutzer|regel|modérat|auteur|charte).{0,120})?";
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "\\[\\s?(?:deleted|removed|flagged|dead|gone|deleted by user|removed by (?:moderator|reddit|the"
              + " moderators|admin)[^\\]]{0,80})\\s?\\]"
              + "|(?:this|the|your)? ?(?:comment|post|message|reply|beitrag|kommentar|commentaire)"
              + " (?:has been|was|is|wurde|a été)(?: \\w+){0,2}? ?(?:deleted|removed|hidden|withdrawn|moderated"
              + "|gelöscht|entfernt|supprimé)"
              + REASON
              + "[.!]?(?: (?:replies|please|see|learn|find out|community)\\b.{0,160})?"
              + "|(?:comment|post|message) (?:deleted|removed)(?: by .{1,60})?\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private Removed() {}

  /**
   * A value of a table or dump.
   *
   * @param value what stands there, may be null
   * @return the value, empty for a blank one and for placeholders such as NaN, NA and [deleted]
   */
  public static Optional<String> value(String value) {
    return known(value)
        .filter(
            there ->
                there.length() > 16 || !NO_NAME.contains(there.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * A value that is no name of anybody.
   *
   * @param value what stands there, may be null
   * @return the value, empty for a blank one and for what programs write where one is missing
   */
  public static Optional<String> known(String value) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    boolean brief = value.length() <= 12;
    return brief && NO_VALUE.contains(value.strip().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(value);
  }

  /**
   * Whether the text of a comment only says that there was one.
   *
   * @param text the whole text
   * @return true for such as {@code [removed]} and {@code This comment was removed by a moderator}
   */
  public static boolean isText(String text) {
    return text.length() <= 300 && NO_TEXT.matcher(text.strip()).matches();
  }
}
