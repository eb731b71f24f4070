package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Somebody's utterance rendered in a document. Content follows PolNeAR (Newell et al. 2018): the
 * span of what is said, marks included; interrupted content has several segments.
 *
 * @param content the segments of what is said, at least one, in order, disjoint
 * @param cue the words that signal it, such as "said" or "according to"
 * @param source the words that name its source
 * @param speaker who the source is
 * @param kind how the words are rendered
 * @param mode what is rendered
 * @param grade how much of a report it is
 * @param parent position of the quotation that this one is nested in, in the document's list
 * @param rule the rule or model that made it
 * @param confidence 0 to 1, higher is surer
 */
public record Quotation(
    List<Span> content,
    Optional<Span> cue,
    Optional<Span> source,
    Speaker speaker,
    Kind kind,
    Mode mode,
    Grade grade,
    OptionalInt parent,
    String rule,
    double confidence)
    implements Finding {

  /** How words are rendered. */
  public enum Kind {
    /** Word for word in quotation marks. */
    DIRECT,
    /** Reported in the writer's words. */
    INDIRECT,
    /** Reported, with some words in quotation marks. */
    MIXED,
    /** Word for word as a block of its own, with or without marks. */
    BLOCK
  }

  /** What is rendered. */
  public enum Mode {
    /** Something said. */
    SPEECH,
    /** Something written. */
    WRITING,
    /** Something thought, believed, hoped or intended. */
    THOUGHT
  }

  /** How much of a report a quotation is. */
  public enum Grade {
    /** Somebody is reported to have said or written something. */
    SAID,
    /** Somebody is reported to think, believe, hope, wish or plan something that can be stated. */
    THOUGHT,
    /** Somebody's attitude or act towards something: "supports the bill", "declined to comment". */
    ATTITUDE
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no content, its segments are out of order or
   *     overlap, or the confidence lies outside 0 to 1
   */
  public Quotation {
    content = List.copyOf(content);
    Objects.requireNonNull(cue, "cue");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(speaker, "speaker");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(rule, "rule");
    if (content.isEmpty()) {
      throw new IllegalArgumentException("a quotation needs content");
    }
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i).isEmpty() || i > 0 && content.get(i - 1).end() > content.get(i).start()) {
        throw new IllegalArgumentException("content segments overlap or are empty: " + content);
      }
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
  }

  /**
   * A quotation whose grade is what its mode says: a thought is a thought, all else was said.
   *
   * @param content the segments of what is said, at least one, in order, disjoint
   * @param cue the words that signal it
   * @param source the words that name its source
   * @param speaker who the source is
   * @param kind how the words are rendered
   * @param mode what is rendered
   * @param parent position of the quotation that this one is nested in
   * @param rule the rule or model that made it
   * @param confidence 0 to 1
   */
  public Quotation(
      List<Span> content,
      Optional<Span> cue,
      Optional<Span> source,
      Speaker speaker,
      Kind kind,
      Mode mode,
      OptionalInt parent,
      String rule,
      double confidence) {
    this(
        content,
        cue,
        source,
        speaker,
        kind,
        mode,
        mode == Mode.THOUGHT ? Grade.THOUGHT : Grade.SAID,
        parent,
        rule,
        confidence);
  }

  /**
   * The smallest span around all content segments.
   *
   * @return from the first segment's start to the last one's end
   */
  public Span extent() {
    return content.get(0).cover(content.get(content.size() - 1));
  }

  /**
   * The same with another grade.
   *
   * @param other how much of a report it is
   * @return a copy
   */
  public Quotation graded(Grade other) {
    return new Quotation(
        content, cue, source, speaker, kind, mode, other, parent, rule, confidence);
  }

  @Override
  public List<Span> spans() {
    return content;
  }

  @Override
  public Quotation map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Quotation(
        content.stream().map(own).toList(),
        cue.map(own),
        source.map(own),
        speaker.map(own),
        kind,
        mode,
        grade,
        parent,
        rule,
        confidence);
  }
}
