package org.polylogue.report.internal;

import org.polylogue.model.StanceLabel;

/**
 * How the report's figures bring the labels of two schemes together: in favour and agreeing count
 * as for, against and disagreeing as against, none and neutral as neither. The label itself is
 * shown with each article.
 */
enum Side {
  FOR,
  AGAINST,
  NEITHER;

  static Side of(StanceLabel label) {
    if (label == StanceLabel.Favor.FAVOR || label == StanceLabel.Agreement.AGREE) {
      return FOR;
    }
    if (label == StanceLabel.Favor.AGAINST || label == StanceLabel.Agreement.DISAGREE) {
      return AGAINST;
    }
    return NEITHER;
  }
}
