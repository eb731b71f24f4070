package org.polylogue.encoder;

import java.util.Arrays;
import java.util.List;

/** What the encoder is asked: each head is a layer of its own over the same states. */
public enum Head {
  /** Tone towards a part of the text. */
  TONE("negative", "neutral", "positive"),
  /** What happens to a part of the text. */
  AFFECTED("harm", "none", "help"),
  /** Tone of the whole text as a class. */
  SENTENCE("negative", "neutral", "positive"),
  /** Tone of the whole text as a number, −1 to 1; beside the classes it only helps to train. */
  SCORE("score"),
  /** What the second text of a pair holds of the first. */
  STANCE("against", "none", "favor", "query");

  private final List<String> classes;

  Head(String... classes) {
    this.classes = List.of(classes);
  }

  /**
   * The classes.
   *
   * @return in the order of the outputs; one for a number
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * The first output of the head among those of all heads.
   *
   * @return 0 or more
   */
  public int first() {
    return Arrays.stream(values()).limit(ordinal()).mapToInt(head -> head.classes.size()).sum();
  }

  /**
   * How many outputs all heads have.
   *
   * @return the sum over the heads
   */
  public static int outputs() {
    return Arrays.stream(values()).mapToInt(head -> head.classes.size()).sum();
  }
}
