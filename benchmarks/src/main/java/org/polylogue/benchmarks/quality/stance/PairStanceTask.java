package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample;
import org.polylogue.discourse.stance.PairExample.Side;
import org.polylogue.discourse.stance.PairExample.Use;
import org.polylogue.discourse.stance.PairStance;
import org.polylogue.discourse.stance.PairStanceTrainer;

/**
 * Stance of texts towards what they are held against, pair by pair: threads, RumourEval,
 * Perspectrum, replies, tweets, tables of pairs.
 */
public final class PairStanceTask implements QualityTask {

  private static final long SEED = 2026;

  /** For the list of tasks. */
  public PairStanceTask() {}

  @Override
  public String name() {
    return "pair-stance";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<PairExample> examples = PairGold.read(request.gold());
    List<PairStance.Answer> answers;
    if (request.folds().isPresent()) {
      answers = crossValidated(examples, request.folds().getAsInt());
      out.println("pair-stance: " + request.folds().getAsInt() + " folds by thread, topic, claim");
    } else {
      answers = answers(PairStance.shipped(ValenceLexicon.shipped()), examples);
      out.println("pair-stance: shipped model");
    }
    Map<String, List<Integer>> parts = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      PairExample one = examples.get(i);
      String set = one.group().split(" ")[0] + " " + one.relation().name().toLowerCase(Locale.ROOT);
      parts.computeIfAbsent(set, key -> new ArrayList<>()).add(i);
    }
    parts.forEach((name, rows) -> print(name, rows, examples, answers, out));
    int printed = 0;
    for (int i = 0; i < examples.size() && printed < request.errors(); i++) {
      PairExample one = examples.get(i);
      if (one.use() == Use.CALIBRATION && best(answers.get(i), 0.5) != one.side()) {
        printed++;
        out.println(
            one.side() + " taken for " + best(answers.get(i), 0.5) + " " + show(answers.get(i)));
        out.println("  | " + one.first().replaceAll("\\s+", " "));
        out.println("  > " + one.text().replaceAll("\\s+", " "));
      }
    }
  }

  private static String show(PairStance.Answer a) {
    return String.format(
        Locale.ROOT,
        "%.2f %.2f %.2f %.2f %s",
        a.against(),
        a.none(),
        a.favor(),
        a.query(),
        a.reasons());
  }

  static Side best(PairStance.Answer a, double least) {
    double side = Math.max(a.against(), a.favor());
    if (side >= least) {
      return a.favor() >= a.against() ? Side.FAVOR : Side.AGAINST;
    }
    return a.query() > a.none() ? Side.QUERY : Side.NONE;
  }

  private static void print(
      String name,
      List<Integer> rows,
      List<PairExample> examples,
      List<PairStance.Answer> answers,
      PrintWriter out) {
    out.printf(Locale.ROOT, "%-18s %5d ", name, rows.size());
    for (double least : new double[] {0.3, 0.35, 0.4, 0.45, 0.5, 0.6}) {
      double[][] counts = new double[3][3];
      for (int i : rows) {
        counts[index(examples.get(i).side())][index(best(answers.get(i), least))]++;
      }
      double f1 = 0;
      int classes = 0;
      for (int c = 0; c < 3; c++) {
        double gold = counts[c][0] + counts[c][1] + counts[c][2];
        double found = counts[0][c] + counts[1][c] + counts[2][c];
        if (gold > 0) {
          classes++;
          f1 += 2 * counts[c][c] / (gold + found);
        }
      }
      out.printf(Locale.ROOT, " %.2f: %.3f", least, f1 / classes);
    }
    double none = 0;
    double sided = 0;
    for (int i : rows) {
      if (index(examples.get(i).side()) == 1) {
        none++;
        sided += index(best(answers.get(i), 0.45)) != 1 ? 1 : 0;
      }
    }
    out.printf(
        Locale.ROOT,
        "  none given a side %.2f  gap %.3f%n",
        sided / Math.max(1, none),
        gap(rows, examples, answers));
  }

  private static int index(Side side) {
    return side == Side.AGAINST ? 0 : side == Side.FAVOR ? 2 : 1;
  }

  private static double gap(
      List<Integer> rows, List<PairExample> examples, List<PairStance.Answer> answers) {
    double[][] bins = new double[10][3];
    for (int i : rows) {
      PairStance.Answer a = answers.get(i);
      double[] three = {a.against(), a.none() + a.query(), a.favor()};
      int best = three[1] >= three[0] && three[1] >= three[2] ? 1 : three[2] >= three[0] ? 2 : 0;
      double[] bin = bins[(int) Math.min(9, three[best] * 10)];
      bin[0]++;
      bin[1] += three[best];
      bin[2] += index(examples.get(i).side()) == best ? 1 : 0;
    }
    double gap = 0;
    for (double[] bin : bins) {
      gap += Math.abs(bin[1] - bin[2]) / rows.size();
    }
    return gap;
  }

  private static List<PairStance.Answer> answers(PairStance model, List<PairExample> examples) {
    return examples.stream()
        .map(one -> model.judge(one.relation(), one.first(), one.names(), one.text()))
        .toList();
  }

  private static List<PairStance.Answer> crossValidated(List<PairExample> examples, int folds) {
    int[] fold =
        Folds.grouped(
            examples.stream().map(PairExample::group).toList(),
            examples.stream().map(one -> one.side().name()).toList(),
            folds,
            SEED);
    PairStanceTrainer trainer = PairStanceTrainer.standard();
    return CrossValidation.predict(
        examples, fold, (training, test) -> answers(trainer.train(training), test));
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<PairExample> examples = PairGold.read(gold);
    PairStance trained = PairStanceTrainer.standard().train(examples);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.println("pair-stance: " + examples.size() + " pairs, " + Files.size(model) + " bytes");
  }
}
