package org.polylogue.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polylogue.text.Span;

/** Who utters a quotation, as far as the text tells. */
public sealed interface Speaker {

  /**
   * What is known of the speaker, in a word for tables and files.
   *
   * @return {@code actor}, {@code described}, {@code author} or {@code unknown}
   */
  String type();

  /**
   * The readable part.
   *
   * @return the actor's name, the description, or the name of the reason why nobody is known; empty
   *     for the author of the document
   */
  String label();

  /**
   * The actor, if it is known who speaks.
   *
   * @return empty for everybody but an actor
   */
  default Optional<Resolved> resolved() {
    return Optional.empty();
  }

  /**
   * The same with its spans mapped.
   *
   * @param own maps spans of the document
   * @return a speaker of the same class
   */
  default Speaker map(UnaryOperator<Span> own) {
    return this;
  }

  /**
   * A known actor.
   *
   * @param actorId the actor's id
   * @param name the actor's canonical name
   */
  record Resolved(String actorId, String name) implements Speaker {
    /** Checks that both parts are there. */
    public Resolved {
      Objects.requireNonNull(actorId, "actorId");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String type() {
      return "actor";
    }

    @Override
    public String label() {
      return name;
    }

    @Override
    public Optional<Resolved> resolved() {
      return Optional.of(this);
    }
  }

  /**
   * Somebody the text describes but does not name, such as "a senior official".
   *
   * @param description the words of the text
   * @param span where they stand
   */
  record Described(String description, Span span) implements Speaker {
    /** Checks that both parts are there. */
    public Described {
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(span, "span");
    }

    @Override
    public String type() {
      return "described";
    }

    @Override
    public String label() {
      return description;
    }

    @Override
    public Described map(UnaryOperator<Span> own) {
      return new Described(description, own.apply(span));
    }
  }

  /** The author of the document: "I" of an article or of a comment. */
  record DocumentAuthor() implements Speaker {
    @Override
    public String type() {
      return "author";
    }

    @Override
    public String label() {
      return "";
    }
  }

  /**
   * Nobody could be named.
   *
   * @param reason why
   */
  record Unknown(Reason reason) implements Speaker {
    /** Checks that a reason is there. */
    public Unknown {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String type() {
      return "unknown";
    }

    @Override
    public String label() {
      return reason.name();
    }
  }

  /** Why a speaker stays unknown. */
  enum Reason {
    /** The text names no source, as in a passive or after "reportedly". */
    NO_SOURCE,
    /** The source is a pronoun without an antecedent that fits. */
    NO_ANTECEDENT,
    /** Two or more antecedents fit equally well. */
    AMBIGUOUS,
    /** The best answer lies under the confidence that the caller asks for. */
    LOW_CONFIDENCE
  }
}
