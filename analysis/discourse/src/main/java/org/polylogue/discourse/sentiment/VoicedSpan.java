package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.polylogue.model.Quotation;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * A part of a text that is in somebody's voice.
 *
 * @param span the part, in the document's text
 * @param voice whose voice it is
 */
public record VoicedSpan(Span span, Voice voice) {

  /** Checks that both parts are there. */
  public VoicedSpan {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(voice, "voice");
  }

  /**
   * The voices of quotations: each content segment is in the voice of its source.
   *
   * @param quotations of one document; a nested quotation comes after its parent
   * @return one entry per content segment; where two overlap, the later one holds
   */
  public static List<VoicedSpan> of(List<Quotation> quotations) {
    List<VoicedSpan> voices = new ArrayList<>();
    for (Quotation quotation : quotations) {
      Voice voice = new Voice.Source(quotation.speaker());
      quotation.content().forEach(segment -> voices.add(new VoicedSpan(segment, voice)));
    }
    return voices;
  }
}
