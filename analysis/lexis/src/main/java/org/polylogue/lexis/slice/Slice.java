package org.polylogue.lexis.slice;

import java.util.List;
import java.util.Objects;
import org.polylogue.lexis.index.Region;

/**
 * A part of a corpus, as a description that fits any index: documents with certain facts, what
 * stands inside quotations of certain speakers or outside all of them, sentences that name an
 * actor, and whatever {@code and}, {@code or} and {@code not} make of these. Immutable and
 * thread-safe.
 *
 * @see SliceParser the text form
 */
public sealed interface Slice {

  /** Every token. */
  Slice ALL = new All(List.of());

  /** What article writers say in their own voice: articles, outside quotations. */
  Slice AUTHOR =
      new All(
          List.of(
              new Documents("kind", new Condition.Text("article")),
              new Not(new Inside(Region.QUOTATION, List.of()))));

  /** What sources say: inside quotations. */
  Slice SOURCE = new Inside(Region.QUOTATION, List.of());

  /** What readers say in their own voice: comments, outside quotations. */
  Slice COMMENTER =
      new All(
          List.of(
              new Documents("kind", new Condition.Text("comment")),
              new Not(new Inside(Region.QUOTATION, List.of()))));

  /**
   * A fact that has to hold.
   *
   * @param attributes names of attributes, one of which has to fit
   * @param condition what its value has to be
   */
  record Fact(List<String> attributes, Condition condition) {
    /** Checks that both parts are there. */
    public Fact {
      attributes = List.copyOf(attributes);
      Objects.requireNonNull(condition, "condition");
    }

    /**
     * A fact about one attribute.
     *
     * @param attribute its name
     * @param condition what its value has to be
     */
    public Fact(String attribute, Condition condition) {
      this(List.of(attribute), condition);
    }
  }

  /**
   * Documents with a fact.
   *
   * @param attribute its name
   * @param condition what its value has to be
   */
  record Documents(String attribute, Condition condition) implements Slice {
    /** Checks that both parts are there. */
    public Documents {
      Objects.requireNonNull(attribute, "attribute");
      Objects.requireNonNull(condition, "condition");
    }
  }

  /**
   * Inside regions of a layer for which all facts hold.
   *
   * @param layer such as {@link Region#QUOTATION}
   * @param facts what has to hold, none for every region
   */
  record Inside(String layer, List<Fact> facts) implements Slice {
    /** Checks that both parts are there. */
    public Inside {
      Objects.requireNonNull(layer, "layer");
      facts = List.copyOf(facts);
    }
  }

  /**
   * Whole sentences that hold or touch a region of a layer for which all facts hold.
   *
   * @param layer such as {@link Region#MENTION}
   * @param facts what has to hold
   */
  record Sentences(String layer, List<Fact> facts) implements Slice {
    /** Checks that both parts are there. */
    public Sentences {
      Objects.requireNonNull(layer, "layer");
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact whose owner depends on the index: a fact about documents if some document has the
   * attribute, otherwise a fact about quotations.
   *
   * @param attribute its name, perhaps with {@code document.}, {@code quotation.} or {@code
   *     mention.} in front to say whose it is; {@code mention.} means sentences with such a mention
   * @param condition what its value has to be
   */
  record Attribute(String attribute, Condition condition) implements Slice {
    /** Checks that both parts are there. */
    public Attribute {
      Objects.requireNonNull(attribute, "attribute");
      Objects.requireNonNull(condition, "condition");
    }
  }

  /**
   * What lies in every one of several slices. Facts about quotations in it are asked of the same
   * quotation.
   *
   * @param parts the slices, none for every token
   */
  record All(List<Slice> parts) implements Slice {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What lies in at least one of several slices.
   *
   * @param parts the slices, none for no token
   */
  record Any(List<Slice> parts) implements Slice {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What does not lie in a slice.
   *
   * @param part the slice
   */
  record Not(Slice part) implements Slice {
    /** Checks that a part is there. */
    public Not {
      Objects.requireNonNull(part, "part");
    }
  }

  /**
   * Inside quotations of an actor.
   *
   * @param actor id or name; {@code *} stands for any characters
   * @return the slice
   */
  static Slice saidBy(String actor) {
    return new Inside(
        Region.QUOTATION,
        List.of(new Fact(List.of("actor", "speaker"), new Condition.Text(actor))));
  }

  /**
   * Inside quotations of actors with a fact.
   *
   * @param attribute an attribute of the actor, such as {@code party}
   * @param value its value
   * @return the slice
   */
  static Slice saidByActorsWith(String attribute, String value) {
    return new Inside(Region.QUOTATION, List.of(new Fact(attribute, new Condition.Text(value))));
  }

  /**
   * Sentences that name an actor.
   *
   * @param actor id or name; {@code *} stands for any characters
   * @return the slice
   */
  static Slice naming(String actor) {
    return new Sentences(
        Region.MENTION, List.of(new Fact(List.of("actor", "name"), new Condition.Text(actor))));
  }

  /**
   * Reads the text form.
   *
   * @param text such as {@code voice=source,party=Concord Party}
   * @return the slice
   * @throws IllegalArgumentException if it cannot be read; the message says where and how to mend
   *     it
   */
  static Slice parse(String text) {
    return new SliceParser(text).parse();
  }

  /**
   * What lies in this slice and in another.
   *
   * @param other the other slice
   * @return both
   */
  default Slice and(Slice other) {
    return new All(List.of(this, other));
  }

  /**
   * What lies in this slice or in another.
   *
   * @param other the other slice
   * @return either
   */
  default Slice or(Slice other) {
    return new Any(List.of(this, other));
  }

  /**
   * What does not lie in this slice.
   *
   * @return the rest
   */
  default Slice negate() {
    return new Not(this);
  }
}
