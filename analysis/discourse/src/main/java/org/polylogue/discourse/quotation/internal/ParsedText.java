package org.polylogue.discourse.quotation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.discourse.attribution.AttributionReader.Odds;
import org.polylogue.discourse.learning.WordClasses;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Block;

/**
 * Columns of one parsed document: tokens, trees, paragraphs, quotation marks. All indices are of
 * the document.
 */
public final class ParsedText {

  /** What a reader said of the words; empty if none read them. */
  final Optional<Odds> odds;

  /** The document. */
  final String text;

  /** How many tokens it has. */
  final int size;

  /** By token: the character it begins with. */
  final int[] charStart;

  /** By token: the character after it. */
  final int[] charEnd;

  /** By token: the token above it in its tree, −1 for a root. */
  final int[] head;

  /** By token: its characters in lower case. */
  final String[] word;

  /** By token: its lemma in lower case, or the word where it has none. */
  final String[] lemma;

  /** By token: its Penn tag, "X" for none. */
  final String[] tag;

  /** By token: its relation to its head, empty where the sentence has no tree. */
  final String[] relation;

  /** By token: the label of the name it belongs to, "O" for none. */
  final String[] name;

  final int[] wordHash;
  final int[] lemmaHash;
  final int[] tagHash;

  /** The class of the lemma, see {@link WordClasses#of}. */
  final int[] wordClass;

  final int[] relHash;
  final int[] nameHash;

  /** How many sentences there are. */
  final int sentences;

  /** By sentence: its first token; one entry more holds the number of tokens. */
  final int[] firstToken;

  /** By token: its sentence. */
  final int[] sentenceOf;

  /** By sentence: its block. */
  final int[] paragraphOf;

  /** By sentence: whether it has a tree. */
  final boolean[] parsed;

  /** By token: its first child, −1 for none. */
  final int[] firstChild;

  /** By token: the next child of its head, −1 for none. */
  final int[] nextSibling;

  /** By token: the first token below it, itself included. */
  final int[] leftmost;

  /** By token: the last token below it, itself included. */
  final int[] rightmost;

  /** By token: steps up to the root. */
  final int[] depth;

  /** By token: the highest token whose leftmost token it is. */
  final int[] topFrom;

  /** By token: the highest token whose rightmost token it is. */
  final int[] topTo;

  /** The ranges between quotation marks; none if there are no tokens. */
  final List<MarkScanner.MarkedRange> marks;

  /** Index into marks of the innermost range that holds the token (marks included), or -1. */
  final int[] markOf;

  /**
   * The columns of an annotated text.
   *
   * @param annotated the text with its tokens and trees
   * @param blocks its paragraphs
   * @return the columns
   */
  public static ParsedText of(AnnotatedText annotated, List<Block> blocks) {
    return new ParsedText(annotated, blocks, Optional.empty());
  }

  /**
   * The columns of an annotated text, and what a reader says of it.
   *
   * @param annotated the text with its tokens and trees
   * @param blocks its paragraphs
   * @param reader reads the text
   * @param wanted which sentences it reads
   * @return the columns
   */
  public static ParsedText of(
      AnnotatedText annotated,
      List<Block> blocks,
      Optional<AttributionReader> reader,
      Predicate<Sentence> wanted) {
    return new ParsedText(annotated, blocks, reader.map(r -> r.read(annotated, wanted)));
  }

  private ParsedText(AnnotatedText annotated, List<Block> blocks, Optional<Odds> odds) {
    this.odds = odds;
    text = annotated.text();
    size = annotated.tokenCount();
    charStart = new int[size];
    charEnd = new int[size];
    head = new int[size];
    lemma = new String[size];
    tag = new String[size];
    relation = new String[size];
    name = new String[size];
    word = new String[size];
    sentences = annotated.sentences().size();
    firstToken = new int[sentences + 1];
    parsed = new boolean[sentences];
    Arrays.fill(name, "O");
    int at = 0;
    for (int s = 0; s < sentences; s++) {
      Sentence from = annotated.sentences().get(s);
      firstToken[s] = at;
      parsed[s] = from.isParsed();
      for (int i = 0; i < from.size(); i++, at++) {
        Token token = from.token(i);
        charStart[at] = token.start();
        charEnd[at] = token.end();
        head[at] = from.head(i) < 0 ? -1 : firstToken[s] + from.head(i);
        word[at] = token.text().toLowerCase(Locale.ROOT);
        lemma[at] = token.lemma().isEmpty() ? word[at] : token.lemma().toLowerCase(Locale.ROOT);
        tag[at] = token.tag().isEmpty() ? "X" : token.tag();
        relation[at] = from.relation(i);
      }
    }
    firstToken[sentences] = size;
    for (NamedSpan span : annotated.names()) {
      for (int i = span.firstToken(); i <= span.lastToken(); i++) {
        name[firstToken[span.sentence()] + i] = span.label();
      }
    }
    wordHash = new int[size];
    lemmaHash = new int[size];
    tagHash = new int[size];
    wordClass = new int[size];
    WordClasses classes = WordClasses.shipped();
    relHash = new int[size];
    nameHash = new int[size];
    sentenceOf = new int[size];
    paragraphOf = new int[sentences];
    firstChild = new int[size];
    nextSibling = new int[size];
    leftmost = new int[size];
    rightmost = new int[size];
    depth = new int[size];
    topFrom = new int[size];
    topTo = new int[size];
    markOf = new int[size];
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    Arrays.fill(depth, -1);
    Arrays.fill(markOf, -1);
    for (int i = 0; i < size; i++) {
      wordHash[i] = word[i].hashCode();
      lemmaHash[i] = lemma[i].hashCode();
      tagHash[i] = tag[i].hashCode();
      wordClass[i] = classes.of(lemma[i]);
      relHash[i] = relation[i].hashCode();
      nameHash[i] = name[i].hashCode();
      leftmost[i] = i;
      rightmost[i] = i;
      topFrom[i] = i;
      topTo[i] = i;
    }
    int block = 0;
    for (int s = 0; s < sentences; s++) {
      for (int i = firstToken[s]; i < firstToken[s + 1]; i++) {
        sentenceOf[i] = s;
      }
      while (block + 1 < blocks.size()
          && blocks.get(block + 1).span().start() <= charStart[firstToken[s]]) {
        block++;
      }
      paragraphOf[s] = block;
      tree(firstToken[s], firstToken[s + 1]);
    }
    marks = size == 0 ? List.of() : MarkScanner.scan(text, blocks);
    int next = 0;
    // ranges come in order of their begin; inner ranges follow outer ones and overwrite them
    for (int m = 0; m < marks.size(); m++) {
      MarkScanner.MarkedRange range = marks.get(m);
      while (next < size && charEnd[next] <= range.begin()) {
        next++;
      }
      for (int i = next; i < size && charStart[i] < range.end(); i++) {
        markOf[i] = m;
      }
    }
  }

