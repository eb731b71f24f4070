package org.polylogue.encoder;

import java.util.Objects;
import java.util.function.Predicate;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.text.Span;

/**
 * Reads each sentence by an encoder that learned of words whether they belong to cues, contents and
 * sources. Immutable and thread-safe.
 */
public final class EncoderAttributions implements AttributionReader {

  private final Encoder encoder;

  /**
   * A reader.
   *
   * @param encoder has the heads for attributions; it is the caller's to close
   */
  public EncoderAttributions(Encoder encoder) {
    this.encoder = Objects.requireNonNull(encoder, "encoder");
  }

  @Override
  public Odds read(AnnotatedText text, Predicate<Sentence> wanted) {
    Odds odds = Odds.of(text.tokenCount());
    int at = 0;
    for (Sentence sentence : text.sentences()) {
      if (!wanted.test(sentence)) {
        at += sentence.size();
        continue;
      }
      int start = sentence.span().start();
      States states = encoder.read(text.text().substring(start, sentence.span().end()));
      for (int i = 0; i < sentence.size(); i++, at++) {
        Span word = new Span(sentence.token(i).start() - start, sentence.token(i).end() - start);
        odds.cue()[at] = odds(states, Head.CUE, word);
        odds.begin()[at] = odds(states, Head.CONTENT_BEGIN, word);
        odds.end()[at] = odds(states, Head.CONTENT_END, word);
        odds.content()[at] = odds(states, Head.CONTENT, word);
        odds.source()[at] = odds(states, Head.SOURCE, word);
      }
    }
    return odds;
  }

  private static float odds(States states, Head head, Span word) {
    double[] outputs = states.outputs(head, word);
    return (float) (outputs[1] - outputs[0]);
  }
}
