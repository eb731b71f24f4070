package org.polylogue.samples.golden;

import java.util.ArrayList;
import java.util.List;

/** How many things were as expected, and which were not. */
final class Tally {

  private int asked;
  private final List<String> wrong = new ArrayList<>();

  void note(String what, boolean right) {
    asked++;
    if (!right) {
      wrong.add(what);
    }
  }

  /** 0 to 1; 0 if nothing was asked. */
  double share() {
    return asked == 0 ? 0 : 1 - wrong.size() / (double) asked;
  }

  @Override
  public String toString() {
    return wrong.size() + " of " + asked + " wrong:\n" + String.join("\n", wrong) + "\n";
  }
}
