package org.polylogue.discourse.learning;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How often each right label met each predicted one, and the scores that follow. Immutable.
 *
 * <p>A label that was never right and never predicted has precision, recall and F1 of 0, as in
 * scikit-learn's default.
 */
public final class ConfusionMatrix {

  private final List<String> labels;
  private final int[][] counts;

  private ConfusionMatrix(List<String> labels, int[][] counts) {
    this.labels = List.copyOf(labels);
    this.counts = counts;
  }

  /**
   * Counts predictions.
   *
   * @param labels all labels there can be, in the order wanted
   * @param gold the right labels
   * @param predicted the predicted labels, equally many
   * @return the matrix
   * @throws IllegalArgumentException if the lists differ in length or hold a label that is not in
   *     {@code labels}
   */
  public static ConfusionMatrix of(List<String> labels, List<String> gold, List<String> predicted) {
    if (gold.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "gold and predicted differ in length: " + gold.size() + " and " + predicted.size());
    }
    int[][] counts = new int[labels.size()][labels.size()];
    for (int i = 0; i < gold.size(); i++) {
      int row = labels.indexOf(gold.get(i));
      int column = labels.indexOf(predicted.get(i));
      if (row < 0 || column < 0) {
        throw new IllegalArgumentException(
            "label not in " + labels + ": " + (row < 0 ? gold.get(i) : predicted.get(i)));
      }
      counts[row][column]++;
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** {@return the labels in the order of the matrix} */
  public List<String> labels() {
    return labels;
  }

  /**
   * One cell.
   *
   * @param gold the right label
   * @param predicted the predicted label
   * @return how often they met
   */
  public int count(String gold, String predicted) {
    return counts[index(gold)][index(predicted)];
  }

  /**
   * Precision of a label.
   *
   * @param label a label
   * @return right predictions of it among all its predictions, 0…1
   */
  public double precision(String label) {
    int k = index(label);
    int all = 0;
    for (int[] row : counts) {
      all += row[k];
    }
    return all == 0 ? 0 : (double) counts[k][k] / all;
  }

  /**
   * Recall of a label.
   *
   * @param label a label
   * @return right predictions of it among all items of it, 0…1
   */
  public double recall(String label) {
    int k = index(label);
    int all = 0;
    for (int count : counts[k]) {
      all += count;
    }
    return all == 0 ? 0 : (double) counts[k][k] / all;
  }

  /**
   * F1 of a label.
   *
   * @param label a label
   * @return harmonic mean of precision and recall, 0…1
   */
  public double f1(String label) {
    double precision = precision(label);
    double recall = recall(label);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * Mean F1 over some labels, as SemEval-2016 Task 6 takes it over FAVOR and AGAINST.
   *
   * @param some labels
   * @return the unweighted mean, 0…1
   */
  public double meanF1(Collection<String> some) {
    return some.stream().mapToDouble(this::f1).average().orElse(0);
  }

  /** {@return the mean F1 over all labels, 0…1} */
  public double macroF1() {
    return meanF1(labels);
  }

  /** {@return the share of right predictions, 0…1; 0 if there is none at all} */
  public double accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      for (int count : counts[i]) {
        all += count;
      }
    }
    return all == 0 ? 0 : (double) right / all;
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("no label " + label + " in " + labels);
    }
    return index;
  }

  /**
   * {@return a table: a row per right label, a column per predicted label, then precision, recall
   * and F1}
   */
  public String table() {
    int width = Math.max(8, labels.stream().mapToInt(String::length).max().orElse(0) + 1);
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s", "gold"));
    labels.forEach(label -> text.append(String.format(Locale.ROOT, "%" + width + "s", label)));
    text.append("        P      R     F1\n");
    for (int i = 0; i < labels.size(); i++) {
      text.append(String.format(Locale.ROOT, "%-" + width + "s", labels.get(i)));
      for (int count : counts[i]) {
        text.append(String.format(Locale.ROOT, "%" + width + "d", count));
      }
      String label = labels.get(i);
      text.append(
          String.format(
                  Locale.ROOT, "    %.3f  %.3f  %.3f%n", precision(label), recall(label), f1(label))
              .replace(System.lineSeparator(), "\n"));
    }
    return text.toString();
  }
}
