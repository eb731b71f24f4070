package org.polylogue.corpus.brat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.corpus.brat.BratAnnotations.Argument;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Span;

/** Reads an annotation file of brat; the first line that is wrong is a fault. */
final class BratParser {

  private static final int MOST_SPANS = 10_000;

  private record Pointer(String target, Place place) {}

  private final String text;
  private final CodePointIndex index;
  private final List<BratAnnotations.TextBound> textBounds = new ArrayList<>();
  private final List<BratAnnotations.Event> events = new ArrayList<>();
  private final List<BratAnnotations.Relation> relations = new ArrayList<>();
  private final List<BratAnnotations.Attribute> attributes = new ArrayList<>();
  private final List<BratAnnotations.Note> notes = new ArrayList<>();
  private final List<BratAnnotations.Reference> references = new ArrayList<>();
  private final List<BratAnnotations.Equivalence> equivalences = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Pointer> pointers = new ArrayList<>();
  private Place place;

  private BratParser(String text) {
    this.text = text;
    this.index = CodePointIndex.of(text);
  }

  static BratAnnotations read(CorpusSource source, String text) {
    BratParser parser = new BratParser(text);
    try (CorpusLines lines = source.lines()) {
      for (Optional<CorpusLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().fault().isPresent()) {
          throw line.get().fault().get();
        }
        parser.place = source.place(line.get().number());
        if (!line.get().text().isBlank()) {
          parser.line(line.get().text());
        }
      }
    }
    for (Pointer pointer : parser.pointers) {
      if (!parser.ids.contains(pointer.target())) {
        throw new CorpusException(
            pointer.place(), "refers to " + pointer.target() + ", which no line declares");
      }
    }
    return new BratAnnotations(
        parser.textBounds,
        parser.events,
        parser.relations,
        parser.attributes,
        parser.notes,
        parser.references,
        parser.equivalences);
  }

  private void line(String line) {
    int tab = line.indexOf('\t');
    if (tab < 1) {
      throw fault("has no tab after its id");
    }
    String id = line.substring(0, tab);
    String rest = line.substring(tab + 1);
    char kind = id.charAt(0);
    if (kind == '*') {
      equivalence(rest);
      return;
    }
    if (!ids.add(id)) {
      throw fault("declares the id " + id + " again; give each annotation its own");
    }
    if (kind == 'T') {
      textBound(id, rest);
    } else if (kind == 'E') {
      event(id, rest);
    } else if (kind == 'R') {
      relation(id, rest);
    } else if (kind == 'A' || kind == 'M') {
      attribute(id, rest);
    } else if (kind == 'N') {
      reference(id, rest);
    } else if (kind == '#') {
      note(id, rest);
    } else {
      throw fault("begins with " + kind + ", which is none of T E R A M N # *");
    }
  }

  private void textBound(String id, String rest) {
    int tab = rest.indexOf('\t');
    String head = tab < 0 ? rest : rest.substring(0, tab);
    int space = head.indexOf(' ');
    if (space < 1) {
      throw fault("has no offsets after its type");
    }
    List<Span> spans = new ArrayList<>();
    String[] pairs = head.substring(space + 1).split(";", MOST_SPANS);
    for (String pair : pairs) {
      String[] ends = pair.strip().split(" ", 3);
      if (ends.length != 2) {
        throw fault("has the offsets \"" + shortened(pair) + "\", which are no start and end");
      }
      int start = number(ends[0]);
      int end = number(ends[1]);
      if (start < 0 || end <= start || end > index.codePoints()) {
        throw fault(
            "has the span "
                + start
                + " "
                + end
                + ", which is none in a text of "
                + index.codePoints()
                + " characters; is it the right text file?");
      }
      spans.add(index.toCodeUnits(new Span(start, end)));
    }
    if (tab >= 0 && !matches(rest.substring(tab + 1), spans)) {
      throw fault(
          "quotes \""
              + shortened(rest.substring(tab + 1))
              + "\", but the text says \""
              + shortened(spans.get(0).of(text))
              + "\" there; is it the right text file?");
    }
    // published files list some spans out of order; the words follow the order of the file
    spans.sort(null);
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i - 1).end() > spans.get(i).start()) {
        throw fault("has spans that overlap");
      }
    }
    textBounds.add(new BratAnnotations.TextBound(id, head.substring(0, space), spans));
  }

  /** Whether the words are those of the spans, white space aside. */
  private boolean matches(String words, List<Span> spans) {
    int at = 0;
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        if (isSpace(text.charAt(i))) {
          continue;
        }
        while (at < words.length() && isSpace(words.charAt(at))) {
          at++;
        }
        if (at == words.length() || words.charAt(at) != text.charAt(i)) {
          return false;
        }
        at++;
      }
    }
    return words.substring(at).chars().allMatch(c -> isSpace((char) c));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void event(String id, String rest) {
    String[] parts = rest.strip().split(" +");
    Argument trigger = argument(parts[0]);
    List<Argument> arguments = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      arguments.add(argument(parts[i]));
    }
    events.add(new BratAnnotations.Event(id, trigger.role(), trigger.target(), arguments));
  }

  private void relation(String id, String rest) {
    String[] parts = rest.strip().split("\\s+");
    if (parts.length != 3) {
      throw fault("is no relation: a type and two arguments");
    }
    relations.add(
        new BratAnnotations.Relation(id, parts[0], argument(parts[1]), argument(parts[2])));
  }

  private void attribute(String id, String rest) {
    String[] parts = rest.strip().split("\\s+", 3);
    if (parts.length < 2) {
      throw fault("is no attribute: a name, an annotation and perhaps a value");
    }
    attributes.add(
        new BratAnnotations.Attribute(
            id,
            parts[0],
            pointed(parts[1]),
            parts.length > 2 ? Optional.of(parts[2]) : Optional.empty()));
  }

  private void reference(String id, String rest) {
    String[] columns = rest.split("\t", 2);
    String[] parts = columns[0].strip().split(" +");
    if (parts.length != 3) {
      throw fault("is no reference: \"Reference\", an annotation and an entry");
    }
    references.add(
        new BratAnnotations.Reference(
            id, pointed(parts[1]), parts[2], columns.length > 1 ? columns[1] : ""));
  }

  private void note(String id, String rest) {
    String[] columns = rest.split("\t", 2);
    String[] parts = columns[0].strip().split(" +");
    if (parts.length != 2) {
      throw fault("is no note: a type and an annotation");
    }
    notes.add(
        new BratAnnotations.Note(id, parts[0], parts[1], columns.length > 1 ? columns[1] : ""));
  }

  private void equivalence(String rest) {
    String[] parts = rest.strip().split(" +");
    List<String> members = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      members.add(pointed(parts[i]));
    }
    equivalences.add(new BratAnnotations.Equivalence(parts[0], members));
  }

  private Argument argument(String part) {
    int colon = part.indexOf(':');
    if (colon < 1 || colon == part.length() - 1) {
      throw fault("has \"" + shortened(part) + "\" where Role:Id is expected");
    }
    return new Argument(part.substring(0, colon), pointed(part.substring(colon + 1)));
  }

  private String pointed(String target) {
    pointers.add(new Pointer(target, place));
    return target;
  }

  private int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw fault("has the offset \"" + shortened(digits) + "\", which is no number");
    }
  }

  private CorpusException fault(String reason) {
    return new CorpusException(place, "this line " + reason);
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
