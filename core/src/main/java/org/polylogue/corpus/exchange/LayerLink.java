package org.polylogue.corpus.exchange;

/**
 * A directed link between two annotations of a document.
 *
 * @param role what the second is to the first; a name as for layers
 * @param from position of the first in the document's annotations
 * @param to position of the second
 */
public record LayerLink(String role, int from, int to) {

  /** Type of what is said, in the roles of PolNeAR (Newell et al. 2018). */
  public static final String CONTENT = "Content";

  /** Type and role of the words that signal a quotation. */
  public static final String CUE = "Cue";

  /** Type and role of the words that name a source. */
  public static final String SOURCE = "Source";

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the role is malformed or a position negative
   */
  public LayerLink {
    LayerSpan.name(role);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("no link from " + from + " to " + to);
    }
  }
}
