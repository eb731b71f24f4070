package org.polylogue.validation.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.polylogue.lexis.resampling.Interval;

/**
 * Means, differences and coefficients of regressions from the labels that a machine gave to all
 * rows, corrected by the codes that people gave to a sample of them.
 *
 * <p>With y the code, ŷ the machine's label, x the covariates, μ(x'θ) the mean that the model
 * expects, R whether a row is coded and π the probability that it was drawn, θ solves
 *
 * <p>Σ x [ λ (ŷ − μ) + (R/π) ((y − μ) − λ (ŷ − μ)) ] = 0.
 *
 * <p>λ = 1 is design-based supervised learning (Egami, Hinck, Stewart, Wei 2023) and
 * prediction-powered inference (Angelopoulos et al. 2023); λ = 0 uses the coded rows alone; λ is
 * chosen for each coefficient so that its variance is least (PPI++, Angelopoulos, Duchi, Zrnic
 * 2023), within 0 to 1. The expectation of the sum is that of a regression on codes of all rows
 * whatever the machine's errors are, since π is known. The variance is that of the terms of the sum
 * added up by cluster; within a stratum the coded part is centred, as a fixed number of rows is
 * drawn. Intervals use Student's t, and are of the source that rows come from, not of these rows
 * alone. Immutable and thread-safe.
 */
public final class CorrectedEstimates {

  private static final int MOST_STEPS = 60;
  private static final double CLOSE = 1e-12;

  /** Log odds that no data can tell from certainty. */
  private static final double CERTAIN = 20;

  /** How the mean of a row depends on its covariates. */
  public enum Model {
    /** The mean is their weighted sum. */
    LINEAR,
    /** The log odds are; codes lie in 0 to 1. */
    LOGISTIC
  }

  private final SampleDesign design;
  private final double level;

  private CorrectedEstimates(SampleDesign design, double level) {
    this.design = design;
    this.level = level;
  }

