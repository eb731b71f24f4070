package org.polylogue.corpus.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * The articles of a download of Nexis: those of LexisNexis Academic begin with {@code 1 of 9
 * DOCUMENTS}, outlet and date above the headline; those of Nexis Uni end with {@code End of
 * Document}, the headline above outlet and date.
 */
final class NexisArticles {

  private static final Pattern START =
      Pattern.compile(
          "\\d{1,6} (?:of|von|de|van) \\d{1,6} (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN)",
          Pattern.CASE_INSENSITIVE);
  private static final String END = "End of Document";

  /** Names of fields, and what they hold. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("byline", "byline"),
          Map.entry("autor", "byline"),
          Map.entry("auteur", "byline"),
          Map.entry("section", "section"),
          Map.entry("rubrik", "section"),
          Map.entry("rubrique", "section"),
          Map.entry("headline", "headline"),
          Map.entry("length", "length"),
          Map.entry("länge", "length"),
          Map.entry("longueur", "length"),
          Map.entry("lengte", "length"),
          Map.entry("dateline", "dateline"),
          Map.entry("highlight", "highlight"),
          Map.entry("load-date", "load-date"),
          Map.entry("update", "load-date"),
          Map.entry("language", "language"),
          Map.entry("sprache", "language"),
          Map.entry("langue", "language"),
          Map.entry("publication-type", "publication-type"),
          Map.entry("document-type", "document-type"),
          Map.entry("graphic", "graphic"),
          Map.entry("grafik", "graphic"),
          Map.entry("notes", "notes"),
          Map.entry("correction-date", "correction-date"),
          Map.entry("journal code", "journal-code"),
          Map.entry("subject", "subject"),
          Map.entry("person", "person"),
          Map.entry("organization", "organization"),
          Map.entry("company", "company"),
          Map.entry("industry", "industry"),
          Map.entry("geographic", "geographic"),
          Map.entry("city", "city"),
          Map.entry("state", "state"),
          Map.entry("country", "country"),
          Map.entry("ticker", "ticker"),
          Map.entry("body", "body"));

  private static final Pattern FIELD =
      Pattern.compile("(\\p{L}[\\p{L} -]{2,19}?)\\s?:(?:\\s+(.*))?");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:length|länge|longueur|lengte)\\s?:\\s+[\\d.,]{1,9} (?:words?|wörter|mots|woorden)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern RIGHTS =
      Pattern.compile("(?:copyright|©|\\(c\\)).{0,300}", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_RIGHTS =
      Pattern.compile(
          "all rights reserved\\.?|page \\d{1,5} of \\d{1,5}", Pattern.CASE_INSENSITIVE);

  private final CorpusSource source;
  private final List<String> lines;

  NexisArticles(CorpusSource source, List<String> lines) {
    this.source = source;
    this.lines = lines;
  }

  static boolean isDownload(List<String> lines) {
    boolean start = false;
    boolean length = false;
    boolean other = false;
    for (String line : lines) {
      start |= START.matcher(line).matches();
      length |= LENGTH.matcher(line).lookingAt();
      other |=
          line.equals(END) || line.equals("Body") || RIGHTS.matcher(line).matches() || isLate(line);
    }
    return length && (start || other);
  }

  private static boolean isLate(String line) {
    String name = field(line);
    return name.equals("load-date") || name.equals("publication-type") || name.equals("body");
  }

  /** What the field that begins on a line holds, empty if none begins there. */
  private static String field(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches() ? NAMES.getOrDefault(field.group(1).toLowerCase(Locale.ROOT), "") : "";
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  void addTo(List<ReadOutcome> outcomes) {
    boolean numbered = lines.stream().anyMatch(line -> START.matcher(line).matches());
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean cut =
          i == lines.size()
              || (numbered ? START.matcher(lines.get(i)).matches() : lines.get(i).equals(END));
      if (cut) {
        List<String> part = lines.subList(start, i);
        if (part.stream().anyMatch(line -> LENGTH.matcher(line).lookingAt())) {
          String id = source.name() + "#" + (outcomes.size() + 1);
          outcomes.add(article(part, numbered).outcome(source, id, start + 1));
        }
        start = i + 1;
      }
    }
  }

