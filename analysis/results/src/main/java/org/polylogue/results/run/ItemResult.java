package org.polylogue.results.run;

import java.util.List;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;

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
   * @param notices what was noticed after it was read: what was left out or cut because of its
   *     size, and what the run doubts
   * @param <I> an item
   */
  record Analysed<I>(I item, ReadOutcome.Read read, Discourse discourse, List<Notice> notices)
      implements ItemResult<I> {
    /** Copies the notices. */
    public Analysed {
      notices = List.copyOf(notices);
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
