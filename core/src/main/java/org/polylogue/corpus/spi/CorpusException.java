package org.polylogue.corpus.spi;

import java.util.Objects;

/**
 * A source or a part of it that cannot be read. The message says what is wrong and how to mend it;
 * the place says where.
 */
public final class CorpusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  /**
   * A fault at a place.
   *
   * @param place where it is
   * @param reason what is wrong and how to mend it, one line for people
   */
  public CorpusException(Place place, String reason) {
    super(Objects.requireNonNull(reason, "reason"));
    this.place = Objects.requireNonNull(place, "place");
  }

  /**
   * Where the fault is.
   *
   * @return the place
   */
  public Place place() {
    return place;
  }

  /**
   * The same fault as an outcome.
   *
   * @return a failure with this place and reason
   */
  public ReadOutcome.Failed asOutcome() {
    return new ReadOutcome.Failed(place, getMessage());
  }
}
