package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.stance.Judgement;
import org.polylogue.discourse.stance.TargetExample;
import org.polylogue.discourse.stance.TargetStance;
import org.polylogue.discourse.stance.TargetStanceTrainer;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.validation.check.CheckedRow;
import org.polylogue.validation.check.LabelCheck;
import org.polylogue.validation.learning.Adaptation;
import org.polylogue.validation.learning.CodedExample;
import org.polylogue.validation.learning.Context;
import org.polylogue.validation.learning.LabelCorrection;

/**
 * What coded rows of a new topic are worth, on SemEval-2016 task 6: each topic in turn is left out
 * of training, some of its rows are coded, and the others are scored.
 */
public final class LearningTask implements QualityTask {

  private static final int[] CODED = {100, 200, 300};
  private static final int DRAWS = 10;
  private static final double LEVEL = 0.95;

  /** For the list of tasks. */
  public LearningTask() {}

  @Override
  public String name() {
    return "learning";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<TargetExample> rows = TargetStanceTask.read(request.gold());
    TreeMap<String, List<CodedExample>> topics = new TreeMap<>();
    for (String topic : rows.stream().map(TargetExample::target).distinct().toList()) {
      topics.put(topic, examples(rows, topic));
    }
    out.println(
        "learning: macro F1 of FAVOR, AGAINST and NONE on the rows of a topic that are not coded;");
    out.println("  mean of " + DRAWS + " random draws, and the least and greatest of them");
    out.printf(
        Locale.ROOT, "%-34s %6s %8s %8s  %s%n", "topic", "coded", "shipped", "adapted", "gain");
    for (int coded : CODED) {
      double[] mean = new double[DRAWS];
      double before = 0;
      double after = 0;
      for (var topic : topics.entrySet()) {
        double[][] scores = new double[DRAWS][];
        List<Double> gains = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
          scores[draw] = scores(topic.getValue(), coded, draw);
          double gain = scores[draw][1] - scores[draw][0];
          gains.add(gain);
          mean[draw] += gain / topics.size();
          before += scores[draw][0] / topics.size() / DRAWS;
          after += scores[draw][1] / topics.size() / DRAWS;
        }
        row(out, topic.getKey(), coded, mean(scores, 0), mean(scores, 1), gains);
      }
      List<Double> means = new ArrayList<>();
      for (double one : mean) {
        means.add(one);
      }
      row(out, "all topics", coded, before, after, means);
      out.flush();
    }
  }

  private static double mean(double[][] scores, int which) {
    double sum = 0;
    for (double[] score : scores) {
      sum += score[which];
    }
    return sum / scores.length;
  }

  private static void row(
      PrintWriter out, String topic, int coded, double before, double after, List<Double> gains) {
    out.printf(
        Locale.ROOT,
        "%-34s %6d %8.3f %8.3f  %+.3f, %+.3f to %+.3f%n",
        topic,
        coded,
        before,
        after,
        after - before,
        Collections.min(gains),
        Collections.max(gains));
  }

  private static List<CodedExample> examples(List<TargetExample> rows, String topic) {
    TargetStance machine =
        TargetStanceTrainer.standard()
            .train(rows.stream().filter(row -> !row.target().equals(topic)).toList());
    List<CodedExample> examples = new ArrayList<>();
    for (TargetExample row : rows) {
      if (row.target().equals(topic)) {
        Judgement<Favor> judgement = machine.judge(row.text(), topic);
        String id = "r" + examples.size();
        Context words = new Context(row.text(), List.of(), new TreeMap<>());
        examples.add(
            new CodedExample(
                new CheckedRow(
                    id,
                    judgement.label().name(),
                    row.label().name(),
                    1,
                    OptionalDouble.of(judgement.confidence()),
                    id),
                words.features()));
      }
    }
    return examples;
  }

  /** Of the shipped and of the adapted model. */
  private static double[] scores(List<CodedExample> topic, int coded, long seed) {
    List<CodedExample> drawn = new ArrayList<>(topic);
    Collections.shuffle(drawn, new Random(seed));
    int some = Math.min(coded, drawn.size() / 2 + drawn.size() / 4);
    LabelCorrection correction = Adaptation.fit(drawn.subList(0, some));
    List<CodedExample> others = drawn.subList(some, drawn.size());
    return new double[] {
      LabelCheck.of(others.stream().map(CodedExample::row).toList(), LEVEL).macroF1(),
      LabelCheck.of(others.stream().map(one -> one.answered(correction)).toList(), LEVEL).macroF1()
    };
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    throw new IOException("learning ships no model");
  }
}
