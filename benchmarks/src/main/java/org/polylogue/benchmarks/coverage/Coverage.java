package org.polylogue.benchmarks.coverage;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.validation.estimate.CorrectedEstimate;
import org.polylogue.validation.estimate.CorrectedEstimates;
import org.polylogue.validation.estimate.CorrectedEstimates.Model;
import picocli.CommandLine;

/**
 * {@code coverage}: how often 95 % intervals hold the truth, by simulation: corrected, uncorrected
 * and from coded rows alone. The truth is that of a corpus without end.
 */
@CommandLine.Command(
    name = "coverage",
    description = "Simulates how often corrected and uncorrected intervals hold the truth.",
    mixinStandardHelpOptions = true)
public final class Coverage implements Callable<Integer> {

  private static final double LEVEL = .95;
  private static final int ENDLESS = 2_000_000;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(names = "--repetitions", description = "Corpora to simulate.")
  private int repetitions = 2000;

  @CommandLine.Option(names = "--rows", description = "Rows of a corpus.")
  private int rows = 2000;

  @CommandLine.Option(names = "--coded", description = "Rows that people coded.")
  private int coded = 200;

  @CommandLine.Option(names = "--seed", description = "Seed of the random numbers.")
  private long seed = 1;

  /** For the command line. */
  public Coverage() {}

  /** Of one number, how often each interval held the truth, and how wide they were. */
  record Held(double corrected, double uncorrected, double codedOnly, double width) {}

  private static final class Count {
    private int corrected;
    private int uncorrected;
    private int codedOnly;
    private double width;
    private double codedWidth;

    void add(CorrectedEstimate estimate, double truth) {
      corrected += holds(estimate.corrected(), truth);
      uncorrected += holds(estimate.uncorrected(), truth);
      codedOnly += holds(estimate.codedOnly(), truth);
      width += width(estimate.corrected());
      codedWidth += width(estimate.codedOnly());
    }

    private static int holds(Interval interval, double truth) {
      return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    private static double width(Interval interval) {
      return interval.high() - interval.low();
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (boolean stratified : new boolean[] {false, true}) {
      out.printf(
          Locale.ROOT,
          "%d corpora of %d rows, %d of them coded, %s%n",
          repetitions,
          rows,
          coded,
          stratified ? "as many of each label of the machine" : "drawn at random");
      simulate(repetitions, rows, coded, stratified, seed)
          .forEach(
              (name, held) ->
                  out.printf(
                      Locale.ROOT,
                      "%-22s corrected %.3f  uncorrected %.3f  coded rows alone %.3f"
                          + "  width of theirs %.2f%n",
                      name,
                      held.corrected(),
                      held.uncorrected(),
                      held.codedOnly(),
                      held.width()));
    }
    out.flush();
    return 0;
  }

  /** By number, how often intervals hold the truth. */
  static Map<String, Held> simulate(
      int repetitions, int rows, int coded, boolean stratified, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> truths = new LinkedHashMap<>();
    estimates(new SimulatedCorpus(ENDLESS, ENDLESS, false, random.split()))
        .forEach((name, estimate) -> truths.put(name, estimate.corrected().estimate()));
    Map<String, Count> counts = new LinkedHashMap<>();
    for (int i = 0; i < repetitions; i++) {
      SimulatedCorpus corpus = new SimulatedCorpus(rows, coded, stratified, random.split());
      estimates(corpus)
          .forEach(
              (name, estimate) ->
                  counts.computeIfAbsent(name, n -> new Count()).add(estimate, truths.get(name)));
    }
    Map<String, Held> held = new LinkedHashMap<>();
    counts.forEach(
        (name, count) ->
            held.put(
                name,
                new Held(
                    (double) count.corrected / repetitions,
                    (double) count.uncorrected / repetitions,
                    (double) count.codedOnly / repetitions,
                    count.width / count.codedWidth)));
    return held;
  }

  private static Map<String, CorrectedEstimate> estimates(SimulatedCorpus corpus) {
    CorrectedEstimates estimates = CorrectedEstimates.of(corpus.design, LEVEL);
    double[][] groups = new double[corpus.outlet.length][];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = new double[] {1, corpus.outlet[i]};
    }
    Map<String, CorrectedEstimate> all = new LinkedHashMap<>();
    all.put("share", estimates.mean(corpus.machine, corpus.truth));
    all.put("mean", estimates.mean(corpus.machineNumber, corpus.number));
    all.put(
        "difference of shares",
        estimates.regression(Model.LINEAR, corpus.machine, corpus.truth, groups).get(1));
    all.put(
        "difference of means",
        estimates.regression(Model.LINEAR, corpus.machineNumber, corpus.number, groups).get(1));
    List<CorrectedEstimate> linear =
        estimates.regression(Model.LINEAR, corpus.machineNumber, corpus.number, corpus.covariates);
    all.put("linear, outlet", linear.get(1));
    all.put("linear, measure", linear.get(2));
    List<CorrectedEstimate> logistic =
        estimates.regression(Model.LOGISTIC, corpus.machine, corpus.truth, corpus.covariates);
    all.put("logistic, outlet", logistic.get(1));
    all.put("logistic, measure", logistic.get(2));
    return all;
  }
}
