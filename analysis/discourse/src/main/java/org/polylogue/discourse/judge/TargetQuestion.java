package org.polylogue.discourse.judge;

import java.util.Objects;
import org.polylogue.language.Sentence;
import org.polylogue.model.Document;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * What is the tone towards a mention? Questions about mentions in one sentence follow each other
 * and hold the same sentence.
 *
 * @param document where it stands
 * @param sentence the whole sentence
 * @param target the mention, a span of the document's text that overlaps the sentence
 * @param voice whose words are at the mention
 */
public record TargetQuestion(Document document, Sentence sentence, Span target, Voice voice) {

  /**
   * Checks that all parts are there.
   *
   * @throws IllegalArgumentException if the mention lies outside the sentence
   */
  public TargetQuestion {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(voice, "voice");
    if (!sentence.span().overlaps(target)) {
      throw new IllegalArgumentException(
          "mention " + target + " is not in sentence " + sentence.span());
    }
  }
}
