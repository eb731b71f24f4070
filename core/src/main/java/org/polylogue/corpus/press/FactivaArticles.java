package org.polylogue.corpus.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * The articles of a download of Factiva, each ending with its number, {@code Document
 * TSTR000020240503ek5300001}: with codes of fields (HD, WC, PD, …) or as they are shown, with the
 * headline first.
 */
final class FactivaArticles {

  private static final Pattern NUMBER =
      Pattern.compile("(?:Document )?([A-Z]{2,8}[0-9]{8}[0-9a-z]{6,20})");
  private static final Pattern END = Pattern.compile("Document [A-Z]{2,8}[0-9]{8}[0-9a-z]{6,20}");
  private static final Pattern CODED_END =
      Pattern.compile("AN\\s+(?:Document )?[A-Z]{2,8}[0-9]{8}[0-9a-z]{6,20}");
  private static final Pattern WORDS = Pattern.compile("\\d{1,3}(?:,?\\d{3}){0,2} words");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{2,9}");
  private static final Pattern RIGHTS =
      Pattern.compile("(?:copyright|©|\\(c\\)).{0,300}", Pattern.CASE_INSENSITIVE);

  /** Codes in the order in which they come, and what they hold. */
  private static final List<String> CODES =
      List.of(
          "CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA",
          "CY", "LP", "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("CLM", "column"),
          Map.entry("CR", "credit"),
          Map.entry("WC", "length"),
          Map.entry("ET", "time"),
          Map.entry("SC", "source-code"),
          Map.entry("ED", "edition"),
          Map.entry("PG", "page"),
          Map.entry("VOL", "volume"),
          Map.entry("LA", "language"),
          Map.entry("ART", "graphic"),
          Map.entry("CT", "contact"),
          Map.entry("RF", "reference"),
          Map.entry("CO", "company"),
          Map.entry("IN", "industry"),
          Map.entry("NS", "subject"),
          Map.entry("RE", "geographic"),
          Map.entry("PUB", "publisher"),
          Map.entry("AN", "number"));

  private static final Pattern CODED =
      Pattern.compile("(" + String.join("|", CODES) + ")(?:(\\s+)(.*))?");

  private final CorpusSource source;
  private final List<String> lines;

  FactivaArticles(CorpusSource source, List<String> lines) {
    this.source = source;
    this.lines = lines;
  }

  static boolean isDownload(List<String> lines) {
    return isCoded(lines) || isShown(lines);
  }

  private static boolean isCoded(List<String> lines) {
    int found = 0;
    for (String line : lines) {
      Matcher coded = CODED.matcher(line);
      boolean known =
          coded.matches() && List.of("HD", "WC", "PD", "SN", "LP", "TD").contains(coded.group(1));
      found |= known ? 1 << CODES.indexOf(coded.group(1)) : 0;
    }
    return Integer.bitCount(found) >= 4;
  }

  /** A count of words right above a date. */
  private static boolean isShown(List<String> lines) {
    List<String> full = lines.stream().filter(line -> !line.isEmpty()).toList();
    for (int i = 1; i + 1 < full.size(); i++) {
      if (WORDS.matcher(full.get(i)).matches() && new Fields().date(full.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  void addTo(List<ReadOutcome> outcomes) {
    boolean coded = isCoded(lines);
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (END.matcher(lines.get(i)).matches()
          || coded && CODED_END.matcher(lines.get(i)).matches()
          || i == lines.size() - 1) {
        List<String> part = lines.subList(start, i + 1);
        boolean any =
            part.stream()
                .anyMatch(line -> coded ? line.startsWith("HD") : WORDS.matcher(line).matches());
        if (any) {
          Fields fields = new Fields();
          if (coded) {
            coded(part, fields);
          } else {
            shown(part, fields);
          }
          String id = source.name() + "#" + (outcomes.size() + 1);
          outcomes.add(fields.outcome(source, id, start + 1));
        }
        start = i + 1;
      }
    }
  }

  private static void coded(List<String> part, Fields fields) {
    int rank = -1;
    String code = "";
    List<String> value = new ArrayList<>();
    for (String line : part) {
      Matcher coded = CODED.matcher(line);
      int next = coded.matches() ? CODES.indexOf(coded.group(1)) : -1;
      boolean word = next >= CODES.indexOf("LP") && " ".equals(coded.group(2));
      if (next > rank && !word) {
        put(code, value, fields);
        rank = next;
        code = coded.group(1);
        value.clear();
        if (coded.group(3) != null) {
          value.add(coded.group(3));
        }
      } else if (!code.isEmpty()) {
        value.add(line);
      }
    }
    put(code, value, fields);
  }

  private static void put(String code, List<String> lines, Fields fields) {
    String value = String.join(" ", lines).strip();
    switch (code) {
      case "" -> {}
      case "HD" -> fields.title = value;
      case "BY" -> fields.byline = value;
      case "SE" -> fields.section = value;
      case "SN" -> fields.outlet = value;
      case "PD" -> {
        if (!fields.date(value)) {
          fields.other("date", value);
        }
      }
      case "CY" -> {}
      case "LP", "TD" -> {
        fields.body.addAll(lines);
        fields.body.add("");
      }
      default -> {
        Matcher number = NUMBER.matcher(value);
        fields.other(NAMES.get(code), number.matches() ? number.group(1) : value);
      }
    }
  }

  private static void shown(List<String> part, Fields fields) {
    int words = 0;
    while (!WORDS.matcher(part.get(words)).matches()) {
      words++;
    }
    List<String> head = part.subList(0, words).stream().filter(line -> !line.isEmpty()).toList();
    List<String> title = new ArrayList<>();
    for (String line : head) {
      boolean byline = !title.isEmpty() && (line.startsWith("By ") || line.startsWith("BY "));
      if (byline) {
        fields.byline = line;
      } else if (fields.byline.isEmpty()) {
        title.add(line);
      }
    }
    if (fields.byline.isEmpty() && title.size() > 1) {
      fields.byline = title.remove(title.size() - 1);
    }
    if (title.size() > 1) {
      fields.section = title.remove(0);
    }
    fields.title = String.join(" ", title);
    fields.other("length", part.get(words));
    int at = words + 1;
    while (at < part.size() && part.get(at).isEmpty()) {
      at++;
    }
    int first = at;
    while (at < part.size() && !RIGHTS.matcher(part.get(at)).matches() && at < first + 12) {
      String line = part.get(at++);
      if (fields.date.isEmpty()) {
        fields.date(line);
      } else if (fields.outlet.isEmpty() && line.length() > 5 && !CODE.matcher(line).matches()) {
        fields.outlet = line;
      } else if (CODE.matcher(line).matches()) {
        fields.other("source-code", line);
      }
    }
    if (at == part.size() || !RIGHTS.matcher(part.get(at)).matches()) {
      at = first + 1;
    }
    for (int i = at; i < part.size(); i++) {
      String line = part.get(i);
      if (END.matcher(line).matches()) {
        fields.other("number", line.substring("Document ".length()));
      } else if (!RIGHTS.matcher(line).matches()) {
        fields.body.add(line);
      }
    }
  }
}
