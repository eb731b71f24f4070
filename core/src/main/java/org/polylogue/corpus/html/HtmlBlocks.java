package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.polylogue.model.Block;
import org.polylogue.text.Span;

/**
 * Turns elements into text with blocks: white space as a browser shows it, nothing else changed.
 */
final class HtmlBlocks implements NodeFilter {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "svg",
          "button",
          "select",
          "textarea",
          "figcaption",
          "video",
          "audio",
          "canvas",
          "head");

  /** Where a word may be broken at the end of a line; no browser shows it elsewhere. */
  private static final char SOFT_HYPHEN = '\u00AD';

  /** A part of the text before it is joined. */
  record Part(Block.Kind kind, String text, int linked, Element element) {}

  private final Element root;
  private final Set<Element> without;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder quoted = new StringBuilder();
  private Element quote;
  private Element heading;
  private Element around;
  private int linked;
  private int links;
  private int breaks;
  private int preformatted;
  private boolean aside;

  private HtmlBlocks(Element root, Set<Element> without) {
    this.root = root;
    this.without = without;
    this.around = root;
  }

  /** The parts of an element, without some of its descendants. */
  static List<Part> of(Element root, Set<Element> without) {
    HtmlBlocks blocks = new HtmlBlocks(root, without);
    NodeTraversor.filter(blocks, root);
    blocks.flush();
    blocks.endQuote();
    return blocks.parts;
  }

  /** Text and blocks of parts. */
  static List<Block> join(List<Part> parts, String separator, StringBuilder text) {
    List<Block> blocks = new ArrayList<>();
    for (Part part : parts) {
      if (text.length() > 0) {
        text.append(separator);
      }
      int start = text.length();
      text.append(part.text());
      blocks.add(new Block(part.kind(), new Span(start, text.length())));
    }
    return blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode leaf) {
      if (preformatted == 0) {
        append(leaf.getWholeText());
      } else {
        leaf.getWholeText().lines().forEach(this::appendLine);
      }
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (element != root
        && (SKIPPED.contains(tag) || without.contains(element) || isHidden(element))) {
      if (isBlock(element)) {
        flush();
      }
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      breaks++;
      return FilterResult.CONTINUE;
    }
    if (tag.equals("pre")) {
      preformatted++;
    }
    if (tag.equals("a")) {
      links++;
    } else if (tag.equals("time")) {
      append(" ");
    }
    if (isBlock(element)) {
      flush();
      around = element;
      if (tag.equals("blockquote") && quote == null) {
        quote = element;
      } else if (quote != null && (tag.equals("footer") || tag.equals("figcaption"))) {
        aside = true;
      } else if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
        heading = element;
      }
    } else if (quote != null && tag.equals("cite")) {
      flush();
      aside = true;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("a")) {
      links--;
    } else if (tag.equals("pre")) {
      preformatted--;
    }
    if (aside && (tag.equals("cite") || tag.equals("footer") || tag.equals("figcaption"))) {
      flush();
      aside = false;
    }
    if (isBlock(element)) {
      flush();
      if (element == heading) {
        heading = null;
      }
      if (element == quote) {
        endQuote();
      }
      around = element.parent() == null ? root : element.parent();
      while (around != root && !isBlock(around) && around.parent() != null) {
        around = around.parent();
      }
    }
    return FilterResult.CONTINUE;
  }

  /** A line of text whose line ends count. */
  private void appendLine(String line) {
    append(line);
    breaks++;
  }

  private void append(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == SOFT_HYPHEN) {
        continue;
      }
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        if (text.length() > 0 && breaks == 0 && !endsWithSpace()) {
          text.append(' ');
        }
        continue;
      }
      if (breaks > 1) {
        flush();
      } else if (breaks == 1 && text.length() > 0) {
        trimEnd();
        text.append('\n');
      }
      breaks = 0;
      text.append(c);
      linked += links > 0 ? 1 : 0;
    }
  }

  private boolean endsWithSpace() {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n';
  }

  private void trimEnd() {
    while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
  }

  private void flush() {
    breaks = 0;
    String part = text.toString().strip();
    text.setLength(0);
    int inLinks = linked;
    linked = 0;
    if (part.isEmpty()) {
      return;
    }
    if (quote != null && !aside) {
      quoted.append(quoted.length() == 0 ? "" : "\n").append(part);
    } else {
      Block.Kind kind = heading == null ? Block.Kind.PARAGRAPH : Block.Kind.HEADING;
      if (aside) {
        endQuoted();
      }
      parts.add(new Part(kind, part, inLinks, around));
    }
  }

  private void endQuote() {
    endQuoted();
    quote = null;
    aside = false;
  }

  private void endQuoted() {
    if (quoted.length() > 0) {
      parts.add(new Part(Block.Kind.QUOTATION, quoted.toString(), 0, quote));
      quoted.setLength(0);
    }
  }

  /** A custom element is a block if it holds one. */
  private static boolean isBlock(Element element) {
    return element.isBlock()
        || element.normalName().equals("summary")
        || element.normalName().indexOf('-') > 0
            && element.childrenSize() > 0
            && element.child(0).isBlock();
  }

  static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }
}
