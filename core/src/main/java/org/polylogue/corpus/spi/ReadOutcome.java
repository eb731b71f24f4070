package org.polylogue.corpus.spi;

import java.util.List;
import java.util.Objects;
import org.polylogue.model.Conversation;

/** How one item of a corpus ended: read, or failed with its place and cause; nothing between. */
public sealed interface ReadOutcome {

  /**
   * Where the item stands.
   *
   * @return its place
   */
  Place place();

  /**
   * The item was read.
   *
   * @param place where it stands
   * @param conversation the article and its comments
   * @param notices what the reader set aside or could not place, in source order, possibly none
   */
  record Read(Place place, Conversation conversation, List<Notice> notices) implements ReadOutcome {
    /** Checks that all parts are there. */
    public Read {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(conversation, "conversation");
      notices = List.copyOf(notices);
    }
  }

  /**
   * The item could not be read. Items before and after it are not affected.
   *
   * @param place where the fault is
   * @param reason what is wrong and how to mend it, one line for people
   */
  record Failed(Place place, String reason) implements ReadOutcome {
    /** Checks that both parts are there. */
    public Failed {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
