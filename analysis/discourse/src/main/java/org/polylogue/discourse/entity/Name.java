package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.language.Sentence;
import org.polylogue.model.ActorType;
import org.polylogue.text.Span;

/**
 * A name in a document, not yet anybody's.
 *
 * @param document position of the document in the conversation, 0 for the article
 * @param sentence position of its sentence in the annotated text
 * @param first position of its first token in the sentence
 * @param last position of its last token
 * @param type what the finder takes it for
 * @param text its characters
 * @param span where they stand
 * @param listed the user's table names it
 */
record Name(
    int document,
    int sentence,
    int first,
    int last,
    ActorType type,
    String text,
    Span span,
    boolean listed) {

  static Name of(
      String text,
      int document,
      int sentenceIndex,
      Sentence sentence,
      int first,
      int last,
      ActorType type,
      boolean listed) {
    Span span = new Span(sentence.token(first).start(), sentence.token(last).end());
    return new Name(
        document, sentenceIndex, first, last, type, singleSpaced(span.of(text)), span, listed);
  }

  /** The same name taken for something else. */
  Name as(ActorType other) {
    return new Name(document, sentence, first, last, other, text, span, listed);
  }

  /** Its words, a possessive mark left out. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      String bare = bare(word);
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    return words;
  }

  private static String bare(String word) {
    int end = word.length();
    if (word.endsWith("'s") || word.endsWith("’s")) {
      end -= 2;
    }
    return word.substring(0, end);
  }

  /** A text with one space for all white space. */
  static String singleSpaced(String text) {
    StringBuilder single = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!blank) {
        single.append(c);
      } else if (!single.isEmpty() && single.charAt(single.length() - 1) != ' ') {
        single.append(' ');
      }
    }
    return single.toString();
  }
}
