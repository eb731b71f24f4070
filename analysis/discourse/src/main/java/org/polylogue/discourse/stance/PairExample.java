package org.polylogue.discourse.stance;

import java.util.List;
import java.util.Objects;

/**
 * A coded pair: what is answered or meant, and a text.
 *
 * @param relation what the first is
 * @param first the article's headline and lead, the parent comment, the claim, or the actor's name
 * @param names for actors: other names; otherwise empty
 * @param text what somebody wrote
 * @param side what it holds of the first
 * @param group examples of one group, such as a thread, are never torn apart
 * @param use what it teaches
 */
public record PairExample(
    Relation relation,
    String first,
    List<String> names,
    String text,
    Side side,
    String group,
    Use use) {

  /** What a text is held against. */
  public enum Relation {
    /** An article: its headline and lead, or the passage that is echoed. */
    ARTICLE,
    /** A comment that is answered. */
    PARENT,
    /** A claim in words, or a concept. */
    CLAIM,
    /** Somebody whom the text names or means. */
    ACTOR
  }

  /** What a text holds of it; to agree is to be for it. */
  public enum Side {
    /** Against it. */
    AGAINST,
    /** No side. */
    NONE,
    /** For it. */
    FAVOR,
    /** It sincerely asks. */
    QUERY
  }

  /** What an example teaches; each also teaches what stands before it. */
  public enum Use {
    /** Which side is taken, where one is. */
    WHICH,
    /** Whether a side is taken: texts without a side were coded beside it. */
    WHETHER,
    /** How often that is so: sides are as frequent as where the model is used. */
    CALIBRATION
  }

  /** Checks that all parts are there. */
  public PairExample {
    Objects.requireNonNull(relation, "relation");
    Objects.requireNonNull(first, "first");
    names = List.copyOf(names);
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(use, "use");
  }
}
