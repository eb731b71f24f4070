package org.polylogue.discourse.quotation.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.model.Block;

/** The blocks of a document with the sentences in them. */
final class Paragraphs {

  private static final Set<String> SPEAKING = QuotationWords.list("speaking");

  private static final Set<String> AUTHORIAL = QuotationWords.list("authorial");

  final List<Block> blocks;
  private final ParsedText t;
  private final int[] firstSentence;
  private final int[] lastSentence;

  Paragraphs(ParsedText t, List<Block> blocks) {
    this.t = t;
    this.blocks = blocks;
    firstSentence = new int[blocks.size()];
    lastSentence = new int[blocks.size()];
    java.util.Arrays.fill(firstSentence, -1);
    for (int s = 0; s < t.sentences; s++) {
      int p = t.paragraphOf[s];
      if (p < blocks.size()) {
        if (firstSentence[p] < 0) {
          firstSentence[p] = s;
        }
        lastSentence[p] = s;
      }
    }
  }

  int size() {
    return blocks.size();
  }

  boolean isBlank(int p) {
    return firstSentence[p] < 0;
  }

  int firstToken(int p) {
    return t.firstToken[firstSentence[p]];
  }

  int lastToken(int p) {
    return t.firstToken[lastSentence[p] + 1] - 1;
  }

  int lastSentence(int p) {
    return lastSentence[p];
  }

  char firstChar(int p) {
    return t.text.charAt(blocks.get(p).span().start());
  }

  char lastChar(int p) {
    return t.text.charAt(blocks.get(p).span().end() - 1);
  }

  boolean isRunning(int p) {
    return blocks.get(p).kind() == Block.Kind.PARAGRAPH && !isBlank(p);
  }

  /** Whether somebody speaks of himself or to others outside quotation marks. */
  boolean speaks(int p) {
    for (int i = firstToken(p); i <= lastToken(p); i++) {
      if (t.markOf[i] < 0 && SPEAKING.contains(t.word[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether it begins with a word by which an author goes on to his next point. */
  boolean beginsAuthorial(int p) {
    int i = firstToken(p);
    String word = t.word[i].toLowerCase(Locale.ROOT);
    if (AUTHORIAL.contains(word)) {
      return true;
    }
    return i + 1 <= lastToken(p)
        && (word.equals("in") && t.word[i + 1].equals("addition")
            || word.equals("at") && t.word[i + 1].equals("the")
            || word.equals("according"));
  }

  boolean isItem(int p) {
    char c = firstChar(p);
    if ("-*\u2022\u2013\u2014\u00B7\u25E6>".indexOf(c) >= 0) {
      return true;
    }
    if (!Character.isDigit(c)) {
      return false;
    }
    int i = blocks.get(p).span().start();
    int end = blocks.get(p).span().end();
    while (i < end && Character.isDigit(t.text.charAt(i))) {
      i++;
    }
    return i < end && (t.text.charAt(i) == '.' || t.text.charAt(i) == ')');
  }
}
