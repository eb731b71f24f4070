package org.polylogue.discourse.judge;

import java.util.Objects;
import org.polylogue.language.Sentence;
import org.polylogue.model.Document;
import org.polylogue.model.Voice;

/**
 * What is the tone of a sentence?
 *
 * @param document where it stands
 * @param sentence the sentence, or the part of one that is in one voice; its dependencies on other
 *     parts are cut
 * @param voice whose words they are
 */
public record SentenceQuestion(Document document, Sentence sentence, Voice voice) {

  /** Checks that all parts are there. */
  public SentenceQuestion {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(voice, "voice");
  }
}
