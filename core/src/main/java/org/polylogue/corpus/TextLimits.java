package org.polylogue.corpus;

import org.polylogue.model.Block;
import org.polylogue.model.Document;

/** Holds texts against the limits. */
final class TextLimits {

  private TextLimits() {}

  /** A failure that names the first document over a limit, null if there is none. */
  static ReadOutcome check(ReadOutcome.Read read, ReadLimits limits) {
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
}
