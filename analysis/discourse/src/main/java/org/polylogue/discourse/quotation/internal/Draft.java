package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * A quotation before its speaker is known.
 *
 * @param content segments in order
 * @param cue the cue's head token, −1 for none
 * @param source the source's head token, −1 for none
 * @param cueSpan the cue's extent, null for none
 * @param sourceSpan the source's extent, null for none
 * @param kind how the words are rendered
 * @param mode what is rendered
 * @param grade how much of a report it is
 * @param rule what found it
 * @param confidence 0 to 1
 * @param speaker who says it, null where the source has to tell
 */
record Draft(
    List<Span> content,
    int cue,
    int source,
    Span cueSpan,
    Span sourceSpan,
    Quotation.Kind kind,
    Quotation.Mode mode,
    Quotation.Grade grade,
    String rule,
    double confidence,
    Speaker speaker) {

  /** The same that goes on with a span after it. */
  Draft with(Span more) {
    List<Span> all = new ArrayList<>(content);
    all.add(more);
    return new Draft(
        all, cue, source, cueSpan, sourceSpan, kind, mode, grade, rule, confidence, speaker);
  }

  Span extent() {
    return content.get(0).cover(content.get(content.size() - 1));
  }

  boolean holds(int offset) {
    for (Span span : content) {
      if (span.contains(offset)) {
        return true;
      }
    }
    return false;
  }
}
