package org.polylogue.encoder;

import java.util.HashMap;
import java.util.Map;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/** What was read of a document, so that a sentence is read once, whoever asks about it. */
final class SentenceReadings implements Analysis<Document, SentenceReadings.OfDocument> {

  private final Encoder encoder;

  SentenceReadings(Encoder encoder) {
    this.encoder = encoder;
  }

  /** The sentences of one document. Belongs to one scope, and so to one thread. */
  static final class OfDocument {
    private final Encoder encoder;
    private final Document document;
    private final Map<Span, States> read = new HashMap<>();

    OfDocument(Encoder encoder, Document document) {
      this.encoder = encoder;
      this.document = document;
    }

    /** Of a sentence, or of the part of one that is in one voice. */
    States at(Span sentence) {
      return read.computeIfAbsent(sentence, span -> encoder.read(text(document, span)));
    }
  }

  @Override
  public OfDocument analyze(Document document, Scope scope) {
    return new OfDocument(encoder, document);
  }

  static String text(Document document, Span sentence) {
    return document.text().substring(sentence.start(), sentence.end());
  }
}
