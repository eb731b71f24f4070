package org.polylogue.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A reader's comment.
 *
 * @param id unique in the corpus, not blank
 * @param author the name shown, empty if the source shows none
 * @param time when it was posted, empty if the source does not say
 * @param score votes as one signed number; 0 is a score, empty is none
 * @param text what it says
 * @param replyTo id of the comment it answers, empty if it answers the article
 * @param blocks its paragraphs, in order, disjoint, inside the text
 * @param attributes further facts by name, sorted, such as votes each way, reactions and flags
 */
public record Comment(
    String id,
    Optional<String> author,
    Optional<Moment> time,
    OptionalInt score,
    String text,
    Optional<String> replyTo,
    List<Block> blocks,
    Map<String, String> attributes)
    implements Document {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id is blank or the blocks are out of order, overlap or
   *     leave the text
   */
  public Comment {
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(replyTo, "replyTo");
    blocks = Blocks.checked(id, text, blocks);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /**
   * A comment without further facts.
   *
   * @param id unique in the corpus
   * @param author the name shown
   * @param time when it was posted
   * @param score signed votes
   * @param text what it says
   * @param replyTo id of the comment it answers
   * @param blocks its paragraphs
   * @throws IllegalArgumentException if the id is blank or the blocks are out of order, overlap or
   *     leave the text
   */
  public Comment(
      String id,
      Optional<String> author,
      Optional<Moment> time,
      OptionalInt score,
      String text,
      Optional<String> replyTo,
      List<Block> blocks) {
    this(id, author, time, score, text, replyTo, blocks, Map.of());
  }

  /**
   * A comment cut into paragraphs at line breaks.
   *
   * @param id unique in the corpus
   * @param author the name shown
   * @param time when it was posted
   * @param score signed votes
   * @param text what it says
   * @param replyTo id of the comment it answers
   */
  public Comment(
      String id,
      Optional<String> author,
      Optional<Moment> time,
      OptionalInt score,
      String text,
      Optional<String> replyTo) {
    this(id, author, time, score, text, replyTo, Blocks.paragraphs(text));
  }

  /**
   * A comment on the article of which only the text is known.
   *
   * @param id unique in the corpus
   * @param text what it says
   * @return the comment
   */
  public static Comment of(String id, String text) {
    return new Comment(
        id, Optional.empty(), Optional.empty(), OptionalInt.empty(), text, Optional.empty());
  }

  /**
   * The same comment as an answer to another parent.
   *
   * @param parent id of the comment it answers, empty for the article
   * @return a copy
   */
  public Comment withReplyTo(Optional<String> parent) {
    return new Comment(id, author, time, score, text, parent, blocks, attributes);
  }
}
