package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * A place in a document where an actor is meant.
 *
 * @param span the words
 * @param form how the actor is referred to
 * @param actorId the actor as named: for "Moscow said", the city
 * @param metonym the actor meant instead, for "Moscow said" the government; empty if literal
 * @param confidence 0 to 1, higher is surer
 */
public record Mention(
    Span span, Form form, String actorId, Optional<String> metonym, double confidence)
    implements Finding {

  /** How an actor is referred to. */
  public enum Form {
    /** By a name or a part of it. */
    NAME,
    /** By a role or a description, such as "the minister". */
    NOMINAL,
    /** By a pronoun. */
    PRONOUN
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the confidence lies outside 0 to 1
   */
  public Mention {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(actorId, "actorId");
    Objects.requireNonNull(metonym, "metonym");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
  }

  /**
   * Tells whether nothing but a pronoun stands there. Counts of how often somebody is named leave
   * these mentions out.
   *
   * @return false for a name or a description
   */
  public boolean byPronoun() {
    return form == Form.PRONOUN;
  }

  /**
   * The actor that is meant in the end.
   *
   * @return the metonymic actor if there is one, otherwise the one named
   */
  public String meantActorId() {
    return metonym.orElse(actorId);
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  @Override
  public Mention map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Mention(own.apply(span), form, actorId, metonym, confidence);
  }
}
