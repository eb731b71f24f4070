package org.polylogue.discourse.quotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.polylogue.discourse.quotation.internal.AttributionDecoder;
import org.polylogue.discourse.quotation.internal.AttributionModels;
import org.polylogue.discourse.quotation.internal.CueWords;
import org.polylogue.discourse.quotation.internal.ParsedText;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Document;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/** Finds quotations. Immutable and thread-safe. */
public final class QuotationFinder {

  static final String MODEL = "attribution.model";

  private final AttributionDecoder decoder;

  private QuotationFinder(AttributionModels models) {
    decoder = new AttributionDecoder(models, 0.42);
  }

  static InputStream shippedModel() throws IOException {
    InputStream in = QuotationFinder.class.getResourceAsStream(MODEL);
    if (in == null) {
      throw new IOException(MODEL + " is missing");
    }
    return in;
  }

  /**
   * A finder with the shipped model.
   *
   * @return the finder
   */
  public static QuotationFinder create() {
    try (InputStream in = shippedModel()) {
      return read(in, MODEL);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped attribution model", e);
    }
  }

  /**
   * A finder with a model of one's own.
   *
   * @param model what {@link AttributionTraining} wrote, is not closed
   * @param name of the file, for messages
   * @return the finder
   * @throws IOException if this is no such model
   */
  public static QuotationFinder read(InputStream model, String name) throws IOException {
    return new QuotationFinder(AttributionModels.read(model, name));
  }

  /**
   * Finds what a document quotes.
   *
   * @param document the document
   * @param annotated its tokens with tags and lemmas, its trees and names
   * @return quotations and marked expressions
   */
  public Quotations find(Document document, AnnotatedText annotated) {
    Objects.requireNonNull(document, "document");
    ParsedText t = ParsedText.of(annotated, document.blocks());
    List<Quotation> quotations = new ArrayList<>();
    for (AttributionDecoder.Found found : decoder.decode(t)) {
      List<Span> content = new ArrayList<>();
      for (int[] part : found.content()) {
        content.add(new Span(t.begin[part[0]], t.end[part[1]]));
      }
      Optional<Span> source =
          found.source() < 0
              ? Optional.empty()
              : Optional.of(CueWords.source(t, found.source(), found.cue()));
      quotations.add(
          new Quotation(
              content,
              Optional.of(CueWords.cue(t, found.cue())),
              source,
              new Speaker.Unknown(Speaker.Reason.NO_SOURCE),
              CueWords.kind(t, found.content()),
              CueWords.mode(t, found.cue()),
              OptionalInt.empty(),
              "attribution",
              found.confidence()));
    }
    quotations.sort(
        Comparator.comparingInt((Quotation q) -> q.extent().start())
            .thenComparing(Comparator.comparingInt((Quotation q) -> q.extent().end()).reversed()));
    return new Quotations(quotations, List.of());
  }
}
