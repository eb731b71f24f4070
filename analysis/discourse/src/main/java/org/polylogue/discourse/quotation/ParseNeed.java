package org.polylogue.discourse.quotation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.polylogue.discourse.quotation.internal.AttributionModels;
import org.polylogue.discourse.quotation.internal.FeatureBuffer;
import org.polylogue.discourse.quotation.internal.GateFeatures;
import org.polylogue.discourse.quotation.internal.MarkScanner;
import org.polylogue.language.Token;

/**
 * Tells which sentences may hold a quotation or its cue and so need a parse. Errs on the side of
 * parsing: a sentence with a quotation mark or a colon always does; another one does if a word of
 * it may be a cue. Immutable and thread-safe.
 */
public final class ParseNeed implements Predicate<List<Token>> {

  /** Log odds under which no word of a sentence counts as a possible cue. */
  private static final double FLOOR = -2.25;

  private final AttributionModels models;

  ParseNeed(AttributionModels models) {
    this.models = Objects.requireNonNull(models, "models");
  }

  /**
   * Tests a sentence.
   *
   * @param sentence its tokens with tags and lemmas
   * @return false if a parse of it cannot matter for quotations
   */
  @Override
  public boolean test(List<Token> sentence) {
    int n = sentence.size();
    String[] lemmas = new String[n];
    String[] tags = new String[n];
    for (int i = 0; i < n; i++) {
      Token token = sentence.get(i);
      String text = token.text();
      if (text.equals(":") || text.equals("''") || MarkScanner.isMark(text.charAt(0))) {
        return true;
      }
      lemmas[i] = (token.lemma().isEmpty() ? text : token.lemma()).toLowerCase(Locale.ROOT);
      tags[i] = token.tag().isEmpty() ? "X" : token.tag();
    }
    FeatureBuffer features = new FeatureBuffer();
    for (int i = 0; i < n; i++) {
      char c = tags[i].charAt(0);
      if (c == 'V' || c == 'N' || c == 'J' || c == 'R' || c == 'I') {
        GateFeatures.extract(lemmas, tags, 0, n, i, features);
        if (models.gate().score(features) >= FLOOR) {
          return true;
        }
      }
    }
    return false;
  }
}
