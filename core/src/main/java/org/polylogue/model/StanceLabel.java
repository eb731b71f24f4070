package org.polylogue.model;

/**
 * A side taken, in the labels of a published scheme. Schemes are kept apart; crossing from one to
 * another is an explicit conversion.
 */
public sealed interface StanceLabel {

  /**
   * The label's name in its scheme.
   *
   * @return such as {@code FAVOR}
   */
  String name();

  /**
   * The scheme, in a word for tables and files.
   *
   * @return {@code favor} or {@code agreement}
   */
  String scheme();

  /** Stance towards a target, as in SemEval-2016 task 6 (Mohammad et al. 2016). */
  enum Favor implements StanceLabel {
    /** For the target. */
    FAVOR,
    /** Against the target. */
    AGAINST,
    /** Neither can be read from the text. */
    NONE;

    @Override
    public String scheme() {
      return "favor";
    }
  }

  /** Stance of a reply towards what it answers, as in Lei and Huang (2022). */
  enum Agreement implements StanceLabel {
    /** Agrees. */
    AGREE,
    /** Neither. */
    NEUTRAL,
    /** Disagrees. */
    DISAGREE,
    /** Sincerely asks, as in RumourEval (Derczynski et al. 2017); takes no side. */
    QUERY;

    @Override
    public String scheme() {
      return "agreement";
    }
  }
}
