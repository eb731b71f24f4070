package org.polylogue.benchmarks.speed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * The times that each iteration of a benchmark took for the things it compares, in nanoseconds; one
 * entry per iteration, so that two things that ran side by side can be divided.
 */
record Laps(String benchmark, Map<String, List<Double>> times) {

  static Laps of(RunResult result) {
    Map<String, List<Double>> times = new TreeMap<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        iteration
            .getSecondaryResults()
            .forEach(
                (name, lap) ->
                    times.merge(
                        name.substring(name.indexOf('·') + 1).replaceAll("^.*\\.", ""),
                        List.of(lap.getScore()),
                        Laps::joined));
      }
    }
    return new Laps(result.getParams().getBenchmark().replaceAll("^.*\\.speed\\.", ""), times);
  }

  static Collection<Laps> of(Collection<RunResult> results) {
    return results.stream().map(Laps::of).toList();
  }

  /** How many times longer one thing took than another, iteration by iteration, sorted. */
  List<Double> ratio(String longer, String shorter) {
    List<Double> above = times.get(longer);
    List<Double> below = times.get(shorter);
    List<Double> ratios = new java.util.ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    ratios.sort(null);
    return ratios;
  }

  double median(String name) {
    return median(times.get(name).stream().sorted().toList());
  }

  static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  Map<String, Double> medians() {
    Map<String, Double> medians = new LinkedHashMap<>();
    times.keySet().forEach(name -> medians.put(name, median(name)));
    return medians;
  }

  private static List<Double> joined(List<Double> some, List<Double> more) {
    List<Double> all = new java.util.ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
