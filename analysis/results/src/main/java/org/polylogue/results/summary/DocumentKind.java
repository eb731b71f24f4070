package org.polylogue.results.summary;

/** Which documents count. */
public enum DocumentKind {
  /** Articles alone. */
  ARTICLES,
  /** Comments alone. */
  COMMENTS,
  /** Articles and comments. */
  BOTH;

  /**
   * Tells whether a document counts.
   *
   * @param position in its conversation; 0 is the article
   * @return true if it does
   */
  boolean counts(int position) {
    return this == BOTH || (position == 0) == (this == ARTICLES);
  }
}
