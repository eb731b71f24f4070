package org.polylogue.corpus.html;

import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.FurnitureLine;
import org.polylogue.model.Block;

/** What a part of a page is by its own look: running text, a label, a link, a teaser. */
final class StoryPart {

  /** Characters of a line that may be a sentence of a story. */
  static final int LEAST_PROSE = 60;

  private StoryPart() {}

  /** Running text, with few links or a sentence that is a link as a whole. */
  static boolean isRunning(HtmlBlocks.Part part) {
    String text = part.text();
    return part.kind() != Block.Kind.HEADING
        && text.length() >= 25
        && !FurnitureLine.is(text)
        && (part.linked() <= 0.5 * text.length() || isLinkedSentence(part));
  }

  /** A paragraph of the story that links to another one, and no line of a list of links. */
  static boolean isLinkedSentence(HtmlBlocks.Part part) {
    String text = part.text();
    return text.length() >= LEAST_PROSE
        && ".!?…”\"".indexOf(text.charAt(text.length() - 1)) >= 0
        && text.split("\\s+").length >= 9
        && part.element().closest("li, h1, h2, h3, h4") == null;
  }

  static boolean isSentenceEnd(String text) {
    return !text.isEmpty() && ".!?…”\"".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A short line in bold, or a heading, that is no sentence. */
  static boolean isLabel(HtmlBlocks.Part part) {
    String text = part.text();
    if (text.length() > 80 || isSentenceEnd(text) || part.linked() > 0) {
      return false;
    }
    Element bold = part.element().selectFirst("b, strong");
    return part.kind() == Block.Kind.HEADING
        || bold != null && PageArticle.normal(bold.text()).equals(PageArticle.normal(text));
  }

  static boolean isLink(HtmlBlocks.Part part) {
    return part.linked() > 0.8 * part.text().length()
        && part.element().normalName().equals("li")
        && !isLinkedSentence(part);
  }

  /** A heading in a list that is a link to another story. */
  static boolean isTeaser(HtmlBlocks.Part part) {
    return part.linked() > 0.8 * part.text().length() && part.element().closest("li") != null;
  }

  static boolean isRunningSentence(String text) {
    return text.endsWith(".") && text.split("\\s+").length > 12;
  }
}
