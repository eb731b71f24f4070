package org.polylogue.discourse.quotation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.discourse.quotation.internal.GradeTrainer;
import org.polylogue.discourse.quotation.internal.ParsedText;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;
import org.polylogue.training.Trainer;

/**
 * Makes the model that tells how much of a report an attribution is, from attributions that
 * somebody graded. The same documents in the same order give the same bytes. Features are stored as
 * hashes, so that no text can be read back.
 */
public final class GradeTraining implements Trainer<GradeTraining.Example> {

  private final QuotationFinder finder;

  /**
   * A graded attribution.
   *
   * @param content what is attributed, at least one span, in order
   * @param cue the words that announce it, as the text has them
   * @param grade empty if nothing is attributed
   */
  public record Graded(List<Span> content, String cue, Optional<Quotation.Grade> grade) {

    /** Checks that all parts are there. */
    public Graded {
      content = List.copyOf(content);
      Objects.requireNonNull(cue, "cue");
      Objects.requireNonNull(grade, "grade");
      if (content.isEmpty()) {
        throw new IllegalArgumentException("an attribution needs content");
      }
    }
  }

  /**
   * A document to learn from.
   *
   * @param document its text and blocks
   * @param annotated its tokens, trees and names, as the finder will see them
   * @param graded its graded attributions
   */
  public record Example(Document document, AnnotatedText annotated, List<Graded> graded) {

    /** Copies the list. */
    public Example {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(annotated, "annotated");
      graded = List.copyOf(graded);
    }
  }

  /**
   * A training.
   *
   * @param finder tells the sources
   */
  public GradeTraining(QuotationFinder finder) {
    this.finder = Objects.requireNonNull(finder, "finder");
  }

  @Override
  public void train(List<Example> examples, OutputStream out) throws IOException {
    List<GradeTrainer.Case> cases = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      ParsedText text = ParsedText.of(example.annotated(), example.document().blocks());
      boolean comment = example.document() instanceof Comment;
      for (Graded graded : example.graded()) {
        int grade = graded.grade().map(Quotation.Grade::ordinal).orElse(GradeTrainer.NOTHING);
        cases.add(new GradeTrainer.Case(i, text, graded.content(), graded.cue(), comment, grade));
      }
    }
    GradeTrainer.train(finder.decoder(), cases).write(out);
  }
}
