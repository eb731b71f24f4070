package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.text.Span;

/** Sentences without tags and trees, and small parsed ones written by hand. */
final class Plain {

  private static final Pattern TOKEN =
      Pattern.compile(
          "n't(?!\\p{L})|\\p{L}+?(?=n't(?!\\p{L}))|[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s]+");

  private Plain() {}

  static Sentence sentence(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(
          new Token(
              matcher.start(),
              matcher.end(),
              matcher.group(),
              "",
              matcher.group().toLowerCase(Locale.ROOT)));
    }
    return Sentence.of(tokens);
  }

  /** Each word as {@code form/tag/lemma/head/relation}, heads from 1, 0 for the root. */
  static Sentence parsed(String... words) {
    List<Token> tokens = new ArrayList<>();
    int[] heads = new int[words.length];
    String[] relations = new String[words.length];
    int start = 0;
    for (int i = 0; i < words.length; i++) {
      String[] parts = words[i].split("/");
      tokens.add(new Token(start, start + parts[0].length(), parts[0], parts[1], parts[2]));
      start += parts[0].length() + 1;
      heads[i] = Integer.parseInt(parts[3]) - 1;
      relations[i] = parts[4];
    }
    return Sentence.parsed(tokens, heads, relations);
  }

  static Span token(Sentence sentence, int position) {
    return sentence.token(position).span();
  }
}
