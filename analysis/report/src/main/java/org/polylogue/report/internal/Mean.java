package org.polylogue.report.internal;

/** A running mean. */
final class Mean {

  private double sum;
  private long count;

  void add(double value) {
    sum += value;
    count++;
  }

  long count() {
    return count;
  }

  double sum() {
    return sum;
  }

  double value() {
    return sum / count;
  }
}
