package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.text.Span;

/**
 * A post as a row of plain words: hashtags and handles are opened into their parts, and each word
 * knows its token, its sentence and its place.
 */
final class PostWords {

  private static final Set<String> STOPS = Set.of("!!", "??", "?!", "...", ".", "!", "?", ";", ":");

  private final List<PostTokens.Token> tokens;
  private final List<String> words;
  private final int[] token;
  private final int[] sentence;
  private final int[] start;
  private final int[] end;

  private PostWords(List<PostTokens.Token> tokens, List<String> words, int[][] columns) {
    this.tokens = tokens;
    this.words = words;
    this.token = columns[0];
    this.sentence = columns[1];
    this.start = columns[2];
    this.end = columns[3];
  }

  static PostWords of(String text) {
    List<PostTokens.Token> tokens = PostTokens.of(text);
    List<String> words = new ArrayList<>(tokens.size() + 8);
    int[][] columns = new int[4][tokens.size() + 8];
    int sentence = 0;
    for (int i = 0; i < tokens.size(); i++) {
      PostTokens.Token token = tokens.get(i);
      boolean tag =
          token.kind() == PostTokens.Kind.HASHTAG || token.kind() == PostTokens.Kind.HANDLE;
      int[] parts = tag ? PostTokens.parts(token.text()) : new int[] {0, token.text().length()};
      for (int k = 0; k < parts.length; k += 2) {
        int n = words.size();
        if (n == columns[0].length) {
          for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], n * 2);
          }
        }
        words.add(
            tag
                ? token.text().substring(parts[k], parts[k + 1]).toLowerCase(Locale.ROOT)
                : token.norm());
        columns[0][n] = i;
        columns[1][n] = sentence;
        columns[2][n] = token.start() + parts[k];
        columns[3][n] = tag ? token.start() + parts[k + 1] : token.end();
      }
      if (STOPS.contains(token.norm()) && !initial(tokens, i)) {
        sentence++;
      }
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], words.size());
    }
    return new PostWords(tokens, words, columns);
  }

  /** Whether a full stop belongs to the capital letter before it, as in a name. */
  private static boolean initial(List<PostTokens.Token> tokens, int i) {
    return i > 0
        && tokens.get(i).text().equals(".")
        && tokens.get(i - 1).text().length() == 1
        && tokens.get(i - 1).end() == tokens.get(i).start()
        && Character.isUpperCase(tokens.get(i - 1).text().charAt(0))
        && !tokens.get(i - 1).text().equals("I");
  }

  List<PostTokens.Token> tokens() {
    return tokens;
  }

  List<String> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  String word(int i) {
    return words.get(i);
  }

  PostTokens.Token tokenOf(int i) {
    return tokens.get(token[i]);
  }

  int[] token() {
    return token;
  }

  int[] sentence() {
    return sentence;
  }

  /** Where a word stands in the text. */
  int start(int i) {
    return start[i];
  }

  int end(int i) {
    return end[i];
  }

  /** The sentence around a word. */
  Span sentenceSpan(int i) {
    int first = i;
    while (first > 0 && sentence[first - 1] == sentence[i]) {
      first--;
    }
    int last = i;
    while (last + 1 < sentence.length && sentence[last + 1] == sentence[i]) {
      last++;
    }
    return new Span(tokenOf(first).start(), tokenOf(last).end());
  }

  Set<String> set() {
    return new HashSet<>(words);
  }
}
