package org.polylogue.model;

import java.util.Objects;

/**
 * Who judged: a result names it, so that results of different judges can be told apart.
 *
 * @param name of the judge, such as {@code linear}
 * @param model the beginning of the SHA-256 of the model that it applied, in lower-case
 *     hexadecimal; empty for a rule
 */
public record JudgeId(String name, String model) {

  private static final int DIGITS = 16;

  /** Checks the parts and shortens the hash to 16 digits. */
  public JudgeId {
    Objects.requireNonNull(name, "name");
    model = model.substring(0, Math.min(DIGITS, model.length()));
  }

  /**
   * A judge without a model.
   *
   * @param name of the rule
   * @return its id
   */
  public static JudgeId rule(String name) {
    return new JudgeId(name, "");
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @param word a name, perhaps with an {@code @} and digits
   * @return the judge
   */
  public static JudgeId parse(String word) {
    int at = word.lastIndexOf('@');
    return at < 0 ? rule(word) : new JudgeId(word.substring(0, at), word.substring(at + 1));
  }

  /**
   * One word for tables.
   *
   * @return such as {@code linear@0123456789abcdef}; the name alone for a rule
   */
  @Override
  public String toString() {
    return model.isEmpty() ? name : name + "@" + model;
  }
}
