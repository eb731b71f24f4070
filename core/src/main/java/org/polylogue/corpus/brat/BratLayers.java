package org.polylogue.corpus.brat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.polylogue.corpus.brat.BratAnnotations.Argument;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Span;

/**
 * Layers as brat annotations and back. An annotation is a {@code T} line of its layer's type. A
 * quotation is an {@code Attribution} event with the roles Content, Cue and Source, as in PolNeAR;
 * other links are relations. Features are attributes, or notes where their value is no single word.
 */
final class BratLayers {

  private static final String EVENT = "Attribution";
  private static final String FEATURE = "Feature";
  private static final String LINES = "Lines";
  private static final Pattern OFFSETS =
      Pattern.compile("[0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*+");
  private static final Pattern NUMBERED = Pattern.compile("(?<![0-9])[0-9]++$");
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_-]");

  private BratLayers() {}

  /** Features whose values are declared become attributes, all others notes. */
  static BratAnnotations toBrat(LayeredText layers, List<AnnotationType> types) {
    Map<String, Map<String, List<String>>> declared = new HashMap<>();
    types.forEach(type -> declared.put(type.name(), type.values()));
    List<BratAnnotations.TextBound> bounds = new ArrayList<>();
    List<BratAnnotations.Event> events = new ArrayList<>();
    List<BratAnnotations.Relation> relations = new ArrayList<>();
    List<BratAnnotations.Attribute> attributes = new ArrayList<>();
    List<BratAnnotations.Note> notes = new ArrayList<>();
    Map<Integer, List<Argument>> roles = new TreeMap<>();
    CodePointIndex points = CodePointIndex.of(layers.text());
    for (LayerSpan one : layers.annotations()) {
      String id = "T" + (bounds.size() + 1);
      bounds.add(new BratAnnotations.TextBound(id, one.layer(), one.spans()));
      for (Map.Entry<String, String> feature : one.features().entrySet()) {
        List<String> values =
            declared.getOrDefault(one.layer(), Map.of()).getOrDefault(feature.getKey(), List.of());
        if (values.contains(feature.getValue())) {
          attributes.add(
              new BratAnnotations.Attribute(
                  "A" + (attributes.size() + 1),
                  feature.getKey(),
                  id,
                  Optional.of(feature.getValue())));
        } else {
          notes.add(
              new BratAnnotations.Note(
                  "#" + (notes.size() + 1),
                  FEATURE,
                  id,
                  feature.getKey() + "=" + escaped(feature.getValue())));
        }
      }
      if (one.spans().stream().anyMatch(span -> BratAnnotations.breaks(span, layers.text()))) {
        notes.add(
            new BratAnnotations.Note(
                "#" + (notes.size() + 1), LINES, id, BratAnnotations.offsets(one.spans(), points)));
      }
      if (one.layer().equals(LayerLink.CONTENT)) {
        roles.put(bounds.size(), new ArrayList<>(List.of(new Argument(one.layer(), id))));
      }
    }
    for (LayerLink link : layers.links()) {
      List<Argument> arguments = roles.get(link.from() + 1);
      String to = "T" + (link.to() + 1);
      boolean role = link.role().equals(LayerLink.CUE) || link.role().equals(LayerLink.SOURCE);
      if (arguments != null && role) {
        long same = arguments.stream().filter(one -> one.role().startsWith(link.role())).count();
        arguments.add(new Argument(link.role() + (same == 0 ? "" : "" + (same + 1)), to));
      } else {
        relations.add(
            new BratAnnotations.Relation(
                "R" + (relations.size() + 1),
                link.role(),
                new Argument("Arg1", "T" + (link.from() + 1)),
                new Argument("Arg2", to)));
      }
    }
    int last = bounds.size();
    for (Map.Entry<Integer, List<Argument>> event : roles.entrySet()) {
      int from = event.getKey() - 1;
      List<Span> trigger = layers.annotations().get(from).spans();
      for (LayerLink link : layers.links()) {
        if (link.from() == from && link.role().equals(LayerLink.CUE)) {
          trigger = layers.annotations().get(link.to()).spans();
          break;
        }
      }
      String id = "T" + ++last;
      bounds.add(new BratAnnotations.TextBound(id, EVENT, trigger));
      events.add(new BratAnnotations.Event("E" + (events.size() + 1), EVENT, id, event.getValue()));
    }
    return new BratAnnotations(bounds, events, relations, attributes, notes, List.of(), List.of());
  }

  static LayeredText toLayers(String id, String text, BratAnnotations brat, List<Notice> notices) {
    Map<String, Integer> positions = new HashMap<>();
    List<String> layers = new ArrayList<>();
    List<List<Span>> spans = new ArrayList<>();
    List<SortedMap<String, String>> features = new ArrayList<>();
    Set<String> triggers = new HashSet<>();
    for (BratAnnotations.Event event : brat.events()) {
      if (isQuotation(event)) {
        triggers.add(event.trigger());
      }
    }
    Set<String> hung = new HashSet<>();
    for (BratAnnotations.Event event : brat.events()) {
      event.arguments().forEach(argument -> triggers.remove(argument.target()));
      if (!isQuotation(event) && !hung.add(event.trigger())) {
        notices.add(
            new Notice(
                Notice.Kind.DOUBTFUL,
                0,
                event.id() + " " + event.type(),
                "hangs on the words of another event; their links became one annotation's"));
      }
    }
    Map<String, String> overLines = new HashMap<>();
    CodePointIndex points = CodePointIndex.of(text);
    for (BratAnnotations.Note note : brat.notes()) {
      if (note.type().equals(LINES)) {
        overLines.put(note.target(), note.text());
      }
    }
    for (BratAnnotations.TextBound bound : brat.textBounds()) {
      if (!triggers.contains(bound.id())) {
        positions.put(bound.id(), layers.size());
        layers.add(name(bound.type()));
        spans.add(whole(bound.spans(), overLines.get(bound.id()), text, points));
        features.add(new TreeMap<>());
      }
    }
    Map<String, String> contents = new HashMap<>();
    List<LayerLink> links = new ArrayList<>();
    for (BratAnnotations.Event event : brat.events()) {
      String head = event.trigger();
      for (Argument argument : event.arguments()) {
        if (isQuotation(event) && role(argument).equals(LayerLink.CONTENT)) {
          head = argument.target();
          break;
        }
      }
      contents.put(event.id(), head);
    }
    for (BratAnnotations.Event event : brat.events()) {
      String head = contents.get(event.id());
      for (Argument argument : event.arguments()) {
        String target = contents.getOrDefault(argument.target(), argument.target());
        if (!target.equals(head)) {
          link(role(argument), head, target, positions, links, notices);
        }
      }
    }
    for (BratAnnotations.Relation relation : brat.relations()) {
      link(
          relation.type(),
          contents.getOrDefault(relation.from().target(), relation.from().target()),
          contents.getOrDefault(relation.to().target(), relation.to().target()),
          positions,
          links,
          notices);
    }
    for (BratAnnotations.Equivalence same : brat.equivalences()) {
      for (int i = 1; i < same.members().size(); i++) {
        link(same.type(), same.members().get(0), same.members().get(i), positions, links, notices);
      }
    }
    for (BratAnnotations.Attribute attribute : brat.attributes()) {
      feature(
          contents.getOrDefault(attribute.target(), attribute.target()),
          attribute.name(),
          attribute.value().orElse("true"),
          positions,
          features,
          notices);
    }
    for (BratAnnotations.Reference reference : brat.references()) {
      feature(reference.target(), "reference", reference.entry(), positions, features, notices);
    }
    for (BratAnnotations.Note note : brat.notes()) {
      if (note.type().equals(LINES)) {
        continue;
      }
      int equals = note.text().indexOf('=');
      boolean ours = note.type().equals(FEATURE) && equals > 0;
      feature(
          contents.getOrDefault(note.target(), note.target()),
          ours ? note.text().substring(0, equals) : "note",
          ours ? unescaped(note.text().substring(equals + 1)) : note.text(),
          positions,
          features,
          notices);
    }
    List<LayerSpan> annotations = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      annotations.add(new LayerSpan(layers.get(i), spans.get(i), features.get(i)));
    }
    return new LayeredText(id, text, annotations, links);
  }

  private static boolean isQuotation(BratAnnotations.Event event) {
    return event.arguments().stream()
        .anyMatch(argument -> role(argument).equals(LayerLink.CONTENT));
  }

  private static String role(Argument argument) {
    return name(NUMBERED.matcher(argument.role()).replaceFirst(""));
  }

  private static String name(String type) {
    String name = NO_NAME.matcher(type).replaceAll("_");
    return name.isEmpty() ? "_" : name;
  }

  /** The spans that a note remembers, if cut at line breaks they are still those of the line. */
  private static List<Span> whole(
      List<Span> cut, String remembered, String text, CodePointIndex points) {
    if (remembered == null || !OFFSETS.matcher(remembered).matches()) {
      return cut;
    }
    List<Span> whole = new ArrayList<>();
    for (String pair : remembered.split(";")) {
      int space = pair.indexOf(' ');
      int start = Integer.parseInt(pair.substring(0, space));
      int end = Integer.parseInt(pair.substring(space + 1));
      if (end < start || end > points.codePoints()) {
        return cut;
      }
      whole.add(points.toCodeUnits(new Span(start, end)));
    }
    return BratAnnotations.onOneLine(whole, text).equals(cut) ? whole : cut;
  }

  private static void link(
      String role,
      String from,
      String to,
      Map<String, Integer> positions,
      List<LayerLink> links,
      List<Notice> notices) {
    Integer first = positions.get(from);
    Integer second = positions.get(to);
    if (first == null || second == null) {
      notices.add(
          new Notice(
              Notice.Kind.UNPLACED,
              0,
              role + " " + from + " " + to,
              "a link whose end is no text was left aside"));
    } else {
      links.add(new LayerLink(name(role), first, second));
    }
  }

  private static void feature(
      String target,
      String name,
      String value,
      Map<String, Integer> positions,
      List<SortedMap<String, String>> features,
      List<Notice> notices) {
    Integer at = positions.get(target);
    if (at == null || value.isEmpty()) {
      notices.add(
          new Notice(
              Notice.Kind.UNPLACED,
              0,
              name + "=" + value,
              "a feature of " + target + ", which is no text of its own, was left aside"));
    } else {
      features.get(at).merge(name(name), value, (old, more) -> old + " " + more);
    }
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static String unescaped(String value) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
