package org.polylogue.corpus.exchange;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Ids as file names that every file system takes, and back. Different ids have names that differ
 * where a file system does not tell capitals from small letters, too, and no name is that of a
 * device of Windows.
 */
public final class FileNames {

  private static final int LONGEST = 180;
  private static final Set<String> DEVICES =
      Set.of(
          ("con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9"
                  + " lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
              .split(" "));

  private FileNames() {}

  /**
   * The file name for an id: letters, digits, {@code _} and {@code -}, and a dot that is not the
   * first, stand for themselves, every other byte of UTF-8 is {@code %} and two hexadecimal digits,
   * as is the first letter of a device's name ({@code nul}, {@code com1.a}). If there are capitals,
   * {@code ~} and a hexadecimal number follow, which has a bit for each of the name's letters, the
   * first one the lowest, that is set for a capital: {@code Case} is {@code Case~1}.
   *
   * @param id a document's id
   * @return a file name without extension
   * @throws IllegalArgumentException if it would be longer than 180 characters
   */
  public static String of(String id) {
    StringBuilder name = new StringBuilder();
    boolean device = DEVICES.contains(id.split("\\.", 2)[0].toLowerCase(Locale.ROOT));
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-'
              || c == '.' && name.length() > 0;
      plain &= !device || name.length() > 0;
      name.append(plain ? "" + c : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    name.append(capitals(name));
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException("id " + id + " is too long for a file name");
    }
    return name.toString();
  }

  /**
   * The mark that tells which letters are capitals, without those after {@code %}; empty if none
   * is.
   */
  private static String capitals(CharSequence name) {
    BigInteger capitals = BigInteger.ZERO;
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '%') {
        i += 2;
      } else if (Character.isLetter(name.charAt(i))) {
        capitals = Character.isUpperCase(name.charAt(i)) ? capitals.setBit(letters) : capitals;
        letters++;
      }
    }
    return capitals.signum() == 0 ? "" : "~" + capitals.toString(16);
  }

  /**
   * The id that a file name stands for.
   *
   * @param name a file name without extension
   * @return the id; a {@code %} without two hexadecimal digits, and a {@code ~} that does not tell
   *     the capitals before it, stand for themselves
   */
  public static String toId(String name) {
    int mark = name.lastIndexOf('~');
    boolean marked = mark > 0 && name.substring(mark).equals(capitals(name.substring(0, mark)));
    return decoded(marked ? name.substring(0, mark) : name);
  }

  private static String decoded(String name) {
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
