package org.polylogue.corpus.brat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Span;

/**
 * The content of an annotation file of brat, as its format has it; offsets are turned into UTF-16
 * code units of the text. Immutable and thread-safe.
 *
 * @param textBounds {@code T} lines
 * @param events {@code E} lines
 * @param relations {@code R} lines
 * @param attributes {@code A} and {@code M} lines
 * @param notes {@code #} lines
 * @param references {@code N} lines
 * @param equivalences {@code *} lines
 */
public record BratAnnotations(
    List<TextBound> textBounds,
    List<Event> events,
    List<Relation> relations,
    List<Attribute> attributes,
    List<Note> notes,
    List<Reference> references,
    List<Equivalence> equivalences) {

  /**
   * A marked stretch of text.
   *
   * @param id such as {@code T1}
   * @param type its type
   * @param spans one, or several if it is discontinuous
   */
  public record TextBound(String id, String type, List<Span> spans) {
    /** Copies the spans. */
    public TextBound {
      spans = List.copyOf(spans);
    }
  }

  /**
   * What fills a role.
   *
   * @param role the role
   * @param target id of an annotation
   */
  public record Argument(String role, String target) {}

  /**
   * An event.
   *
   * @param id such as {@code E1}
   * @param type its type
   * @param trigger id of the text that it hangs on
   * @param arguments what fills its roles
   */
  public record Event(String id, String type, String trigger, List<Argument> arguments) {
    /** Copies the arguments. */
    public Event {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A binary relation.
   *
   * @param id such as {@code R1}
   * @param type its type
   * @param from its first argument
   * @param to its second argument
   */
  public record Relation(String id, String type, Argument from, Argument to) {}

  /**
   * An attribute of an annotation.
   *
   * @param id such as {@code A1}
   * @param name its name
   * @param target id of the annotation
   * @param value its value, empty for one that is just there
   */
  public record Attribute(String id, String name, String target, Optional<String> value) {}

  /**
   * A note on an annotation.
   *
   * @param id such as {@code #1}
   * @param type its type, mostly {@code AnnotatorNotes}
   * @param target id of the annotation
   * @param text what it says
   */
  public record Note(String id, String type, String target, String text) {}

  /**
   * A reference to an entry outside.
   *
   * @param id such as {@code N1}
   * @param target id of the annotation
   * @param entry resource and entry, joined by a colon
   * @param text what people call it
   */
  public record Reference(String id, String target, String entry, String text) {}

  /**
   * Annotations that are the same.
   *
   * @param type type of the relation, mostly {@code Equiv}
   * @param members their ids
   */
  public record Equivalence(String type, List<String> members) {
    /** Copies the members. */
    public Equivalence {
      members = List.copyOf(members);
    }
  }

  /** Copies the lists. */
  public BratAnnotations {
    textBounds = List.copyOf(textBounds);
    events = List.copyOf(events);
    relations = List.copyOf(relations);
    attributes = List.copyOf(attributes);
    notes = List.copyOf(notes);
    references = List.copyOf(references);
    equivalences = List.copyOf(equivalences);
  }

  /**
   * Every id that a line of this file declares.
   *
   * @return the ids
   */
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    textBounds.forEach(one -> ids.add(one.id()));
    events.forEach(one -> ids.add(one.id()));
    relations.forEach(one -> ids.add(one.id()));
    attributes.forEach(one -> ids.add(one.id()));
    notes.forEach(one -> ids.add(one.id()));
    references.forEach(one -> ids.add(one.id()));
    return ids;
  }

  /**
   * The file's content, offsets in code points as brat counts them.
   *
   * @param text the text that is annotated
   * @return lines, each ended by a line feed
   */
  public String toFile(String text) {
    CodePointIndex index = CodePointIndex.of(text);
    List<String> lines = new ArrayList<>();
    for (TextBound bound : textBounds) {
      // brat wants one line: a span is cut where a line ends, and the pieces joined by spaces
      List<Span> pieces = onOneLine(bound.spans(), text);
      String offsets = offsets(pieces, index);
      String words = pieces.stream().map(span -> span.of(text)).collect(Collectors.joining(" "));
      lines.add(bound.id() + "\t" + bound.type() + " " + offsets + "\t" + words);
    }
    for (Event event : events) {
      StringBuilder arguments = new StringBuilder();
      event
          .arguments()
          .forEach(one -> arguments.append(' ').append(one.role() + ":" + one.target()));
      lines.add(event.id() + "\t" + event.type() + ":" + event.trigger() + arguments);
    }
    for (Relation relation : relations) {
      lines.add(
          relation.id()
              + "\t"
              + relation.type()
              + " "
              + relation.from().role()
              + ":"
              + relation.from().target()
              + " "
              + relation.to().role()
              + ":"
              + relation.to().target());
    }
    for (Equivalence same : equivalences) {
      lines.add("*\t" + same.type() + " " + String.join(" ", same.members()));
    }
    for (Attribute attribute : attributes) {
      lines.add(
          attribute.id()
              + "\t"
              + attribute.name()
              + " "
              + attribute.target()
              + attribute.value().map(value -> " " + value).orElse(""));
    }
    for (Reference reference : references) {
      lines.add(
          reference.id()
              + "\tReference "
              + reference.target()
              + " "
              + reference.entry()
              + "\t"
              + reference.text());
    }
    for (Note note : notes) {
      lines.add(note.id() + "\t" + note.type() + " " + note.target() + "\t" + note.text());
    }
    StringBuilder file = new StringBuilder();
    lines.forEach(line -> file.append(line).append('\n'));
    return file.toString();
  }

  static boolean breaks(Span span, String text) {
    return span.of(text).chars().anyMatch(c -> isBreak((char) c));
  }

  static String offsets(List<Span> spans, CodePointIndex index) {
    return spans.stream()
        .map(index::toCodePoints)
        .map(span -> span.start() + " " + span.end())
        .collect(Collectors.joining(";"));
  }

  static List<Span> onOneLine(List<Span> spans, String text) {
    List<Span> pieces = new ArrayList<>();
    for (Span span : spans) {
      int start = span.start();
      for (int i = span.start(); i <= span.end(); i++) {
        if (i == span.end() || isBreak(text.charAt(i))) {
          if (start < i) {
            pieces.add(new Span(start, i));
          }
          start = i + 1;
        }
      }
    }
    return pieces;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\t';
  }
}
