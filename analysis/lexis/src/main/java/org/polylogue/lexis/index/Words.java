package org.polylogue.lexis.index;

import java.text.Normalizer;
import java.util.Locale;

/** Folding and classes of words. */
public final class Words {

  private Words() {}

  /**
   * The form without case and fonts: NFC, lower case of the root locale, {@code ’ ‘ ʼ} as {@code
   * '}, hyphens that do not break as plain ones, soft hyphens and marks without width left out.
   *
   * <pre>
   * Don’t    → don't
   * ÉTÉ      → été
   * I        → i        (in a Turkish locale too)
   * good‑bye → good-bye (U+2011)
   * </pre>
   *
   * @param form any token
   * @return the folded form
   */
  public static String fold(String form) {
    boolean ascii = true;
    boolean plain = true;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      ascii &= c < 128;
      plain &= c < 'A' || c > 'Z';
    }
    if (ascii) {
      return plain ? form : form.toLowerCase(Locale.ROOT);
    }
    return Normalizer.normalize(form, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u02bc', '\'')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace("\u00ad", "")
        .replace("\u200b", "");
  }

  /**
   * Tells words from punctuation.
   *
   * @param form a token
   * @return true if it holds a letter or a digit; false for the possessive mark {@code 's}
   */
  public static boolean isWord(String form) {
    if (form.length() == 2 && fold(form).equals("'s")) {
      return false;
    }
    for (int i = 0; i < form.length(); ) {
      int c = form.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }
}
