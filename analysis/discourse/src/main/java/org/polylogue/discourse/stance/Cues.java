package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Signs of irony, rhetorical questions, emphasis and address in a post. */
final class Cues {

  /** What kind of sign was found. */
  enum Kind {
    /** A question that asserts: who would doubt it? */
    RHETORICAL_QUESTION,
    /** Mock praise, mock surprise, so-called, marked irony. */
    SARCASM
  }

  /**
   * A sign in a text.
   *
   * @param kind what kind
   * @param start first UTF-16 code unit
   * @param end behind the last
   */
  record Cue(Kind kind, int start, int end) {}

  private static final Set<String> RHETORICAL = StanceWords.list("rhetorical");
  private static final Set<String> SARCASM_WORDS = StanceWords.list("irony-word");
  private static final Set<String> SARCASM_PHRASES = StanceWords.list("irony-phrase");

  private Cues() {}

  /**
   * Finds the signs.
   *
   * @param text a post
   * @return signs in the order of the text
   */
  static List<Cue> of(PostWords text) {
    List<Cue> cues = new ArrayList<>();
    List<String> words = text.words();
    int sentenceStart = 0;
    boolean asks = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String pair = i + 1 < words.size() ? word + " " + words.get(i + 1) : word;
      if (SARCASM_PHRASES.contains(pair)) {
        cues.add(new Cue(Kind.SARCASM, start(text, i), end(text, i + 1)));
      } else if (SARCASM_WORDS.contains(word)) {
        cues.add(new Cue(Kind.SARCASM, start(text, i), end(text, i)));
      }
      asks |= RHETORICAL.contains(pair);
      boolean last = i + 1 == words.size() || text.sentence()[i + 1] != text.sentence()[i];
      if (last) {
        boolean mark = word.startsWith("?");
        if (mark && (asks || word.length() > 1)) {
          cues.add(new Cue(Kind.RHETORICAL_QUESTION, start(text, sentenceStart), end(text, i)));
        }
        sentenceStart = i + 1;
        asks = false;
      }
    }
    return cues;
  }

  private static int start(PostWords text, int word) {
    return text.tokens().get(text.token()[word]).start();
  }

  private static int end(PostWords text, int word) {
    return text.tokens().get(text.token()[Math.min(word, text.size() - 1)]).end();
  }
}
