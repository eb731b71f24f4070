package org.polylogue.corpus.webanno;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Span;

/** Writes one document; see {@link WebAnnoFormat} for what stands where. */
final class WebAnnoWriter {

  /** A stretch of an annotation in the file. */
  private record Unit(int annotation, int id, boolean marked) {}

  private final LayeredText document;
  private final List<Span> tokens;
  private final SortedMap<String, SortedSet<String>> columns = new TreeMap<>();
  private final List<SortedMap<String, String>> values = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  private WebAnnoWriter(LayeredText document) {
    this.document = trimmed(document);
    this.tokens = TsvTokens.of(this.document);
  }

  static String write(LayeredText document) {
    return new WebAnnoWriter(document).file();
  }

  /** Without white space at the ends of annotations, which INCEpTION takes for no token. */
  private static LayeredText trimmed(LayeredText document) {
    List<LayerSpan> annotations =
        document.annotations().stream()
            .map(
                one -> {
                  List<Span> spans =
                      one.spans().stream()
                          .map(span -> trimmed(span, document.text()))
                          .filter(span -> !span.isEmpty())
                          .toList();
                  return new LayerSpan(
                      one.layer(), spans.isEmpty() ? one.spans() : spans, one.features());
                })
            .toList();
    return new LayeredText(document.id(), document.text(), annotations, document.links());
  }

  private static Span trimmed(Span span, String text) {
    String words = span.of(text);
    int start = span.start() + words.length() - words.stripLeading().length();
    return new Span(
        start, Math.max(start, span.end() - words.length() + words.stripTrailing().length()));
  }

  private String file() {
    collect();
    out.append("#FORMAT=WebAnno TSV 3.3\n");
    columns.forEach(
        (layer, features) -> {
          out.append("#T_SP=").append(WebAnnoFormat.PREFIX).append(layer);
          features.forEach(feature -> out.append('|').append(feature));
          out.append('\n');
        });
    out.append('\n');
    Map<Integer, Map<String, List<Unit>>> units = units();
    int sentence = 0;
    int at = 0;
    while (at < tokens.size()) {
      int end = at + 1;
      while (end < tokens.size()
          && !isLineGap(tokens.get(end - 1).end(), tokens.get(end).start())) {
        end++;
      }
      Span extent = tokens.get(at).cover(tokens.get(end - 1));
      out.append("\n#Text=").append(TsvEscapes.text(extent.of(document.text()))).append('\n');
      sentence++;
      for (int i = at; i < end; i++) {
        Span token = tokens.get(i);
        out.append(sentence).append('-').append(i - at + 1).append('\t').append(token).append('\t');
        out.append(TsvEscapes.text(token.of(document.text()))).append('\t');
        cells(units.getOrDefault(i, Map.of()));
        out.append('\n');
      }
      at = end;
    }
    return out.toString();
  }

  private void collect() {
    for (int i = 0; i < document.annotations().size(); i++) {
      LayerSpan one = document.annotations().get(i);
      SortedMap<String, String> own = new TreeMap<>();
      own.put(WebAnnoFormat.GROUP, Integer.toString(i + 1));
      one.features().forEach((name, value) -> own.put(WebAnnoFormat.escapedName(name), value));
      values.add(own);
    }
    for (LayerLink link : document.links()) {
      values
          .get(link.from())
          .merge(
              WebAnnoFormat.LINK + link.role(),
              Integer.toString(link.to() + 1),
              (old, more) -> old + " " + more);
    }
    for (int i = 0; i < values.size(); i++) {
      columns
          .computeIfAbsent(document.annotations().get(i).layer(), layer -> new TreeSet<>())
          .addAll(values.get(i).keySet());
    }
  }

  /** For each token and layer the stretches of annotations on it. */
  private Map<Integer, Map<String, List<Unit>>> units() {
    Map<Integer, Integer> starting = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      starting.put(tokens.get(i).start(), i);
    }
    Map<Integer, Map<String, List<Unit>>> units = new HashMap<>();
    int id = 0;
    for (int i = 0; i < document.annotations().size(); i++) {
      LayerSpan one = document.annotations().get(i);
      for (Span span : one.spans()) {
        id++;
        for (int at = starting.get(span.start());
            at < tokens.size() && tokens.get(at).start() < span.end();
            at++) {
          units
              .computeIfAbsent(at, token -> new HashMap<>())
              .computeIfAbsent(one.layer(), layer -> new ArrayList<>())
              .add(new Unit(i, id, !tokens.get(at).equals(span)));
        }
      }
    }
    return units;
  }

  private void cells(Map<String, List<Unit>> byLayer) {
    columns.forEach(
        (layer, features) -> {
          List<Unit> units = byLayer.getOrDefault(layer, List.of());
          boolean stacked = units.size() > 1;
          for (String feature : features) {
            for (int i = 0; i < units.size(); i++) {
              Unit unit = units.get(i);
              String value = values.get(unit.annotation()).get(feature);
              out.append(i == 0 ? "" : "|");
              out.append(value == null ? "*" : TsvEscapes.value(value));
              if (stacked || unit.marked()) {
                out.append('[').append(unit.id()).append(']');
              }
            }
            out.append(units.isEmpty() ? "_" : "").append('\t');
          }
        });
  }

  private boolean isLineGap(int from, int to) {
    for (int i = from; i < to; i++) {
      if (document.text().charAt(i) != '\n') {
        return false;
      }
    }
    return from < to;
  }
}
