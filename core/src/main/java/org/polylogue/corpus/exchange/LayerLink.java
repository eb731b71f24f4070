package org.polylogue.corpus.exchange;

/**
 * A directed link between two annotations of a document.
 *
 * @param role what the second is to the first; a name as for layers
 * @param from position of the first in the document's annotations
 * @param to position of the second
 */
public record LayerLink(String role, int from, int to) {

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