  private Fields article(List<String> part, boolean numbered) {
    Fields fields = new Fields();
    int at = 0;
    while (at < part.size() && !isHead(field(part.get(at)))) {
      at++;
    }
    head(part.subList(0, at), numbered, fields);
    at = fields(part, at, fields);
    int end = at;
    while (end < part.size() && !ends(part, end)) {
      end++;
    }
    fields.body.addAll(part.subList(at, end));
    for (int i = end; i < part.size(); i++) {
      String name = field(part.get(i));
      if (!name.isEmpty()) {
        int last = i + 1;
        while (last < part.size() && isValueGoingOn(part.get(last))) {
          last++;
        }
        StringBuilder value = new StringBuilder(value(part.get(i)));
        part.subList(i + 1, last).forEach(line -> value.append(' ').append(line));
        fields.other(name, value.toString().strip());
      }
    }
    return fields;
  }

  private static boolean isHead(String name) {
    return switch (name) {
      case "byline", "section", "headline", "length", "dateline", "highlight", "body" -> true;
      default -> false;
    };
  }

  private static boolean isValueGoingOn(String line) {
    return !line.isEmpty() && field(line).isEmpty() && !RIGHTS.matcher(line).matches();
  }

  /** Fields above the text; where the text begins. */
  private static int fields(List<String> part, int from, Fields fields) {
    int at = from;
    while (at < part.size()) {
      String line = part.get(at);
      String name = field(line);
      if (line.equals("Body") || name.equals("body")) {
        if (!name.isEmpty() && !value(line).isEmpty()) {
          fields.body.add(value(line));
        }
        return at + 1;
      }
      if (!line.isEmpty() && !isHead(name)) {
        return at;
      }
      at++;
      if (line.isEmpty()) {
        continue;
      }
      StringBuilder value = new StringBuilder(value(line));
      while (at < part.size() && isValueGoingOn(part.get(at)) && !part.get(at).equals("Body")) {
        value.append(' ').append(part.get(at++));
      }
      switch (name) {
        case "byline" -> fields.byline = value.toString();
        case "section" -> fields.section = value.toString();
        case "headline" -> fields.title = value.toString();
        default -> fields.other(name, value.toString().strip());
      }
    }
    return at;
  }

  /** Whether the text ends above a line: with a field, or with the lines of rights. */
  private static boolean ends(List<String> part, int at) {
    String line = part.get(at);
    String name = field(line);
    boolean heading =
        (line.equals("Classification") || line.equals("Graphic") || line.equals("Notes"))
            && at > 0
            && part.get(at - 1).isEmpty();
    return heading
        || !name.isEmpty() && !isHead(name) && (at == 0 || part.get(at - 1).isEmpty())
        || RIGHTS.matcher(line).matches() && line.length() < 120;
  }

  /** Outlet, date and headline above the fields. */
  private static void head(List<String> lines, boolean numbered, Fields fields) {
    List<List<String>> blocks = new ArrayList<>();
    boolean open = false;
    boolean dated = false;
    for (String line : lines) {
      boolean rights = RIGHTS.matcher(line).matches() || ALL_RIGHTS.matcher(line).matches();
      if (line.isEmpty() || rights || START.matcher(line).matches()) {
        open = false;
        continue;
      }
      if (!dated && !blocks.isEmpty() && line.length() < 80 && fields.date(line)) {
        dated = true;
        if (!numbered) {
          List<String> last = blocks.get(blocks.size() - 1);
          fields.outlet = last.remove(last.size() - 1);
        } else {
          fields.outlet = String.join(" ", blocks.get(blocks.size() - 1));
        }
        if (!numbered) {
          blocks.removeIf(List::isEmpty);
          fields.title = blocks.isEmpty() ? "" : String.join(" ", blocks.get(0));
        }
        blocks.clear();
        open = false;
        continue;
      }
      if (!open) {
        blocks.add(new ArrayList<>());
        open = true;
      }
      blocks.get(blocks.size() - 1).add(line);
    }
    if (numbered && !blocks.isEmpty()) {
      fields.title = String.join(" ", blocks.get(blocks.size() - 1));
    }
  }
}
