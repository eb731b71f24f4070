package org.polylogue.validation.judging;

import java.util.Objects;

/**
 * What a judge says of a row.
 *
 * @param code one of the codebook's; empty if there is none
 * @param evidence words of the text that show it; empty if the judge does not tell
 * @param rejected why there is no code; empty if there is one
 */
public record RowAnswer(String code, String evidence, String rejected) {

  /**
   * Checks that there is a code or a reason.
   *
   * @throws IllegalArgumentException if there are both or neither
   */
  public RowAnswer {
    Objects.requireNonNull(evidence, "evidence");
    if (code.isEmpty() == rejected.isEmpty()) {
      throw new IllegalArgumentException("a code or the reason why there is none");
    }
  }

  /**
   * A code.
   *
   * @param code not empty
   * @param evidence words of the text; may be empty
   * @return the answer
   */
  public static RowAnswer of(String code, String evidence) {
    return new RowAnswer(code, evidence, "");
  }

  /**
   * No code.
   *
   * @param reason why
   * @return the answer
   */
  public static RowAnswer rejected(String reason) {
    return new RowAnswer("", "", reason);
  }

  /**
   * The same if its code is in the codebook and its evidence in the text.
   *
   * @param question what was asked
   * @return this answer, or one without code that says what is wrong
   */
  public RowAnswer checked(RowQuestion question) {
    if (code.isEmpty()) {
      return this;
    }
    if (question.book().codes().stream().noneMatch(one -> one.code().equals(code))) {
      return rejected("the code " + shown(code) + " is not in the codebook");
    }
    if (!evidence.isEmpty() && !question.holds(evidence)) {
      return rejected("the evidence is not in the text: " + shown(evidence));
    }
    return this;
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s++", " ");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
