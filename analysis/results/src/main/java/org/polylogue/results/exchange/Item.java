package org.polylogue.results.exchange;

import java.util.Objects;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.Place;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;

/** One item of an input that is converted or compared. */
public sealed interface Item {

  /**
   * An article with comments, not analysed.
   *
   * @param conversation what was read
   */
  record Plain(Conversation conversation) implements Item {
    /** Checks that it is there. */
    public Plain {
      Objects.requireNonNull(conversation, "conversation");
    }
  }

  /**
   * An article with comments and everything found in them.
   *
   * @param discourse a line of {@code discourse.jsonl}
   */
  record Analysed(Discourse discourse) implements Item {
    /** Checks that it is there. */
    public Analysed {
      Objects.requireNonNull(discourse, "discourse");
    }
  }

  /**
   * A text with layers of an annotation tool.
   *
   * @param document the text
   */
  record Layered(LayeredText document) implements Item {
    /** Checks that it is there. */
    public Layered {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * Something that could not be read.
   *
   * @param place where the fault is
   * @param reason what is wrong
   */
  record Unreadable(Place place, String reason) implements Item {
    /** Checks that both parts are there. */
    public Unreadable {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
