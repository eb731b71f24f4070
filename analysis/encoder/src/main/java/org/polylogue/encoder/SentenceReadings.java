package org.polylogue.encoder;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

  /**
   * A sentence, or the part of one that is in one voice, and its states.
   *
   * @param span where it stands in the document
   * @param states places count in it
   */
  record Part(Span span, States states) {}

  /** The sentences of one document. Belongs to one scope, and so to one thread. */
  static final class OfDocument {
    private final Encoder encoder;
    private final Document document;
    private final NavigableMap<Span, Part> read = new TreeMap<>();

    OfDocument(Encoder encoder, Document document) {
      this.encoder = encoder;
      this.document = document;
    }

    Part at(Span sentence) {
      return read.computeIfAbsent(
          sentence, span -> new Part(span, encoder.read(text(document, span))));
    }

    /** What was read around a target, or else its sentence. */
    Part around(Span target, Span sentence) {
      Map.Entry<Span, Part> before = read.floorEntry(new Span(target.start(), Integer.MAX_VALUE));
      return before != null && before.getKey().end() >= target.end()
          ? before.getValue()
          : at(sentence);
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
