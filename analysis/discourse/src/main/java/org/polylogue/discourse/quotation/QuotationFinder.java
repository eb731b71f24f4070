package org.polylogue.discourse.quotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.quotation.internal.AttributionDecoder;
import org.polylogue.discourse.quotation.internal.AttributionModels;
import org.polylogue.discourse.quotation.internal.Cast;
import org.polylogue.discourse.quotation.internal.DocumentReading;
import org.polylogue.discourse.quotation.internal.Grader;
import org.polylogue.discourse.quotation.internal.ParsedText;
import org.polylogue.discourse.quotation.internal.Repetitions;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;

/**
 * Finds quotations of every kind and their speakers, and tells them from words that are only
 * marked.
 *
 * <p>Direct, mixed and indirect quotations come from a trained model: it looks for the head of a
 * cue, for the extent of the content around it in the tree and between the marks, and for the
 * source. Block quotations and the turns of a dialogue come from rules over paragraphs. Speakers
 * come from names, roles and pronouns. Time is linear in the text. Immutable and thread-safe.
 */
public final class QuotationFinder {

  /** Attributions less sure than this are left out unless the caller says otherwise. */
  public static final double DEFAULT_MINIMUM_CONFIDENCE =
      DocumentReading.DEFAULT_MINIMUM_CONFIDENCE;

  static final String MODEL = "attribution.model";
  private static final String GRADES = "grades.model";

  private final AttributionModels models;
  private final AttributionDecoder decoder;
  private final Grader grader;
  private final OptionalDouble minimum;
  private final Optional<AttributionReader> reader;
  private final Optional<QuotationFinder> comments;

  private QuotationFinder(
      AttributionModels models,
      Grader grader,
      OptionalDouble minimum,
      Optional<AttributionReader> reader,
      Optional<QuotationFinder> comments) {
    this.models = models;
    this.reader = reader;
    this.comments = comments;
    this.grader = grader;
    this.minimum = minimum;
    this.decoder =
        new AttributionDecoder(
            models, Math.min(DocumentReading.LEAST, minimum.orElse(DocumentReading.LEAST)));
  }

  static InputStream shippedModel() throws IOException {
    return shipped(MODEL);
  }

  private static InputStream shipped(String name) throws IOException {
    InputStream in = QuotationFinder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is missing");
    }
    return in;
  }

  /**
   * A finder with the shipped models.
   *
   * @return the finder
   */
  public static QuotationFinder shipped() {
    try (InputStream in = shippedModel()) {
      return read(in, MODEL);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped attribution model", e);
    }
  }

  /**
   * A finder with a model of one's own and the shipped grades.
   *
   * @param model what {@code AttributionTraining} of the module training wrote, is not closed
   * @param name of the file, for messages
   * @return the finder
   * @throws IOException if this is no such model
   */
  public static QuotationFinder read(InputStream model, String name) throws IOException {
    return read(model, name, Optional.empty());
  }

  /**
   * A finder with a model of one's own that weighs what a reader says, and the shipped grades.
   *
   * @param model what {@code AttributionTraining} wrote that had such a reader, is not closed
   * @param name of the file, for messages
   * @param reader reads each text; it is the caller's to close
   * @return the finder
   * @throws IOException if this is no such model
   */
  public static QuotationFinder read(
      InputStream model, String name, Optional<AttributionReader> reader) throws IOException {
    try (InputStream grades = shipped(GRADES)) {
      return new QuotationFinder(
          AttributionModels.read(model, name),
          Grader.read(grades, GRADES),
          OptionalDouble.empty(),
          reader,
          Optional.empty());
    }
  }

  /**
   * The same finder with a model of grades of one's own.
   *
   * @param model what {@code GradeTraining} of the module training wrote, is not closed
   * @param name of the file, for messages
   * @return a finder
   * @throws IOException if this is no such model
   */
  public QuotationFinder withGrades(InputStream model, String name) throws IOException {
    return new QuotationFinder(models, Grader.read(model, name), minimum, reader, comments);
  }

  AttributionDecoder decoder() {
    return decoder;
  }

  /**
   * The same finder with another balance of precision and recall: quotations less sure than the
   * minimum are left out, and speakers less sure than it are unknown for that reason.
   *
   * @param confidence 0 (everything that comes into question) to 1 (almost nothing)
   * @return a finder
   * @throws IllegalArgumentException if the number is not in 0 to 1
   */
  public QuotationFinder withMinimumConfidence(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
    return new QuotationFinder(
        models,
        grader,
        OptionalDouble.of(confidence),
        reader,
        comments.map(other -> other.withMinimumConfidence(confidence)));
  }

  /**
   * The same finder, which leaves comments to another one.
   *
   * @param finder finds what comments quote
   * @return a finder
   */
  public QuotationFinder withComments(QuotationFinder finder) {
    return new QuotationFinder(models, grader, minimum, reader, Optional.of(finder));
  }

  /**
   * The test of sentences that need a parse, with this finder's model.
   *
   * @return the test, for a language engine
   */
  public ParseNeed parseNeed() {
    return new ParseNeed(models);
  }

  /**
   * Finds what a document quotes. Speakers are named as this document names them, and the id of a
   * speaker is its name.
   *
   * @param document the document
   * @param annotated its tokens with tags and lemmas, its trees and names
   * @return quotations and marked expressions
   */
  public Quotations find(Document document, AnnotatedText annotated) {
    QuotationFinder finder = of(document);
    ParsedText text = finder.parsed(document, annotated);
    return finder.read(document, text, Cast.of(text), null);
  }

  /**
   * Finds what a document quotes, with the actors of its conversation as speakers.
   *
   * @param document the document
   * @param annotated its tokens with tags and lemmas, its trees and names
   * @param entities the actors of the conversation that the document belongs to
   * @return quotations and marked expressions
   */
  public Quotations find(Document document, AnnotatedText annotated, Entities entities) {
    return find(document, annotated, entities, null);
  }

  Quotations find(
      Document document, AnnotatedText annotated, Entities entities, Repetitions repetitions) {
    QuotationFinder finder = of(document);
    ParsedText text = finder.parsed(document, annotated);
    return finder.read(document, text, Cast.of(entities, document.id()), repetitions);
  }

  /** A sentence that needs no parse needs no reading either. */
  private ParsedText parsed(Document document, AnnotatedText annotated) {
    ParseNeed need = parseNeed();
    return ParsedText.of(
        annotated, document.blocks(), reader, sentence -> need.test(sentence.tokens()));
  }

  private QuotationFinder of(Document document) {
    return document instanceof Comment ? comments.orElse(this) : this;
  }

  private Quotations read(Document document, ParsedText text, Cast cast, Repetitions repetitions) {
    DocumentReading reading =
        new DocumentReading(text, document, cast, decoder, grader, repetitions, minimum);
    return new Quotations(reading.quotations(), reading.expressions());
  }
}
