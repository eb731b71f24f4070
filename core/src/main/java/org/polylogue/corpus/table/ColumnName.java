package org.polylogue.corpus.table;

import java.text.Normalizer;

/** How names of columns are compared. */
final class ColumnName {

  private ColumnName() {}

  /**
   * Lower case without accents, words parted by underscores: {@code Article ID} and {@code
   * articleId} are one, and so are {@code Titulo} and {@code título}.
   */
  static String normal(String name) {
    StringBuilder normal = new StringBuilder();
    char before = ' ';
    for (char c : Normalizer.normalize(name.strip(), Normalizer.Form.NFD).toCharArray()) {
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      boolean word = Character.isLetterOrDigit(c);
      boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
      if ((!word || hump) && normal.length() > 0 && normal.charAt(normal.length() - 1) != '_') {
        normal.append('_');
      }
      if (word) {
        normal.append(Character.toLowerCase(c));
      }
      before = c;
    }
    int length = normal.length();
    return length > 0 && normal.charAt(length - 1) == '_'
        ? normal.substring(0, length - 1)
        : normal.toString();
  }
}
