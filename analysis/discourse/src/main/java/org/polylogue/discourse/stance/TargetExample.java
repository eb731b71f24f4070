package org.polylogue.discourse.stance;

import java.util.Objects;
import org.polylogue.model.StanceLabel;

/**
 * A coded text for training.
 *
 * @param text what somebody wrote
 * @param target an actor or a claim, perhaps not mentioned in the text
 * @param label the stance towards it
 */
public record TargetExample(String text, String target, StanceLabel.Favor label) {

  /** Checks that all parts are there. */
  public TargetExample {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(label, "label");
  }
}
