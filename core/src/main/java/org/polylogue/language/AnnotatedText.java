package org.polylogue.language;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A text with what a language engine found in it.
 *
 * @param text the document's original text
 * @param sentences in order, disjoint
 * @param names in order, disjoint; empty if names were not asked for
 * @param capabilities what was asked for
 */
public record AnnotatedText(
    String text, List<Sentence> sentences, List<NamedSpan> names, Set<Capability> capabilities) {

  /**
   * Checks that sentences and names lie inside the text, in order.
   *
   * @throws IllegalArgumentException if they do not
   */
  public AnnotatedText {
    Objects.requireNonNull(text, "text");
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    capabilities = Set.copyOf(capabilities);
    int last = 0;
    for (Sentence sentence : sentences) {
      int start = sentence.token(0).start();
      int end = sentence.token(sentence.size() - 1).end();
      if (start < last || end > text.length()) {
        throw new IllegalArgumentException("sentence " + start + "-" + end + " is out of order");
      }
      last = end;
    }
    last = 0;
    for (NamedSpan name : names) {
      if (name.span().start() < last || name.span().end() > text.length()) {
        throw new IllegalArgumentException("name " + name.span() + " is out of order");
      }
      last = name.span().end();
    }
  }

  /**
   * Counts the tokens.
   *
   * @return zero or more
   */
  public int tokenCount() {
    int count = 0;
    for (Sentence sentence : sentences) {
      count += sentence.size();
    }
    return count;
  }
}