  /**
   * Estimates by a sample.
   *
   * @param design which rows were coded
   * @param level of the intervals, over 0 and under 1, usually 0.95
   * @return the estimates
   */
  public static CorrectedEstimates of(SampleDesign design, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1, not " + level);
    }
    return new CorrectedEstimates(design, level);
  }

  /**
   * The mean, or a share if values are 0 and 1.
   *
   * @param machine the machine's value of each row
   * @param people the people's value of each coded row; others are not looked at
   * @return the mean of all rows
   */
  public CorrectedEstimate mean(double[] machine, double[] people) {
    double[][] one = new double[machine.length][];
    Arrays.fill(one, new double[] {1});
    return regression(Model.LINEAR, machine, people, one).get(0);
  }

  /**
   * A regression.
   *
   * @param model how means depend on covariates
   * @param machine the machine's value of each row
   * @param people the people's value of each coded row; others are not looked at
   * @param covariates of each row, known without coding; a constant is one of them if it is wanted
   * @return one estimate for each covariate
   * @throws IllegalArgumentException if numbers of rows differ, a value is not finite, covariates
   *     depend on each other, or no coefficients fit, as where covariates tell all codes apart
   */
  public List<CorrectedEstimate> regression(
      Model model, double[] machine, double[] people, double[][] covariates) {
    if (machine.length != design.rows()
        || people.length != machine.length
        || covariates.length != machine.length) {
      throw new IllegalArgumentException("values for other rows than the " + design.rows());
    }
    Fit fit = new Fit(design, model, machine, people, covariates);
    double[] start = fit.solved(1, new double[fit.size]);
    double[] naive = fit.naive();
    double[] alone = fit.solved(0, start);
    List<CorrectedEstimate> estimates = new ArrayList<>();
    for (int k = 0; k < fit.size; k++) {
      double trust = fit.trust(k, start);
      double[] corrected = fit.solved(trust, start);
      Spread spread = fit.spread(k, trust, corrected);
      estimates.add(
          new CorrectedEstimate(
              interval(corrected[k], spread.variance(), design.degreesOfFreedom()),
              interval(naive[k], fit.naiveVariance(k, naive), Math.max(1, design.clusters() - 1)),
              interval(alone[k], fit.spread(k, 0, alone).variance(), design.degreesOfFreedom()),
              trust,
              spread.furtherRows(design)));
    }
    return estimates;
  }

  private Interval interval(double estimate, double variance, int freedom) {
    double half =
        TDistribution.of(freedom).inverseCumulativeProbability(1 - (1 - level) / 2)
            * Math.sqrt(variance);
    return new Interval(estimate, estimate - half, estimate + half, level);
  }

  /**
   * A variance and its parts.
   *
   * @param first the part that goes down with the number of coded rows
   * @param all what is taken from it since rows are drawn without replacement
   */
  private record Spread(double variance, double first, double all) {

    OptionalInt furtherRows(SampleDesign design) {
      double stays = Math.max(0, variance - first + all);
      double left = variance / 4 - stays + all;
      int coded = design.coded();
      double times = first / left;
      return left > 0 && times * coded <= design.rows()
          ? OptionalInt.of((int) Math.ceil(Math.max(0, times - 1) * coded))
          : OptionalInt.empty();
    }
  }

  private static final class Fit {
    private final SampleDesign design;
    private final Model model;
    private final double[] machine;
    private final double[] people;
    private final double[][] covariates;
    private final int size;

    Fit(
        SampleDesign design,
        Model model,
        double[] machine,
        double[] people,
        double[][] covariates) {
      this.design = design;
      this.model = model;
      this.machine = machine;
      this.people = people;
      this.covariates = covariates;
      this.size = covariates[0].length;
      for (int i = 0; i < machine.length; i++) {
        check(machine[i]);
        if (design.isCoded(i)) {
          check(people[i]);
        }
        for (double covariate : covariates[i]) {
          check(covariate);
        }
      }
    }

    private static void check(double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value is " + value);
      }
    }

    double[] naive() {
      return solved(machine.clone(), ones(), new double[size]);
    }

    private double[] ones() {
      double[] ones = new double[machine.length];
      Arrays.fill(ones, 1);
      return ones;
    }

    /** The coefficients for a trust in the machine. */
    double[] solved(double trust, double[] start) {
      double[] wanted = new double[machine.length];
      double[] counted = new double[machine.length];
      for (int i = 0; i < machine.length; i++) {
        double weight = design.weight(i);
        wanted[i] =
            trust * machine[i] + (weight > 0 ? weight * (people[i] - trust * machine[i]) : 0);
        counted[i] = trust + weight * (1 - trust);
      }
      return solved(wanted, counted, start);
    }

    /** Newton's method on Σ x (wanted − counted μ) = 0, with steps that are halved if too long. */
    private double[] solved(double[] wanted, double[] counted, double[] start) {
      double[] theta = start.clone();
      double best = Double.POSITIVE_INFINITY;
      double[] step = new double[size];
      for (int n = 0; n < MOST_STEPS; n++) {
        double[] gradient = new double[size];
        double scale = 0;
        for (int i = 0; i < machine.length; i++) {
          double rest = wanted[i] - counted[i] * mean(theta, i);
          for (int k = 0; k < size; k++) {
            gradient[k] += rest * covariates[i][k];
            scale += Math.abs(wanted[i] * covariates[i][k]);
          }
        }
        double length = Arrays.stream(gradient).map(Math::abs).sum();
        if (length <= CLOSE * Math.max(1, scale)) {
          if (!isCertain(theta)) {
            return theta;
          }
          break;
        }
        if (length >= best) {
          for (int k = 0; k < size; k++) {
            step[k] /= 2;
            theta[k] -= step[k];
          }
          continue;
        }
        best = length;
        DMatrixRMaj inverse = inverse(theta, counted);
        for (int k = 0; k < size; k++) {
          step[k] = 0;
          for (int j = 0; j < size; j++) {
            step[k] += inverse.get(k, j) * gradient[j];
          }
          theta[k] += step[k];
        }
      }
      throw new IllegalArgumentException(
          "no coefficients fit: a covariate may tell all codes apart, or too few rows are coded");
    }

    private boolean isCertain(double[] theta) {
      for (int i = 0; model == Model.LOGISTIC && i < machine.length; i++) {
        if (Math.abs(sum(theta, i)) > CERTAIN) {
          return true;
        }
      }
      return false;
    }

    private double sum(double[] theta, int row) {
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += theta[k] * covariates[row][k];
      }
      return sum;
    }

    private double mean(double[] theta, int row) {
      double sum = sum(theta, row);
      return model == Model.LINEAR ? sum : 1 / (1 + Math.exp(-sum));
    }

    /** Of Σ counted μ' x x'. */
    private DMatrixRMaj inverse(double[] theta, double[] counted) {
      DMatrixRMaj sums = new DMatrixRMaj(size, size);
      for (int i = 0; i < machine.length; i++) {
        if (counted[i] == 0) {
          continue;
        }
        double mean = model == Model.LINEAR ? 0 : mean(theta, i);
        double slope = counted[i] * (model == Model.LINEAR ? 1 : mean * (1 - mean));
        for (int k = 0; k < size; k++) {
          for (int j = 0; j < size; j++) {
            sums.add(k, j, slope * covariates[i][k] * covariates[i][j]);
          }
        }
      }
      DMatrixRMaj inverse = new DMatrixRMaj(size, size);
      if (!CommonOps_DDRM.invert(sums, inverse) || !isFinite(inverse)) {
        throw new IllegalArgumentException(
            "the covariates depend on each other, or too few rows are coded to tell them apart");
      }
      return inverse;
    }

    private static boolean isFinite(DMatrixRMaj matrix) {
      return Arrays.stream(matrix.getData()).allMatch(Double::isFinite);
    }

    /** How far each row moves a coefficient, for one unit of its rest. */
    private double[] pulls(int coefficient, double[] theta) {
      DMatrixRMaj inverse = inverse(theta, ones());
      double[] pulls = new double[machine.length];
      for (int i = 0; i < pulls.length; i++) {
        for (int j = 0; j < size; j++) {
          pulls[i] += inverse.get(coefficient, j) * covariates[i][j];
        }
      }
      return pulls;
    }

    /** The λ of least variance. */
    double trust(int coefficient, double[] theta) {
      double[] pulls = pulls(coefficient, theta);
      double[] byPeople = rests(people, pulls, theta);
      double[] byMachine = rests(machine, pulls, theta);
      double[] fixed = byCluster(centred(byPeople));
      double[] centred = centred(byMachine);
      for (int i = 0; i < centred.length; i++) {
        centred[i] -= byMachine[i];
      }
      double[] moving = byCluster(centred);
      double both = 0;
      double square = 0;
      for (int g = 0; g < fixed.length; g++) {
        both += fixed[g] * moving[g];
        square += moving[g] * moving[g];
      }
      return square == 0 ? 1 : Math.max(0, Math.min(1, both / square));
    }

    private double[] rests(double[] values, double[] pulls, double[] theta) {
      double[] rests = new double[values.length];
      for (int i = 0; i < rests.length; i++) {
        if (values == machine || design.isCoded(i)) {
          rests[i] = pulls[i] * (values[i] - mean(theta, i));
        }
      }
      return rests;
    }

    private double[] means(double[] values) {
      double[] means = new double[design.strata()];
      for (int i = 0; i < values.length; i++) {
        means[design.stratum(i)] += design.isCoded(i) ? values[i] : 0;
      }
      for (int h = 0; h < means.length; h++) {
        means[h] /= Math.max(1, design.codedOf(h));
      }
      return means;
    }

    /** The mean of the stratum's coded rows, and how far coded rows are from it, times weight. */
    private double[] centred(double[] values) {
      double[] means = means(values);
      double[] centred = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        int h = design.stratum(i);
        centred[i] = means[h];
        if (design.isCoded(i)) {
          centred[i] += design.spread(h) * design.weight(i) * (values[i] - means[h]);
        }
      }
      return centred;
    }

    private double[] byCluster(double[] terms) {
      double[] sums = new double[design.highestCluster() + 1];
      for (int i = 0; i < terms.length; i++) {
        sums[design.cluster(i)] += terms[i];
      }
      return sums;
    }

    private double variance(double[] terms) {
      double square = Arrays.stream(byCluster(terms)).map(sum -> sum * sum).sum();
      return square * design.clusters() / (design.clusters() - 1.0);
    }

    double naiveVariance(int coefficient, double[] theta) {
      return variance(rests(machine, pulls(coefficient, theta), theta));
    }

    Spread spread(int coefficient, double trust, double[] theta) {
      double[] pulls = pulls(coefficient, theta);
      double[] byMachine = rests(machine, pulls, theta);
      double[] apart = rests(people, pulls, theta);
      for (int i = 0; i < apart.length; i++) {
        apart[i] -= trust * byMachine[i];
      }
      double[] means = means(apart);
      double[] terms = centred(apart);
      double first = 0;
      double all = 0;
      for (int i = 0; i < terms.length; i++) {
        terms[i] += trust * byMachine[i];
        if (design.isCoded(i)) {
          int h = design.stratum(i);
          double off = design.spread(h) * (apart[i] - means[h]);
          first += design.weight(i) * design.weight(i) * off * off;
          all += design.weight(i) * off * off;
        }
      }
      return new Spread(variance(terms), first, all);
    }
  }
}
