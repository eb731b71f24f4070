package org.polylogue.samples.command;

import java.util.List;
import java.util.function.Function;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.language.EnglishGuard;
import org.polylogue.model.Document;
import org.polylogue.text.Span;

/**
 * Notices of documents that are not read, or not as they stand there. Immutable and thread-safe.
 *
 * @param anyLanguage true if documents are read as English whatever they are
 * @param wordLength characters above which a stretch without white space is read in pieces
 */
public record Doubts(boolean anyLanguage, int wordLength)
    implements Function<Document, List<Notice>> {

  @Override
  public List<Notice> apply(Document document) {
    String text = document.text();
    if (!anyLanguage && !EnglishGuard.isEnglish(text)) {
      return List.of(
          doubt(document, text, "not in English, nothing is looked for; --any-language reads it"));
    }
    List<Span> words = CoreNlpEngine.longWords(text, wordLength);
    return words.isEmpty()
        ? List.of()
        : List.of(
            doubt(
                document,
                words.get(0).of(text),
                words.size()
                    + " stretches without white space, the longest of "
                    + words.stream().mapToInt(Span::length).max().getAsInt()
                    + " characters, are read in pieces; raise --max-word-length to read them"
                    + " whole"));
  }

  private static Notice doubt(Document document, String excerpt, String reason) {
    return new Notice(Notice.Kind.DOUBTFUL, 0, excerpt, document.id() + ": " + reason);
  }
}
