package org.polylogue.lexis.scaling;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.polylogue.lexis.count.CountRows;

/**
 * Wordfish (Slapin and Proksch 2008): text i has word j as often as a Poisson distribution with the
 * mean exp(α<sub>i</sub> + ψ<sub>j</sub> + β<sub>j</sub> θ<sub>i</sub>) says, so that texts find
 * their places θ without any reference. Places have mean 0 and standard deviation 1; which end is
 * left is told by two texts.
 *
 * <p>Texts and words are estimated in turn, each by Newton's method with α or ψ put in its best
 * place, until no place moves; the start is the first axis of a correspondence analysis. β has a
 * normal prior with standard deviation 3, as in the R package austin. The standard error of a place
 * is that of the multinomial form, 1 / √(n Var(β)), with words taken as known; {@link #bootstrap}
 * gives a more honest one where texts belong together. Takes time for texts × words in each round,
 * and 8 bytes for each word and text. Immutable and thread-safe.
 */
public final class Wordfish implements TextScale {

  private static final double PRIOR_VARIANCE = 9;
  private static final int MOST_ROUNDS = 2_000;
  private static final double STILL = 1e-7;

  private final double[] psi;
  private final double[] beta;
  private final double[] theta;
  private final boolean converged;

  private Wordfish(double[] psi, double[] beta, double[] theta, boolean converged) {
    this.psi = psi;
    this.beta = beta;
    this.theta = theta;
    this.converged = converged;
  }

  /**
   * Finds the places.
   *
   * @param rows texts; one without words gets no place
   * @param left a row that is to the left
   * @param right a row that is to the right
   * @return the scale
   * @throws IllegalArgumentException if fewer than three texts or words remain, or left or right
   *     has no word
   */
  public static Wordfish fit(CountRows rows, int left, int right) {
    Fit fit = new Fit(rows);
    if (fit.totals[left] == 0 || fit.totals[right] == 0 || left == right) {
      throw new IllegalArgumentException(
          "rows " + left + " and " + right + " cannot tell left from right; take two with words");
    }
    boolean converged = fit.run();
    if (fit.theta[left] > fit.theta[right]) {
      fit.turn();
    }
    return new Wordfish(fit.psi, fit.beta, fit.theta, converged);
  }

  /**
   * Tells whether the places came to rest.
   *
   * @return false if they still moved after 2000 rounds, for instance because texts share few words
   */
  public boolean converged() {
    return converged;
  }

  /**
   * The place of a text that the scale was made of.
   *
   * @param row from 0
   * @return NaN if it has no word
   */
  public double place(int row) {
    return theta[row];
  }

  @Override
  public double weight(int column) {
    return beta[column];
  }

