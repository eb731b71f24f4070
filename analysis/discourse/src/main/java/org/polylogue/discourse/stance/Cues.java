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

  private static final Set<String> RHETORICAL =
      Set.of(
          "who would",
          "who could",
          "who cares",
          "who needs",
          "who wants",
          "who knew",
          "why would",
          "why should",
          "why are",
          "why is",
          "why do",
          "why does",
          "why don't",
          "why even",
          "why can't",
          "how could",
          "how can",
          "how dare",
          "how many",
          "how is",
          "how does",
          "how about",
          "how did",
          "what do",
          "what does",
          "what happened",
          "what kind",
          "what are",
          "what is",
          "what if",
          "since when",
          "where would",
          "where was",
          "where were",
          "where is",
          "isn't it",
          "aren't you",
          "don't you",
          "do you",
          "are you",
          "did you",
          "have you",
          "can you",
          "would you",
          "is this",
          "is that",
          "so what",
          "really ?",
          "really ??",
          "seriously ?",
          "seriously ??",
          "right ?",
          "huh ?",
          "is it",
          "does it",
          "does anyone",
          "can someone",
          "can anyone",
          "when did",
          "when will");
  private static final Set<String> SARCASM_WORDS =
      Set.of(
          "sarcasm",
          "irony",
          "ironic",
          "so-called",
          "supposedly",
          "allegedly",
          "yeah",
          "suuure",
          "suure",
          "lol",
          "lmao",
          "lmfao",
          "rofl",
          "haha",
          "hahaha",
          "smh",
          "facepalm",
          "eyeroll",
          "/s",
          "bravo",
          "congrats",
          "congratulations",
          "genius",
          "geniuses",
          "wow",
          "gee",
          "duh",
          "lulz",
          "kek",
          "derp",
          "wassat",
          "laughing",
          "hmm",
          "hmmm",
          "wink");
  private static final Set<String> SARCASM_PHRASES =
      Set.of(
          "yeah right",
          "yeah ,",
          "oh yes",
          "oh sure",
          "oh right",
          "oh great",
          "oh wait",
          "oh really",
          "oh no",
          "oh so",
          "sure ,",
          "sure .",
          "of course",
          "nice try",
          "good luck",
          "good job",
          "great job",
          "nice job",
          "well done",
          "thank god",
          "thanks for",
          "thanks to",
          "how nice",
          "how convenient",
          "how sweet",
          "how lovely",
          "what a",
          "big surprise",
          "no surprise",
          "shocked i",
          "i'm shocked",
          "as if",
          "my ass",
          "who knew",
          "so much for",
          "because of",
          "makes sense",
          "totally not",
          "i guess",
          "must be",
          "let me",
          "tell me",
          "last time",
          "to put",
          "as they",
          "give me",
          "keep telling",
          "keep believing",
          "love how",
          "funny how",
          "too bad");

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
