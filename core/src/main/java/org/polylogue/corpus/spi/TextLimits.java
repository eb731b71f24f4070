package org.polylogue.corpus.spi;

import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;

/** Holds texts against the limits. */
public final class TextLimits {

  private TextLimits() {}

  /**
   * Holds a conversation against the limits.
   *
   * @param read what was read
   * @param limits what is read at most
   * @return a failure that names the first document over a limit, null if there is none
   */
  public static ReadOutcome check(ReadOutcome.Read read, ReadLimits limits) {
    String broken = brokenText(read.conversation());
    if (broken != null) {
      return new ReadOutcome.Failed(read.place(), broken);
    }
    for (Document document : read.conversation().documents()) {
      if (document.text().length() > limits.documentCharacters()) {
        return new ReadOutcome.Failed(
            read.place(),
            "the text of "
                + document.id()
                + " is longer than "
                + limits.documentCharacters()
                + " characters; raise the limit on document characters");
      }
      for (Block block : document.blocks()) {
        if (block.span().length() > limits.paragraphCharacters()) {
          return new ReadOutcome.Failed(
              read.place(),
              "a paragraph of "
                  + document.id()
                  + " is longer than "
                  + limits.paragraphCharacters()
                  + " characters; raise the limit on paragraph characters");
        }
      }
    }
    return null;
  }

  /**
   * Looks for texts that are no valid Unicode.
   *
   * @param conversation an article and its comments
   * @return what is wrong with the first such document, by name; null if there is none
   */
  public static String brokenText(Conversation conversation) {
    for (Document document : conversation.documents()) {
      boolean broken = isBroken(document.text()) || isBroken(document.id());
      if (document instanceof Article article) {
        broken |= isBroken(article.title());
      } else if (document instanceof Comment comment) {
        broken |= comment.author().map(TextLimits::isBroken).orElse(false);
      }
      if (broken) {
        return "document "
            + document.id().replaceAll("\\p{Cs}", "?")
            + " has half a surrogate pair, which is no character; mend its source";
      }
    }
    return null;
  }

  private static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
