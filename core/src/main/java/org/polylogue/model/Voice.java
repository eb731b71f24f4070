package org.polylogue.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polylogue.text.Span;

/** Whose voice a passage is in. */
public sealed interface Voice {

  /**
   * Whose voice it is, in a word for tables and files.
   *
   * @return {@code author}, {@code source} or {@code commenter}
   */
  String type();

  /**
   * The readable part.
   *
   * @return the label of the speaker who is quoted; empty for the writers of article and comment
   */
  default String label() {
    return "";
  }

  /**
   * Who is quoted.
   *
   * @return empty for the writers of article and comment
   */
  default Optional<Speaker> quoted() {
    return Optional.empty();
  }

  /**
   * The same with its spans mapped.
   *
   * @param own maps spans of the document
   * @return a voice of the same class
   */
  default Voice map(UnaryOperator<Span> own) {
    return this;
  }

  /** The writer of the article. */
  record Author() implements Voice {
    @Override
    public String type() {
      return "author";
    }
  }

  /**
   * Somebody who is quoted.
   *
   * @param speaker who
   */
  record Source(Speaker speaker) implements Voice {
    /** Checks that a speaker is there. */
    public Source {
      Objects.requireNonNull(speaker, "speaker");
    }

    @Override
    public String type() {
      return "source";
    }

    @Override
    public String label() {
      return speaker.label();
    }

    @Override
    public Optional<Speaker> quoted() {
      return Optional.of(speaker);
    }

    @Override
    public Source map(UnaryOperator<Span> own) {
      return new Source(speaker.map(own));
    }
  }

  /** The writer of the comment. */
  record Commenter() implements Voice {
    @Override
    public String type() {
      return "commenter";
    }
  }
}