  @Override
  public Optional<Position> position(Map<Integer, Integer> counts) {
    double total = 0;
    double weighted = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (!Double.isNaN(beta[entry.getKey()])) {
        total += entry.getValue();
        weighted += entry.getValue() * beta[entry.getKey()];
      }
    }
    if (total == 0) {
      return Optional.empty();
    }
    Newton newton = new Newton(psi, beta);
    double place = newton.maximum(0, total, weighted, Double.POSITIVE_INFINITY);
    newton.look(place);
    double error = 1 / Math.sqrt(total * newton.variance);
    return Optional.of(new Position(place, error, (long) total));
  }

  /**
   * The greatest of x · weighted − total · ln Σ exp(offset + x · slope) − x² / (2 · prior), which
   * is concave in x.
   */
  private static final class Newton {
    private final double[] offsets;
    private final double[] slopes;
    private double mean;
    private double variance;
    private double logSum;

    Newton(double[] offsets, double[] slopes) {
      this.offsets = offsets;
      this.slopes = slopes;
    }

    /** Mean and variance of the slopes at x; what is NaN is left out. */
    void look(double x) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < offsets.length; i++) {
        double log = offsets[i] + x * slopes[i];
        most = log > most ? log : most;
      }
      double sum = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < offsets.length; i++) {
        double p = Math.exp(offsets[i] + x * slopes[i] - most);
        if (p > 0) {
          sum += p;
          first += p * slopes[i];
          second += p * slopes[i] * slopes[i];
        }
      }
      mean = first / sum;
      variance = Math.max(second / sum - mean * mean, 1e-12);
      logSum = most + Math.log(sum);
    }

    double maximum(double start, double total, double weighted, double prior) {
      double x = start;
      look(x);
      double value = value(x, total, weighted, prior);
      for (int step = 0; step < 100; step++) {
        double slope = weighted - total * mean - x / prior;
        double move = slope / (total * variance + 1 / prior);
        move = Math.max(-1, Math.min(1, move));
        if (Math.abs(move) < STILL / 100) {
          break;
        }
        double next = x + move;
        look(next);
        double better = value(next, total, weighted, prior);
        while (better < value - 1e-9 * Math.abs(value) && Math.abs(move) > STILL / 100) {
          move /= 2;
          next = x + move;
          look(next);
          better = value(next, total, weighted, prior);
        }
        x = next;
        value = better;
      }
      return x;
    }

    private double value(double x, double total, double weighted, double prior) {
      return x * weighted - total * logSum - x * x / (2 * prior);
    }
  }

  /** The numbers that change while places are found. */
  private static final class Fit {
    private final CountRows rows;
    private final double[] totals;
    private final double[] wordTotals;
    private final double[] alpha;
    private final double[] theta;
    private final double[] psi;
    private final double[] beta;

    Fit(CountRows rows) {
      this.rows = rows;
      totals = new double[rows.rows()];
      wordTotals = new double[rows.columns()];
      for (int row = 0; row < totals.length; row++) {
        for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
          totals[row] += rows.count(cell);
          wordTotals[rows.column(cell)] += rows.count(cell);
        }
      }
      long texts = Arrays.stream(totals).filter(total -> total > 0).count();
      long words = Arrays.stream(wordTotals).filter(total -> total > 0).count();
      if (texts < 3 || words < 3) {
        throw new IllegalArgumentException(
            "Wordfish needs three texts and three words, not " + texts + " and " + words);
      }
      alpha = logs(totals);
      psi = logs(wordTotals);
      beta = new double[psi.length];
      theta = new double[alpha.length];
    }

    private static double[] logs(double[] values) {
      return Arrays.stream(values).map(v -> v == 0 ? Double.NaN : Math.log(v)).toArray();
    }

    boolean run() {
      correspondence();
      for (int round = 0; round < MOST_ROUNDS; round++) {
        words();
        double[] before = theta.clone();
        texts();
        double moved = 0;
        for (int row = 0; row < theta.length; row++) {
          moved = totals[row] > 0 ? Math.max(moved, Math.abs(theta[row] - before[row])) : moved;
        }
        if (moved < STILL) {
          return true;
        }
      }
      return false;
    }

    /** First axis of a correspondence analysis by power iteration. */
    private void correspondence() {
      SplittableRandom random = new SplittableRandom(1);
      for (int row = 0; row < theta.length; row++) {
        theta[row] = totals[row] == 0 ? Double.NaN : random.nextDouble() - 0.5;
      }
      double[] ofWords = new double[beta.length];
      for (int round = 0; round < 100; round++) {
        double whole = 0;
        double mean = 0;
        for (int row = 0; row < theta.length; row++) {
          mean += totals[row] > 0 ? totals[row] * theta[row] : 0;
          whole += totals[row];
        }
        Arrays.fill(ofWords, 0);
        for (int row = 0; row < theta.length; row++) {
          for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
            int word = rows.column(cell);
            ofWords[word] += rows.count(cell) * (theta[row] - mean / whole) / wordTotals[word];
          }
        }
        for (int row = 0; row < theta.length; row++) {
          double sum = 0;
          for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
            sum += rows.count(cell) * ofWords[rows.column(cell)];
          }
          theta[row] = sum / totals[row];
        }
        standardise();
      }
    }

    private void words() {
      double[] weighted = new double[beta.length];
      for (int row = 0; row < theta.length; row++) {
        for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
          weighted[rows.column(cell)] += rows.count(cell) * theta[row];
        }
      }
      Newton newton = new Newton(alpha, theta);
      for (int word = 0; word < beta.length; word++) {
        if (wordTotals[word] == 0) {
          beta[word] = Double.NaN;
        } else {
          beta[word] = newton.maximum(beta[word], wordTotals[word], weighted[word], PRIOR_VARIANCE);
          newton.look(beta[word]);
          psi[word] = Math.log(wordTotals[word]) - newton.logSum;
        }
      }
    }

    private void texts() {
      Newton newton = new Newton(psi, beta);
      for (int row = 0; row < theta.length; row++) {
        if (totals[row] > 0) {
          double weighted = 0;
          for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
            weighted += rows.count(cell) * beta[rows.column(cell)];
          }
          theta[row] = newton.maximum(theta[row], totals[row], weighted, Double.POSITIVE_INFINITY);
          newton.look(theta[row]);
          alpha[row] = Math.log(totals[row]) - newton.logSum;
        }
      }
      standardise();
    }

    private void standardise() {
      double[] known = Arrays.stream(theta).filter(place -> !Double.isNaN(place)).toArray();
      double mean = Arrays.stream(known).average().orElse(0);
      double squares = Arrays.stream(known).map(place -> (place - mean) * (place - mean)).sum();
      double deviation = Math.sqrt(squares / (known.length - 1));
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("all texts have the same words in the same shares");
      }
      for (int row = 0; row < theta.length; row++) {
        theta[row] = (theta[row] - mean) / deviation;
      }
    }

    void turn() {
      for (int row = 0; row < theta.length; row++) {
        theta[row] = -theta[row];
      }
      for (int word = 0; word < beta.length; word++) {
        beta[word] = -beta[word];
      }
    }
  }
}
