package org.polylogue.discourse.quotation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.discourse.quotation.internal.AttributionTrainer;
import org.polylogue.discourse.quotation.internal.ParsedText;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Document;
import org.polylogue.text.Span;
import org.polylogue.training.Trainer;

/**
 * Makes the model of {@link QuotationFinder} from documents whose attributions were annotated by
 * hand. The same documents in the same order give the same bytes. A feature is kept only if it
 * occurs in at least three documents, and is stored as a hash, so that no text can be read back.
 */
public final class AttributionTraining implements Trainer<AttributionTraining.Example> {

  /**
   * An attribution that somebody annotated.
   *
   * @param content what is said, at least one span, in order
   * @param cue the words that signal it, possibly none
   * @param source the words that name its source, possibly none
   */
  public record Attribution(List<Span> content, List<Span> cue, List<Span> source) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no content
     */
    public Attribution {
      content = List.copyOf(content);
      cue = List.copyOf(cue);
      source = List.copyOf(source);
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
   * @param attributions what was annotated in it
   */
  public record Example(
      Document document, AnnotatedText annotated, List<Attribution> attributions) {

    /** Copies the list. */
    public Example {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(annotated, "annotated");
      attributions = List.copyOf(attributions);
    }
  }

  private final Function<Integer, Optional<AttributionReader>> readers;

  /** Trains models that weigh words, trees and marks alone. */
  public AttributionTraining() {
    this(document -> Optional.empty());
  }

  /**
   * Trains models that weigh what a reader says too.
   *
   * @param readers gives for a document, by its place, a reader that did not learn from it
   */
  public AttributionTraining(Function<Integer, Optional<AttributionReader>> readers) {
    this.readers = Objects.requireNonNull(readers, "readers");
  }

  @Override
  public void train(List<Example> examples, OutputStream out) throws IOException {
    List<AttributionTrainer.Example> cases = new ArrayList<>();
    for (Example example : examples) {
      List<AttributionTrainer.Gold> gold = new ArrayList<>();
      for (Attribution a : example.attributions()) {
        gold.add(new AttributionTrainer.Gold(a.content(), a.cue(), a.source()));
      }
      cases.add(
          new AttributionTrainer.Example(
              ParsedText.of(
                  example.annotated(),
                  example.document().blocks(),
                  readers.apply(cases.size()),
                  sentence -> true),
              gold));
    }
    AttributionTrainer.train(cases).write(out);
  }
}
