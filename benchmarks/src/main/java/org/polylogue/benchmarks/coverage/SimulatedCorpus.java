package org.polylogue.benchmarks.coverage;

import java.util.SplittableRandom;
import org.polylogue.validation.estimate.SampleDesign;

/**
 * A corpus whose truth is known: rows in articles of one of two outlets, with a truth that depends
 * on the outlet, on a measure of the row and on its article, and a machine whose errors depend on
 * the outlet too, as errors do. The outlets differ by chance in size.
 */
final class SimulatedCorpus {

  private static final int ROWS_IN_ARTICLE = 5;
  private static final double BASE = -.4;
  private static final double OUTLET = .5;
  private static final double MEASURE = .4;
  private static final double ARTICLE = .8;
  private static final double[] MISSED = {.10, .25};
  private static final double[] FALSE_ALARM = {.25, .08};

  /** Whether the truth is one; a second truth is a number. */
  final double[] truth;

  final double[] number;
  final double[] machine;
  final double[] machineNumber;
  final double[][] covariates;
  final int[] outlet;
  final SampleDesign design;

  /** A corpus with a sample of coded rows, by the machine's label if stratified. */
  SimulatedCorpus(int rows, int coded, boolean stratified, SplittableRandom random) {
    truth = new double[rows];
    number = new double[rows];
    machine = new double[rows];
    machineNumber = new double[rows];
    covariates = new double[rows][];
    outlet = new int[rows];
    int[] article = new int[rows];
    double mood = 0;
    int where = 0;
    for (int i = 0; i < rows; i++) {
      if (i % ROWS_IN_ARTICLE == 0) {
        mood = ARTICLE * random.nextGaussian();
        where = random.nextDouble() < .4 ? 1 : 0;
      }
      article[i] = i / ROWS_IN_ARTICLE;
      outlet[i] = where;
      double measure = random.nextGaussian();
      covariates[i] = new double[] {1, where, measure};
      double odds = BASE + OUTLET * where + MEASURE * measure + mood;
      truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
      double wrong = truth[i] == 1 ? MISSED[where] : FALSE_ALARM[where];
      machine[i] = random.nextDouble() < wrong ? 1 - truth[i] : truth[i];
      number[i] = odds + random.nextGaussian();
      machineNumber[i] = .7 * number[i] + (where == 1 ? .3 : -.1) + .5 * random.nextGaussian();
    }
    int[] stratum = new int[rows];
    for (int i = 0; stratified && i < rows; i++) {
      stratum[i] = (int) machine[i];
    }
    design = SampleDesign.of(stratum, drawn(stratum, coded, stratified ? 2 : 1, random), article);
  }

  /** Equally many of each stratum. */
  private static boolean[] drawn(int[] stratum, int coded, int strata, SplittableRandom random) {
    int rows = stratum.length;
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    int[] left = new int[strata];
    for (int h = 0; h < strata; h++) {
      left[h] = coded / strata;
    }
    boolean[] drawn = new boolean[rows];
    for (int i : order) {
      if (left[stratum[i]] > 0) {
        left[stratum[i]]--;
        drawn[i] = true;
      }
    }
    return drawn;
  }
}
