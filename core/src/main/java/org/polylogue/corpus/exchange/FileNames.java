package org.polylogue.corpus.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ids as file names that every file system takes, and back. */
public final class FileNames {

  private static final int LONGEST = 180;

  private FileNames() {}

  /**
   * The file name for an id: letters, digits, {@code _} and {@code -}, and a dot that is not the
   * first, stand for themselves, every other byte of UTF-8 is {@code %} and two hexadecimal digits.
   *
   * @param id a document's id
   * @return a file name without extension
   * @throws IllegalArgumentException if it would be longer than 180 characters
   */
  public static String of(String id) {
    StringBuilder name = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-'
              || c == '.' && name.length() > 0;
      name.append(plain ? "" + c : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException("id " + id + " is too long for a file name");
    }
    return name.toString();
  }

  /**
   * The id that a file name stands for.
   *
   * @param name a file name without extension
   * @return the id; a {@code %} without two hexadecimal digits stands for itself
   */
  public static String toId(String name) {
    byte[] bytes = new byte[name.length() * 3];
    int length = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '%'
          && i + 2 < name.length()
          && Character.digit(name.charAt(i + 1), 16) >= 0
          && Character.digit(name.charAt(i + 2), 16) >= 0) {
        bytes[length++] = (byte) Integer.parseInt(name.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        int end = Character.isHighSurrogate(c) && i + 1 < name.length() ? i + 2 : i + 1;
        for (byte b : name.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = b;
        }
        i = end - 1;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
