package org.polylogue.benchmarks.speed;

import java.util.ArrayList;
import java.util.List;

/** How many times longer one thing took than another, over the iterations of one run. */
record Ratio(String name, double lowest, double median, double highest, String goal) {

  private record Wanted(String name, String longer, String shorter, String goal) {}

  private static final List<Wanted> WANTED =
      List.of(
          new Wanted("textbook / polylogue, one thread", "textbook", "polylogue", ">= 12, aim 25"),
          new Wanted("textbook / polylogue with the encoder", "textbook", "encoder", ">= 10"),
          new Wanted("polylogue with the encoder / lean", "encoder", "polylogue", "-"),
          new Wanted("polylogue / bare CoreNLP", "polylogue", "bare", "<= 1.25, aim 1.10"),
          new Wanted("polylogue / its own language layer", "polylogue", "language", "-"),
          new Wanted("bare CoreNLP / language layer", "bare", "language", "-"),
          new Wanted(
              "one thread / two threads", "polylogue", "polylogueOnTwoThreads", ">= 1.7, aim 1.9"),
          new Wanted("2 x the size", "twice", "once", "-"),
          new Wanted("4 x the size", "fourfold", "once", "-"),
          new Wanted("8 x the size", "eightfold", "once", "<= 8.4 corpus, <= 9 article, thread"));

  static List<Ratio> of(Laps laps) {
    List<Ratio> ratios = new ArrayList<>();
    for (Wanted wanted : WANTED) {
      if (laps.times().containsKey(wanted.longer) && laps.times().containsKey(wanted.shorter)) {
        List<Double> sorted = laps.ratio(wanted.longer, wanted.shorter);
        ratios.add(
            new Ratio(
                laps.benchmark() + ": " + wanted.name,
                sorted.get(0),
                Laps.median(sorted),
                sorted.get(sorted.size() - 1),
                wanted.goal));
      }
    }
    return ratios;
  }
}
