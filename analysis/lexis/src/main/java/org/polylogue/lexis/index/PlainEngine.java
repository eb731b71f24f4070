package org.polylogue.lexis.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.language.WordLists;
import org.polylogue.model.Block;
import org.polylogue.model.Document;

/**
 * Words and sentences without a model, fast enough to read a corpus for every question. It splits
 * at the boundaries of {@link BreakIterator} (words and sentences of Unicode text, English rules)
 * and mends them: a sentence does not end after a title or an initial ({@code Mr. J. Smith}),
 * {@code U.S.} and {@code e.g.} keep their last point, an owner's {@code 's} is a token, and
 * typographic apostrophes, hyphens that do not break and soft ones part words no more than typed
 * ones do.
 *
 * <pre>
 * "Don't," said Mr. Hill.   → " Don't , " said Mr . Hill .      (one sentence)
 * well-known U.S. cities    → well-known U.S. cities
 * Ann's AT&amp;T shares        → Ann 's AT&amp;T shares
 * </pre>
 *
 * <p>It has no tags, lemmas, dependencies or names. Takes time linear in the text. Stateless and
 * thread-safe.
 */
public final class PlainEngine implements LanguageEngine {

  private static final WordLists LISTS = WordLists.of(PlainEngine.class, "words.tsv");
  private static final Set<String> TITLES = LISTS.list("abbreviation");
  private static final Set<String> CONTRACTED = LISTS.list("contracted");

  /** The engine. */
  public PlainEngine() {}

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.noneOf(Capability.class);
  }

  @Override
  public AnnotatedText annotate(Document document) {
    String text = document.text();
    List<Sentence> sentences = new ArrayList<>();
    for (Block block : document.blocks()) {
      split(text, block.span().start(), block.span().end(), sentences);
    }
    return new AnnotatedText(text, sentences, List.of(), Set.of());
  }

  private static void split(String text, int start, int end, List<Sentence> sentences) {
    String part = text.substring(start, end);
    String typed = typed(part);
    BreakIterator sentenceBreaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentenceBreaks.setText(part);
    BreakIterator wordBreaks = BreakIterator.getWordInstance(Locale.ENGLISH);
    wordBreaks.setText(typed);
    List<Token> tokens = new ArrayList<>();
    int at = wordBreaks.first();
    sentenceBreaks.first();
    int sentenceEnd = sentenceBreaks.next();
    for (int next = wordBreaks.next(); next != BreakIterator.DONE; next = wordBreaks.next()) {
      if (at >= sentenceEnd && sentenceEnd != BreakIterator.DONE) {
        if (endsSentence(tokens)) {
          sentences.add(Sentence.of(tokens));
          tokens = new ArrayList<>();
        }
        while (sentenceEnd != BreakIterator.DONE && sentenceEnd <= at) {
          sentenceEnd = sentenceBreaks.next();
        }
      }
      if (!part.substring(at, next).isBlank()) {
        int word = owner(typed, at, next);
        append(tokens, start, part, at, word);
        append(tokens, start, part, word, next);
      }
      at = next;
    }
    if (!tokens.isEmpty()) {
      sentences.add(Sentence.of(tokens));
    }
  }

  /**
   * The text as a keyboard has it, character for character: straight apostrophes, plain hyphens,
   * letters for soft hyphens and for "&amp;" in "AT&amp;T".
   */
  private static String typed(String part) {
    char[] chars = part.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char before = i == 0 ? ' ' : chars[i - 1];
      char after = i + 1 == chars.length ? ' ' : chars[i + 1];
      chars[i] =
          switch (chars[i]) {
            case '\u2019', '\u02bc' ->
                Character.isLetter(before) && Character.isLetter(after) ? '\'' : chars[i];
            case '\u2010', '\u2011' -> '-';
            case '\u00ad', '\u200b' ->
                Character.isLetter(before) && Character.isLetter(after) ? 'x' : chars[i];
            case '&' ->
                Character.isUpperCase(before) && Character.isUpperCase(after) ? 'X' : chars[i];
            default -> chars[i];
          };
    }
    return new String(chars);
  }

  /** Where "'s" begins behind who owns, the end if nobody does: "it's" is one word. */
  private static int owner(String typed, int at, int end) {
    int mark = end - 2;
    boolean owned =
        mark > at
            && typed.charAt(mark) == '\''
            && (typed.charAt(end - 1) == 's' || typed.charAt(end - 1) == 'S')
            && !CONTRACTED.contains(typed.substring(at, mark).toLowerCase(Locale.ROOT));
    return owned ? mark : end;
  }

  private static void append(List<Token> tokens, int start, String part, int from, int to) {
    if (from < to) {
      append(tokens, new Token(start + from, start + to, part.substring(from, to), "", ""));
    }
  }

  private static void append(List<Token> tokens, Token token) {
    int last = tokens.size() - 1;
    if (last >= 0 && token.text().equals(".")) {
      Token before = tokens.get(last);
      boolean abbreviated = before.text().indexOf('.') > 0 && !before.text().endsWith(".");
      if (before.end() == token.start() && abbreviated) {
        tokens.set(last, new Token(before.start(), token.end(), before.text() + ".", "", ""));
        return;
      }
    }
    tokens.add(token);
  }

  private static boolean endsSentence(List<Token> tokens) {
    int n = tokens.size();
    if (n == 0) {
      return false;
    }
    if (n < 2 || !tokens.get(n - 1).text().equals(".")) {
      return true;
    }
    String before = tokens.get(n - 2).text();
    boolean initial =
        before.length() == 1 && Character.isUpperCase(before.charAt(0)) && !before.equals("I");
    return !initial && !TITLES.contains(before.toLowerCase(Locale.ROOT));
  }
}
