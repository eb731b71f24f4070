package org.polylogue.discourse.entity.world;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keys under which spellings of one name meet. */
public final class Folding {

  private static final Set<String> LEGAL = Resource.parts("legal-form");

  private Folding() {}

  /**
   * Lower case, no accents, no apostrophes or full stops, one space between words.
   *
   * <table>
   * <caption>Examples</caption>
   * <tr><td>{@code Élysée  Palace}</td><td>{@code elysee palace}</td></tr>
   * <tr><td>{@code U.S.}</td><td>{@code us}</td></tr>
   * <tr><td>{@code O’Dell}</td><td>{@code odell}</td></tr>
   * </table>
   *
   * @param name as written
   * @return the key; empty if there is no letter or digit
   */
  public static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean ascii = true;
    for (int i = 0; i < lower.length() && ascii; i++) {
      ascii = lower.charAt(i) < 128;
    }
    String base = ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(base.length());
    for (int i = 0; i < base.length(); i++) {
      char c = base.charAt(i);
      if (c == 'ß') {
        folded.append("ss");
      } else if (c == 'ł') {
        folded.append('l');
      } else if (c == 'ø') {
        folded.append('o');
      } else if (c == 'đ') {
        folded.append('d');
      } else if (c == 'ı') {
        folded.append('i');
      } else if (Character.isLetterOrDigit(c) || c == '-' || c == '&') {
        folded.append(c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      }
    }
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) == ' ') {
      folded.setLength(end - 1);
    }
    return folded.toString();
  }

  /**
   * Beyond {@link #plain}, one key for the usual transliterations of a Slavic, Turkic or Arabic
   * name.
   *
   * <table>
   * <caption>Examples</caption>
   * <tr><td>{@code Zelenskyy, Zelensky, Zelenskiy}</td><td>{@code zelenski}</td></tr>
   * <tr><td>{@code Kassym, Kasym}</td><td>{@code kasim}</td></tr>
   * <tr><td>{@code Tokayev, Tokaev}</td><td>{@code tokaev}</td></tr>
   * </table>
   *
   * @param name as written
   * @return the key; empty if there is no letter or digit
   */
  public static String loose(String name) {
    String plain = plain(name);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == 'y' || c == 'j') {
        c = 'i';
      } else if (c == 'q') {
        c = 'k';
      } else if (c == 'h' && i > 0 && plain.charAt(i - 1) == 'k') {
        continue;
      }
      int last = folded.length() - 1;
      if (last >= 0 && folded.charAt(last) == c && Character.isLetter(c)) {
        continue;
      }
      if (c == 'e' && last > 0 && folded.charAt(last) == 'i' && isVowel(folded.charAt(last - 1))) {
        folded.setLength(last);
      }
      if (c == 'x') {
        folded.append("ks");
      } else {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  /**
   * Letters and digits of a key joined by single hyphens, for ids.
   *
   * @param name as written
   * @return {@code unnamed} if there is no letter or digit
   */
  public static String slug(String name) {
    StringBuilder slug = new StringBuilder();
    for (char c : plain(name).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        slug.append(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() ? "unnamed" : slug.toString();
  }

  /**
   * The plain key of a body without "the" before it and its legal form behind it.
   *
   * @param name as written
   * @return such as {@code acme} for "The Acme Inc."
   */
  public static String body(String name) {
    List<String> words = new ArrayList<>(List.of(plain(name).split(" ")));
    if (words.size() > 1 && words.get(0).equals("the")) {
      words.remove(0);
    }
    int last = words.size() - 1;
    if (last > 0 && LEGAL.contains(words.get(last))) {
      words.remove(last);
    }
    return String.join(" ", words);
  }
}
