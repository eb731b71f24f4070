package org.polylogue.lexis.collocation;

import java.util.function.ToDoubleFunction;

/** Measures by which collocates can be ordered, the greatest first. */
public enum Association {
  /** Log-likelihood; negative where the two avoid each other. */
  LOG_LIKELIHOOD(c -> (c.table().isAttracted() ? 1 : -1) * c.table().logLikelihood()),
  /** Mutual information. */
  MI(c -> c.table().mutualInformation()),
  /** MI³. */
  MI3(c -> c.table().cubedMutualInformation()),
  /** t-score. */
  T(c -> c.table().tScore()),
  /** z-score. */
  Z(c -> c.table().zScore()),
  /** logDice. */
  LOG_DICE(Collocate::logDice),
  /** ΔP of the collocate given the node. */
  DELTA_P_COLLOCATE(c -> c.table().deltaPColumnGivenRow()),
  /** ΔP of the node given the collocate. */
  DELTA_P_NODE(c -> c.table().deltaPRowGivenColumn()),
  /** How often the two meet. */
  COUNT(c -> c.table().o11());

  private final ToDoubleFunction<Collocate> value;

  Association(ToDoubleFunction<Collocate> value) {
    this.value = value;
  }

  /**
   * The measure of a collocate.
   *
   * @param collocate the collocate
   * @return its value, finite if the two meet at all
   */
  public double of(Collocate collocate) {
    return value.applyAsDouble(collocate);
  }
}
