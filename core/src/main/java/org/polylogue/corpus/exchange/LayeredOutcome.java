package org.polylogue.corpus.exchange;

import java.util.List;
import java.util.Objects;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;

/** How one annotated document ended: read, or failed with its place and cause. */
public sealed interface LayeredOutcome {

  /**
   * Where it stands.
   *
   * @return its place
   */
  Place place();

  /**
   * The document was read.
   *
   * @param place where it stands
   * @param document the text with its layers
   * @param notices what was left aside
   */
  record Read(Place place, LayeredText document, List<Notice> notices) implements LayeredOutcome {
    /** Checks that all parts are there. */
    public Read {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(document, "document");
      notices = List.copyOf(notices);
    }
  }

  /**
   * The document could not be read.
   *
   * @param place where the fault is
   * @param reason what is wrong and how to mend it
   */
  record Failed(Place place, String reason) implements LayeredOutcome {
    /** Checks that both parts are there. */
    public Failed {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
