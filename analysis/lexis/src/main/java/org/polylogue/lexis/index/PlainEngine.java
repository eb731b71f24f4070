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
 * and mends them: a sentence does not end after a title or an initial ({@code Mr. J. Smith}), and
 * {@code U.S.} and {@code e.g.} keep their last point.
 *
 * <pre>
 * "Don't," said Mr. Hill.   → " Don't , " said Mr . Hill .      (one sentence)
 * well-known U.S. cities    → well-known U.S. cities
 * </pre>
 *
 * <p>It has no tags, lemmas, dependencies or names. Takes time linear in the text. Stateless and
 * thread-safe.
 */
public final class PlainEngine implements LanguageEngine {

  private static final Set<String> TITLES =
      WordLists.of(PlainEngine.class, "words.tsv").list("abbreviation");

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
    BreakIterator sentenceBreaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentenceBreaks.setText(part);
    BreakIterator wordBreaks = BreakIterator.getWordInstance(Locale.ENGLISH);
    wordBreaks.setText(part);
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
        append(tokens, new Token(start + at, start + next, part.substring(at, next), "", ""));
      }
      at = next;
    }
    if (!tokens.isEmpty()) {
      sentences.add(Sentence.of(tokens));
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
