package org.polylogue.discourse.stance;

import java.util.Objects;
import org.polylogue.model.StanceLabel;

/**
 * A coded pair for training.
 *
 * @param parent what is answered
 * @param reply the answer
 * @param label whether it agrees
 */
public record ReplyExample(String parent, String reply, StanceLabel.Agreement label) {

  /** Checks that all parts are there. */
  public ReplyExample {
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(label, "label");
  }
}
