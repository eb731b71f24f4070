package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Words of a comment that tell how it talks.
 *
 * @param span the words
 * @param kind what they do
 */
public record CommentMarker(Span span, Kind kind) implements Finding {

  /** What words of a comment do. */
  public enum Kind {
    /** A sentence that asks. */
    QUESTION,
    /** Words that hold back certainty. */
    HEDGE,
    /** An insult or a disparaging name. */
    INSULT,
    /** Several words in capitals, or several exclamation marks. */
    SHOUTING,
    /** Thanks. */
    THANKS,
    /** An address on the web. */
    LINK,
    /** Words that name where something is from. */
    SOURCE,
    /** Somebody of the thread is addressed by name. */
    ADDRESS
  }

  /** Checks that both parts are there. */
  public CommentMarker {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  @Override
  public CommentMarker map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new CommentMarker(own.apply(span), kind);
  }
}
