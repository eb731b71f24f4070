package org.polylogue.results;

import org.polylogue.model.StanceLabel;

/** Short names of sealed values in JSON. */
final class Labels {

  private Labels() {}

  static String scheme(StanceLabel label) {
    return label instanceof StanceLabel.Favor ? "favor" : "agreement";
  }
}
