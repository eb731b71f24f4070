package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.WrittenTime;

/** Takes names out of byline lines, which hold dates, roles and sections as well. */
final class Byline {

  private static final Pattern BY =
      Pattern.compile(
          "(?:^|\\s)(?:(?:written|posted|reported|published|story|words) )?(?:by|von|par|por|di|door)\\s{0,9}:?\\s{1,9}"
              + "|^(?:author|autor|auteur)\\s{0,9}:\\s{0,9}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:(?:written|posted|reported|published|story|words) )?(?:by|von|par|por|di|door)\\b\\s{0,9}:?"
              + "|(?:author|autor|auteur)\\s{0,9}:)\\s{0,9}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile(" (?:and|und|et|y|e|en|&|with) |&|;");
  private static final Pattern CUT =
      Pattern.compile("[|·•—–/(].*$| (?:in|for|at|on|from) .*$| (?:in|on|at)$| - .*$| @.*$");
  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(?:writer|reporter|correspondent|editor|staff|columnist|critic|contributor|contributing"
              + "|agency|press|desk|team|chief|producer|analyst|journalist|bureau|photographer|freelance"
              + "|special|senior|associate|professor|lecturer|fellow|redakteur(?:in)?|korrespondent(?:in)?"
              + "|rédact\\w+|journaliste|redactor\\w*)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NAME =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}'’.-]*(?:\\s(?:(?:de|van|von|der|den|la|le|bin|al|el|da|dos|del|di|ter)\\s){0,2}"
              + "\\p{Lu}[\\p{L}'’.-]*){1,3}");
  private static final Pattern FILLER =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:by|published|posted|updated|last|first|on|at|and|in|written|the|from|modified|date"
              + "|author|edt|est|gmt|utc|bst|pm|am|min|mins|minutes|read|hours|ago|publié|mis|à|jour|le"
              + "|veröffentlicht|aktualisiert|stand|vom|um|uhr|publicado|actualizado|el|las|pubblicato"
              + "|aggiornato|il|alle|ore|gepubliceerd|bijgewerkt|op|om)(?!\\p{L})");

  private Byline() {}

  /**
   * The names in a byline.
   *
   * @param line what stands there
   * @return names separated by commas; what stands there if no name can be told; empty if nothing
   */
  static Optional<String> names(String line) {
    String text = line.replaceAll("[\\s\\u00A0]+", " ").strip();
    if (text.isEmpty() || text.startsWith("http") || text.startsWith("@")) {
      return Optional.empty();
    }
    String bare = withoutDates(text);
    Matcher by = BY.matcher(bare);
    if (by.find()) {
      bare = bare.substring(by.end());
    }
    List<String> names = new ArrayList<>();
    for (String part : bare.split("\\s{0,9},\\s{0,9}")) {
      for (String one : AND.split(part)) {
        name(one.strip()).ifPresent(names::add);
      }
    }
    if (!names.isEmpty()) {
      return Optional.of(String.join(", ", names));
    }
    String rest = PREFIX.matcher(bare).replaceFirst("");
    rest = CUT.matcher(rest).replaceFirst("").replaceAll("^[\\s,|·•–—-]+|[\\s,|·•–—:-]+$", "");
    boolean word = rest.chars().filter(Character::isLetter).count() >= 2;
    return word && rest.length() <= 100 ? Optional.of(cased(rest)) : Optional.empty();
  }

  /** Whether a text is a name of two to four words and nothing else. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !ROLE.matcher(text).find();
  }

  private static Optional<String> name(String part) {
    String text =
        CUT.matcher(PREFIX.matcher(part.strip()).replaceFirst("")).replaceFirst("").strip();
    text = cased(text);
    Matcher role = ROLE.matcher(text);
    if (role.find()) {
      String[] words = text.substring(0, role.start()).strip().split(" ");
      if (words.length < 2) {
        return Optional.empty();
      }
      int last = 2;
      while (last < words.length
          && (words[last - 1].length() <= 2 || Character.isLowerCase(words[last - 1].charAt(0)))) {
        last++;
      }
      text = String.join(" ", List.of(words).subList(0, last));
    }
    return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /** Names in capitals as names are written; others as they are. */
  private static String cased(String name) {
    boolean capitals =
        name.indexOf(' ') > 0
            && name.equals(name.toUpperCase(Locale.ROOT))
            && name.chars().filter(Character::isLetter).count() > 4;
    if (!capitals) {
      return name;
    }
    StringBuilder cased = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      cased.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return cased.toString();
  }

  private static String withoutDates(String line) {
    String text = line;
    for (int i = 0; i < 3; i++) {
      Optional<WrittenTime> time = WrittenTime.find(text, WrittenTime.DayOrder.DAY_FIRST);
      if (time.isEmpty() || time.get().span().isEmpty()) {
        break;
      }
      text =
          text.substring(0, time.get().span().start())
              + " "
              + text.substring(time.get().span().end());
    }
    return text.replaceAll("\\s+", " ").strip();
  }

  /**
   * Whether a short line holds nothing but names that are known, dates and the words around them.
   *
   * @param line a paragraph of the page
   * @param author the byline of the page
   */
  static boolean isOnlyFacts(String line, Optional<String> author) {
    if (line.length() > 160) {
      return false;
    }
    String text = withoutDates(line);
    boolean dated = text.length() < line.length();
    boolean named = false;
    if (author.isPresent()) {
      for (String name : author.get().split(", ")) {
        String shorter = replaceIgnoringCase(text, name);
        named |= shorter.length() < text.length();
        text = shorter;
      }
    }
    if (!dated && !named) {
      return false;
    }
    text = FILLER.matcher(text).replaceAll(" ");
    text = named ? ROLE.matcher(text).replaceAll(" ") : text;
    long letters = text.chars().filter(Character::isLetterOrDigit).count();
    return letters <= (named ? 12 : 3);
  }

  /** Whether a line without sentence begins or ends with a date and has few words beside it. */
  static boolean isDateLine(String line) {
    if (line.length() > 120) {
      return false;
    }
    Optional<WrittenTime> time = WrittenTime.find(line, WrittenTime.DayOrder.DAY_FIRST);
    if (time.isEmpty() || time.get().span().isEmpty()) {
      return false;
    }
    String rest = withoutDates(line);
    String before = line.substring(0, time.get().span().start()).strip();
    return rest.length() <= 60
        && (before.isEmpty() || rest.length() <= before.length() + 10)
        && !rest.matches(".*[.!?…]$");
  }

  private static String replaceIgnoringCase(String text, String name) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
    return at < 0 || name.isBlank() || at + name.length() > text.length()
        ? text
        : text.substring(0, at) + " " + text.substring(at + name.length());
  }
}
