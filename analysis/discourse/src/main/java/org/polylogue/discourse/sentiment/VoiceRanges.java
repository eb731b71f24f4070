package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Voice;

/** Whose voice each place of a text is in. */
final class VoiceRanges {

  /** A sentence, or the part of one that is in one voice. */
  record Part(Sentence sentence, Voice voice) {}

  private final TreeMap<Integer, Voice> starts = new TreeMap<>();

  VoiceRanges(Voice own, List<VoicedSpan> spans) {
    starts.put(0, own);
    for (VoicedSpan span : spans) {
      int start = span.span().start();
      int end = span.span().end();
      if (start < end) {
        Voice after = at(end);
        starts.subMap(start, end).clear();
        starts.put(start, span.voice());
        starts.put(end, after);
      }
    }
  }

  Voice at(int offset) {
    return starts.floorEntry(offset).getValue();
  }

  /**
   * Cuts a sentence where the voice changes. Dependencies between parts are cut, their tokens
   * become roots. Parts without a letter or a digit are left out unless they are the whole.
   */
  List<Part> parts(Sentence sentence) {
    int from = sentence.token(0).start();
    Map.Entry<Integer, Voice> change = starts.higherEntry(from);
    if (change == null || change.getKey() >= sentence.token(sentence.size() - 1).end()) {
      return List.of(new Part(sentence, at(from)));
    }
    List<Part> parts = new ArrayList<>();
    int start = 0;
    Voice current = at(from);
    for (int i = 1; i <= sentence.size(); i++) {
      Voice next = i < sentence.size() ? at(sentence.token(i).start()) : null;
      if (!current.equals(next)) {
        if (hasWord(sentence, start, i)) {
          parts.add(new Part(cut(sentence, start, i), current));
        }
        start = i;
        current = next;
      }
    }
    return parts;
  }

  private static boolean hasWord(Sentence sentence, int start, int end) {
    return sentence.tokens().subList(start, end).stream()
        .anyMatch(token -> token.text().codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private static Sentence cut(Sentence sentence, int start, int end) {
    List<Token> tokens = sentence.tokens().subList(start, end);
    if (tokens.size() == sentence.size()) {
      return sentence;
    }
    if (!sentence.isParsed()) {
      return Sentence.of(tokens);
    }
    int[] heads = new int[end - start];
    String[] relations = new String[end - start];
    for (int i = start; i < end; i++) {
      int head = sentence.head(i);
      boolean inside = head >= start && head < end;
      heads[i - start] = inside ? head - start : Sentence.NO_HEAD;
      relations[i - start] = inside ? sentence.relation(i) : "root";
    }
    return Sentence.parsed(tokens, heads, relations);
  }
}
