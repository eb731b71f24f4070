package org.polylogue.corpus.webanno;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.text.Span;

/** Reads one document; the first line that is wrong is a fault. */
final class WebAnnoParser {

  private static final Pattern ROW = Pattern.compile("(\\d{1,9})-(\\d{1,9})(?:\\.(\\d{1,9}))?");
  private static final Pattern OFFSETS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final Pattern MARKED = Pattern.compile("(?s)^(.*)\\[(\\d{1,9})\\]");
  private static final int FIXED = 3;

  /** A column: the feature of a span layer, or something that is left aside. */
  private record Column(String layer, String feature, boolean kept) {}

  /** A stretch that the file gives features. */
  private static final class Stretch {
    private final String layer;
    private final SortedMap<String, String> features = new TreeMap<>();
    private Span span;

    Stretch(String layer, Span span) {
      this.layer = layer;
      this.span = span;
    }
  }

  private final CorpusSource source;
  private final List<Notice> notices;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Stretch> stretches = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private String sentence;
  private boolean open;
  private int lastStart;
  private int begun;
  private long line;

  private WebAnnoParser(CorpusSource source, List<Notice> notices) {
    this.source = source;
    this.notices = notices;
  }

  static LayeredText read(CorpusSource source, String id, List<Notice> notices) {
    WebAnnoParser parser = new WebAnnoParser(source, notices);
    boolean first = true;
    try (CorpusLines lines = source.lines()) {
      for (Optional<CorpusLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        if (next.get().fault().isPresent()) {
          throw next.get().fault().get();
        }
        parser.line = next.get().number();
        String content = next.get().text();
        if (first && !content.startsWith("#FORMAT=WebAnno TSV 3")) {
          throw parser.fault("is not \"#FORMAT=WebAnno TSV 3.3\"; other versions are not read");
        }
        first = false;
        parser.line(content);
      }
    }
    if (first) {
      throw new CorpusException(source.place(), "the file is empty");
    }
    if (parser.sentence != null) {
      throw parser.fault("is the last, but the sentence before has no tokens; is the file cut?");
    }
    return parser.document(id);
  }

  private void line(String content) {
    if (content.startsWith("#Text=")) {
      String part = TsvEscapes.plain(content.substring("#Text=".length()));
      sentence = sentence == null ? part : sentence + "\n" + part;
      if (sentence.length() > source.limits().documentCharacters()) {
        throw fault("makes the text longer than the limit on document characters");
      }
    } else if (content.startsWith("#T_SP=")) {
      spanLayer(content.substring("#T_SP=".length()));
    } else if (content.startsWith("#T_")) {
      otherLayer(content);
    } else if (ROW.matcher(content.substring(0, Math.max(0, content.indexOf('\t')))).matches()) {
      row(content);
    } else if (!content.isBlank() && !content.startsWith("#")) {
      throw fault("is neither a header, a sentence nor a token");
    }
  }

  private void spanLayer(String declared) {
    List<String> parts = TsvEscapes.split(declared, '|');
    String layer = shortName(parts.get(0));
    if (parts.size() == 1) {
      columns.add(new Column(layer, "", true));
    }
    boolean after = false;
    for (String feature : parts.subList(1, parts.size())) {
      boolean slot = feature.startsWith("ROLE_");
      // a slot has two columns, its role and the type of what fills it
      boolean filler = after && feature.indexOf('.') > 0;
      columns.add(new Column(layer, feature, !slot && !filler));
      if (slot) {
        notices.add(notice(declared, "a slot feature was left aside"));
      }
      after = slot;
    }
  }

  private void otherLayer(String content) {
    int features = TsvEscapes.split(content, '|').size() - 1;
    for (int i = 0; i < Math.max(1, features); i++) {
      columns.add(new Column("", "", false));
    }
    notices.add(notice(content, "a relation or chain layer was left aside"));
  }

