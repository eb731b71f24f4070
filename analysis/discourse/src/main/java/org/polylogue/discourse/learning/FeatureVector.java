package org.polylogue.discourse.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjDoubleConsumer;

/**
 * Named numbers that describe one case. A feature that was never added is 0. Filled by one thread,
 * then only read.
 */
public final class FeatureVector {

  private final Map<String, Double> values = new LinkedHashMap<>(256);

  /** An empty vector. */
  public FeatureVector() {}

  /**
   * Adds to a feature.
   *
   * @param name the feature
   * @param value what to add to it
   * @throws IllegalArgumentException if the value is not finite
   */
  public void add(String name, double value) {
    Objects.requireNonNull(name, "name");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("feature " + name + " would become " + value);
    }
    if (value != 0) {
      values.merge(name, value, Double::sum);
    }
  }

  /**
   * Sets a feature to 1, however often it is marked.
   *
   * @param name the feature
   */
  public void mark(String name) {
    values.put(Objects.requireNonNull(name, "name"), 1.0);
  }

  /**
   * Sets a feature unless it was added before.
   *
   * @param name the feature
   * @param value its value
   * @throws IllegalArgumentException if the value is not finite
   */
  public void addOnce(String name, double value) {
    Objects.requireNonNull(name, "name");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("feature " + name + " would become " + value);
    }
    if (value != 0) {
      values.putIfAbsent(name, value);
    }
  }

  /**
   * A feature's value.
   *
   * @param name the feature
   * @return 0 if it was never added
   */
  public double value(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /**
   * Counts the features that were added.
   *
   * @return zero or more
   */
  public int size() {
    return values.size();
  }

  /**
   * Adds every feature of another vector.
   *
   * @param other the other vector, not changed
   * @param factor what its values are multiplied by
   * @throws IllegalArgumentException if the factor is not finite
   */
  public void addAll(FeatureVector other, double factor) {
    other.forEach((name, value) -> add(name, value * factor));
  }

  /**
   * The Euclidean length.
   *
   * @return zero or more
   */
  public double length() {
    double sum = 0;
    for (double value : values.values()) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /**
   * Visits every feature in the order in which it was first added.
   *
   * @param visitor takes name and value
   */
  public void forEach(ObjDoubleConsumer<String> visitor) {
    values.forEach(visitor::accept);
  }
}
