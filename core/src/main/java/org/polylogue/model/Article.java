package org.polylogue.model;

import java.util.List;
import java.util.Objects;

/**
 * A news article. The title stands beside the text, not in it.
 *
 * @param id unique in the corpus, not blank
 * @param title the headline, possibly empty
 * @param publication what is known of its publication
 * @param text the body, headings included
 * @param blocks headings, paragraphs and marked-up quotations, in order, disjoint, inside the text
 */
public record Article(
    String id, String title, Publication publication, String text, List<Block> blocks)
    implements Document {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id is blank or the blocks are out of order, overlap or
   *     leave the text
   */
  public Article {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(publication, "publication");
    blocks = Blocks.checked(id, text, blocks);
  }

  /**
   * An article of running text, cut into paragraphs at line breaks.
   *
   * @param id unique in the corpus
   * @param title the headline, possibly empty
   * @param text the body
   * @return the article
   */
  public static Article of(String id, String title, String text) {
    return new Article(id, title, Publication.UNKNOWN, text, Blocks.paragraphs(text));
  }
}
