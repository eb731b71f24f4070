package org.polylogue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.polylogue.text.Span;

/** Blocks from line breaks, and their check. */
final class Blocks {

  private Blocks() {}

  /** The non-blank lines of a text as paragraphs, without surrounding white space. */
  static List<Block> paragraphs(String text) {
    List<Block> blocks = new ArrayList<>();
    int lineStart = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineBreak(text.charAt(i))) {
        int start = lineStart;
        int end = i;
        while (start < end && isBlank(text.charAt(start))) {
          start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
          end--;
        }
        if (start < end) {
          blocks.add(new Block(Block.Kind.PARAGRAPH, new Span(start, end)));
        }
        lineStart = i + 1;
      }
    }
    return List.copyOf(blocks);
  }

  static List<Block> checked(String id, String text, List<Block> blocks) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    if (id.isBlank()) {
      throw new IllegalArgumentException("a document needs an id that is not blank");
    }
    int last = 0;
    for (Block block : blocks) {
      if (block.span().start() < last || block.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "document "
                + id
                + ": block "
                + block.span()
                + " overlaps, is out of order or leaves"
                + " the text of length "
                + text.length());
      }
      last = block.span().end();
    }
    return List.copyOf(blocks);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
