package org.polylogue.discourse.quotation.internal;

import org.polylogue.discourse.Written;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Article;

/** Columns of texts that are written out as {@link Written} states. */
final class Parsed {

  private Parsed() {}

  static ParsedText of(String written) {
    AnnotatedText text = Written.of(written);
    return ParsedText.of(text, Article.of("a", "", text.text()).blocks());
  }
}
