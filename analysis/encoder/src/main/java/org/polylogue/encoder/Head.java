package org.polylogue.encoder;

import java.util.List;
import java.util.Locale;

/**
 * What an encoder can be asked: each head is a layer of its own over the same states. An encoder
 * answers those whose weights it has.
 */
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
  STANCE("against", "none", "favor", "query"),
  /** Whether a word belongs to a cue, which announces what somebody says or thinks. */
  CUE("no", "yes"),
  /** Whether a content, what somebody says or thinks, begins with a word. */
  CONTENT_BEGIN("no", "yes"),
  /** Whether a content ends with a word. */
  CONTENT_END("no", "yes"),
  /** Whether a word belongs to a content. */
  CONTENT("no", "yes"),
  /** Whether a word belongs to the source of a content. */
  SOURCE("no", "yes");

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
   * The names of its weights.
   *
   * @return such as {@code heads.tone.}, before {@code weight}, {@code bias} and {@code
   *     calibration}
   */
  public String prefix() {
    return "heads." + name().toLowerCase(Locale.ROOT) + ".";
  }
}