  private void tree(int from, int to) {
    int n = to - from;
    int[] order = new int[n];
    int max = 0;
    int[] stack = new int[n];
    for (int i = from; i < to; i++) {
      int p = i;
      int top = 0;
      while (p >= 0 && depth[p] < 0 && top < n) {
        stack[top++] = p;
        depth[p] = 0;
        p = head[p];
      }
      int d = p < 0 ? -1 : depth[p];
      while (top > 0) {
        depth[stack[--top]] = ++d;
      }
      max = Math.max(max, d);
    }
    int[] count = new int[max + 2];
    for (int i = from; i < to; i++) {
      max = Math.max(max, depth[i]);
    }
    count = new int[max + 2];
    for (int i = from; i < to; i++) {
      count[max - depth[i] + 1]++;
    }
    for (int d = 1; d < count.length; d++) {
      count[d] += count[d - 1];
    }
    for (int i = from; i < to; i++) {
      order[count[max - depth[i]]++] = i;
    }
    for (int i : order) {
      int h = head[i];
      if (h >= 0) {
        leftmost[h] = Math.min(leftmost[h], leftmost[i]);
        rightmost[h] = Math.max(rightmost[h], rightmost[i]);
      }
    }
    for (int i = to - 1; i >= from; i--) {
      if (head[i] >= 0) {
        nextSibling[i] = firstChild[head[i]];
        firstChild[head[i]] = i;
      }
    }
    for (int k = 0; k < n; k++) {
      int i = order[k]; // deepest first, so the highest node wins
      topFrom[leftmost[i]] = i;
      topTo[rightmost[i]] = i;
    }
  }

  /** Whether {@code node} is {@code ancestor} or below it. */
  boolean below(int node, int ancestor) {
    int steps = 0;
    for (int p = node; p >= 0 && steps < 100; p = head[p], steps++) {
      if (p == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The last token that begins at or before an offset. */
  int tokenAt(int offset) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (charStart[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The sentence of {@link #tokenAt}. */
  int sentenceAt(int offset) {
    return sentenceOf[tokenAt(offset)];
  }

  /** The first child with a relation, −1 for none. */
  int child(int node, String label) {
    for (int c = firstChild[node]; c >= 0; c = nextSibling[c]) {
      if (relation[c] == label || relation[c].equals(label)) {
        return c;
      }
    }
    return -1;
  }

  /**
   * The grammatical subject of a word, its own or one it shares by coordination or control; -1 when
   * it has none.
   */
  int subject(int node) {
    int p = node;
    for (int steps = 0; p >= 0 && steps < 4; steps++) {
      for (int c = firstChild[p]; c >= 0; c = nextSibling[c]) {
        if (relation[c].startsWith("nsubj") || relation[c].startsWith("csubj")) {
          return c;
        }
      }
      if (relation[p].equals("conj")
          || relation[p].equals("xcomp")
          || relation[p].equals("advcl")) {
        p = head[p];
      } else if (relation[p].startsWith("acl")) {
        return head[p];
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** Hash of the relations on the way between two words, at most five steps, else a constant. */
  int path(int from, int to) {
    int a = from;
    int b = to;
    int up = 1;
    int down = 7;
    int steps = 0;
    while (a != b) {
      if (steps++ >= 5 || a < 0 || b < 0) {
        return 99;
      }
      if (depth[a] >= depth[b]) {
        up = up * 31 + relHash[a];
        a = head[a];
      } else {
        down = down * 37 + relHash[b];
        b = head[b];
      }
    }
    return up * 131 + down;
  }
}
