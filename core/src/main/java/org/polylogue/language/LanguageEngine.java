package org.polylogue.language;

import java.util.Set;
import org.polylogue.model.Document;

/**
 * Splits, tags, parses and finds names in documents. Implementations are thread-safe, keep no state
 * between documents, and give the same result for the same document whatever came before.
 */
public interface LanguageEngine {

  /**
   * What this engine delivers.
   *
   * @return the capabilities it was made for
   */
  Set<Capability> capabilities();

  /**
   * Annotates a document, block by block: no sentence crosses a block, and text outside blocks is
   * not looked at. A blank document has no sentences.
   *
   * @param document an article or a comment
   * @return sentences and names with offsets into the document's text
   */
  AnnotatedText annotate(Document document);
}