  private void row(String content) {
    List<String> cells = List.of(content.split("\t", -1));
    Matcher row = ROW.matcher(cells.get(0));
    Matcher offsets = OFFSETS.matcher(cells.size() > 1 ? cells.get(1) : "");
    if (!row.matches() || !offsets.matches() || cells.size() < FIXED) {
      throw fault("is no token: number, offsets and form, separated by tabs");
    }
    int start = Integer.parseInt(offsets.group(1));
    int end = Integer.parseInt(offsets.group(2));
    boolean part = row.group(3) != null;
    if (end < start || end == start && !part || end > source.limits().documentCharacters()) {
      throw fault("has the offsets " + cells.get(1) + ", which are no span of a text");
    }
    if (sentence != null) {
      begin(start);
    } else if (!open) {
      throw fault("stands before the first #Text line");
    }
    Span span = new Span(start, end);
    // parts of a token stand in the order in which they were annotated
    if (start < (part ? begun : lastStart) || end > text.length()) {
      throw fault("has the offsets " + span + ", which leave its sentence or run backwards");
    }
    lastStart = part ? lastStart : start;
    String form = text.substring(start, end);
    if (!TsvEscapes.plain(cells.get(2)).equals(form) && !cells.get(2).equals(form)) {
      throw fault("has the form \"" + cells.get(2) + "\", but its sentence says \"" + form + "\"");
    }
    int filled = cells.size() - FIXED;
    if (filled > columns.size() && !cells.get(cells.size() - 1).isEmpty()
        || filled < columns.size()) {
      throw fault(
          "has " + filled + " cells of annotations where the header declares " + columns.size());
    }
    if (start == end) {
      notices.add(notice(content, "an annotation without width was left aside"));
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kept()) {
        cell(columns.get(i), cells.get(FIXED + i), span);
      }
    }
  }

  private void begin(int start) {
    if (start < text.length()) {
      throw fault("begins a sentence at " + start + " inside the one before");
    }
    while (text.length() < start) {
      text.append('\n');
    }
    text.append(sentence);
    sentence = null;
    open = true;
    lastStart = start;
    begun = start;
  }

  private void cell(Column column, String cell, Span span) {
    if (cell.equals("_") || cell.isEmpty()) {
      return;
    }
    for (String part : TsvEscapes.split(cell, '|')) {
      Matcher marked = MARKED.matcher(part);
      boolean has = marked.matches() && !escapesNext(marked.group(1));
      String value = has ? marked.group(1) : part;
      String key =
          column.layer() + (has ? "[" + marked.group(2) : "@" + span.start() + "-" + span.end());
      Stretch stretch = stretches.computeIfAbsent(key, k -> new Stretch(column.layer(), span));
      stretch.span = stretch.span.cover(span);
      if (!value.equals("*") && !column.feature().isEmpty() && !value.isEmpty()) {
        stretch.features.putIfAbsent(column.feature(), TsvEscapes.plain(value));
      }
    }
  }

  private static boolean escapesNext(String text) {
    int backslashes = 0;
    while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private LayeredText document(String id) {
    Map<String, List<Stretch>> groups = new LinkedHashMap<>();
    int alone = 0;
    for (Stretch stretch : stretches.values()) {
      String group = stretch.features.remove(WebAnnoFormat.GROUP);
      String key = stretch.layer + " " + (group == null ? "alone " + ++alone : "group " + group);
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(stretch);
    }
    List<LayerSpan> annotations = new ArrayList<>();
    List<SortedMap<String, String>> pointers = new ArrayList<>();
    Map<String, Integer> byGroup = new HashMap<>();
    groups.forEach(
        (key, pieces) -> {
          List<Span> spans = new ArrayList<>();
          SortedMap<String, String> features = new TreeMap<>();
          SortedMap<String, String> links = new TreeMap<>();
          for (Stretch piece : pieces) {
            spans.add(piece.span);
            piece.features.forEach(
                (name, value) -> {
                  boolean link = name.startsWith(WebAnnoFormat.LINK);
                  String plain =
                      link
                          ? name.substring(WebAnnoFormat.LINK.length())
                          : WebAnnoFormat.plainName(name);
                  (link ? links : features).putIfAbsent(plain, value);
                });
          }
          spans.sort(null);
          String number = key.substring(key.lastIndexOf(' ') + 1);
          if (key.contains(" group ")) {
            byGroup.put(number, annotations.size());
          }
          annotations.add(new LayerSpan(pieces.get(0).layer, spans, features));
          pointers.add(links);
        });
    List<LayerLink> links = new ArrayList<>();
    for (int i = 0; i < pointers.size(); i++) {
      for (Map.Entry<String, String> pointer : pointers.get(i).entrySet()) {
        for (String number : pointer.getValue().strip().split("\\s+")) {
          Integer to = byGroup.get(number);
          if (to == null) {
            notices.add(notice(pointer.getKey() + " " + number, "no annotation has this group"));
          } else {
            links.add(new LayerLink(pointer.getKey(), i, to));
          }
        }
      }
    }
    return new LayeredText(id, text.toString(), annotations, links);
  }

  private static String shortName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private Notice notice(String excerpt, String reason) {
    return new Notice(Notice.Kind.UNPLACED, line, excerpt, reason);
  }

  private CorpusException fault(String reason) {
    return new CorpusException(source.place(Math.max(1, line)), "this line " + reason);
  }
}
