package org.polylogue.results.run;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Document;

/**
 * What became of one item of a corpus. Immutable.
 *
 * @param <I> an item, of which a {@link ReadOutcome} is known
 */
public sealed interface ItemResult<I> {

  /**
   * The item.
   *
   * @return as it was given
   */
  I item();

  /**
   * It was read and analysed.
   *
   * @param item the item
   * @param read what was read
   * @param discourse what was found
   * @param overLimit what was left out or cut because of its size, one line each
   * @param <I> an item
   */
  record Analysed<I>(I item, ReadOutcome.Read read, Discourse discourse, List<String> overLimit)
      implements ItemResult<I> {
    /** Copies the lines. */
    public Analysed {
      overLimit = List.copyOf(overLimit);
    }

    /**
     * What was noticed after it was read.
     *
     * @param doubt what is to be noticed of a document
     * @return what is over a limit, then the doubts in the order of the documents
     */
    public List<Notice> later(Function<Document, List<Notice>> doubt) {
      return Stream.concat(
              overLimit.stream().map(reason -> new Notice(Notice.Kind.OVER_LIMIT, 0, "", reason)),
              discourse.conversation().documents().stream()
                  .flatMap(document -> doubt.apply(document).stream()))
          .toList();
    }
  }

  /**
   * It could not be read.
   *
   * @param item the item
   * @param failure where and why
   * @param <I> an item
   */
  record Unread<I>(I item, ReadOutcome.Failed failure) implements ItemResult<I> {}

  /**
   * It was read, and an analysis failed.
   *
   * @param item the item
   * @param read what was read
   * @param stage the analysis that failed
   * @param cause place and reason, one line
   * @param <I> an item
   */
  record Failed<I>(I item, ReadOutcome.Read read, String stage, String cause)
      implements ItemResult<I> {}
}
