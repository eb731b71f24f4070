package org.polylogue.corpus.spi;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Items that are read one after the other, each when it is asked for. For one thread. */
public abstract class OutcomeReader implements Iterator<ReadOutcome> {

  private ReadOutcome next;
  private boolean ended;

  /** Nothing is read yet. */
  protected OutcomeReader() {}

  /**
   * Reads the next item.
   *
   * @return what became of it; null at the end, after which nobody asks again
   */
  protected abstract ReadOutcome read();

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public final ReadOutcome next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ReadOutcome outcome = next;
    next = null;
    return outcome;
  }

  /**
   * The items as a stream, which reads them as it is consumed.
   *
   * @return in order
   */
  public final Stream<ReadOutcome> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
