package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.stance.CodedTable;
import org.polylogue.discourse.stance.Judgement;
import org.polylogue.discourse.stance.TargetExample;
import org.polylogue.discourse.stance.TargetStance;
import org.polylogue.discourse.stance.TargetStanceTrainer;
import org.polylogue.model.StanceLabel.Favor;

/** Stance of tweets towards targets, on SemEval-2016 task 6. */
public final class TargetStanceTask implements QualityTask {

  private static final List<String> LABELS = List.of("FAVOR", "AGAINST", "NONE");
  private static final List<String> AVERAGED = List.of("FAVOR", "AGAINST");
  private static final String COLLECTORS_TAG = "#SemST";
  private static final long SEED = 6;

  /** For the list of tasks. */
  public TargetStanceTask() {}

  @Override
  public String name() {
    return "target-stance";
  }

  static List<TargetExample> read(Path gold) throws IOException {
    List<TargetExample> rows = new ArrayList<>();
    for (Path file : GoldTable.files(gold)) {
      rows.addAll(
          CodedTable.of(file)
              .cleaned(text -> text.replace(COLLECTORS_TAG, "").strip())
              .targets("Tweet", "Target", "Stance"));
    }
    if (rows.isEmpty()) {
      throw new IOException("no rows in " + gold);
    }
    return rows;
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<TargetExample> rows = read(request.gold());
    List<String> gold = rows.stream().map(row -> row.label().name()).toList();
    out.println("target-stance: " + rows.size() + " texts, mean of F1(FAVOR) and F1(AGAINST)");
    ScoreTable table = new ScoreTable(LABELS, AVERAGED, gold, out);
    List<String> answers;
    if (request.folds().isPresent()) {
      int folds = request.folds().getAsInt();
      answers = crossValidated(rows, folds);
      out.print(show(table, folds + "-fold cross-validation", rows, answers));
      if (rows.stream().map(TargetExample::target).distinct().count() > 2) {
        List<String> unseen = leaveOneTargetOut(rows);
        out.print(show(table, "target never seen (leave one target out)", rows, unseen));
      }
    } else {
      answers = answers(TargetStance.shipped(), rows);
      out.print(show(table, "shipped model", rows, answers));
    }
    table.row("majority of each target", majority(rows));
    table.majority("all");
    out.println(
        "measured on train.csv: word + letter n-gram SVM .679 in 5 folds, .328 for a target");
    out.println(
        "  never seen; published on the test data: task A SVM .690, best .678; B best .563");
    printErrors(rows, answers, request.errors(), out);
    if (request.predictions().isPresent()) {
      GoldTable.write(request.predictions().get(), answers);
    }
  }

  private static String show(
      ScoreTable table, String system, List<TargetExample> rows, List<String> answers) {
    String matrix = table.row("Polylogue, " + system, answers).table();
    Map<String, List<Integer>> byTarget = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byTarget.computeIfAbsent(rows.get(i).target(), t -> new ArrayList<>()).add(i);
    }
    byTarget.forEach((target, some) -> table.part(target, some, answers));
    return matrix;
  }

  private static List<String> answers(TargetStance model, List<TargetExample> rows) {
    return rows.stream().map(row -> model.judge(row.text(), row.target()).label().name()).toList();
  }

  private static List<String> crossValidated(List<TargetExample> rows, int folds) {
    int[] fold =
        Folds.grouped(
            rows.stream().map(TargetExample::text).toList(),
            rows.stream().map(row -> row.target() + " " + row.label()).toList(),
            folds,
            SEED);
    return trainedAndTested(rows, fold);
  }

  private static List<String> leaveOneTargetOut(List<TargetExample> rows) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] fold =
        rows.stream()
            .mapToInt(row -> numbers.computeIfAbsent(row.target(), t -> numbers.size()))
            .toArray();
    return trainedAndTested(rows, fold);
  }

  private static List<String> trainedAndTested(List<TargetExample> rows, int[] fold) {
    TargetStanceTrainer trainer = TargetStanceTrainer.standard();
    return CrossValidation.predict(
        rows, fold, (training, test) -> answers(trainer.train(training), test));
  }

  private static List<String> majority(List<TargetExample> rows) {
    Map<String, Map<Favor, Integer>> counts = new HashMap<>();
    for (TargetExample row : rows) {
      counts
          .computeIfAbsent(row.target(), t -> new TreeMap<>())
          .merge(row.label(), 1, Integer::sum);
    }
    return rows.stream()
        .map(
            row ->
                counts.get(row.target()).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey()
                    .name())
        .toList();
  }

  private static void printErrors(
      List<TargetExample> rows, List<String> answers, int most, PrintWriter out) {
    TargetStance model = most > 0 ? TargetStance.shipped() : null;
    int printed = 0;
    for (int i = 0; i < rows.size() && printed < most; i++) {
      TargetExample row = rows.get(i);
      if (!row.label().name().equals(answers.get(i))) {
        Judgement<Favor> judgement = model.judge(row.text(), row.target());
        out.printf(
            Locale.ROOT,
            "%s taken for %s, %s: %s %s%n",
            row.label(),
            answers.get(i),
            row.target(),
            row.text(),
            judgement.reasons());
        printed++;
      }
    }
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<TargetExample> rows = read(gold);
    TargetStance trained = TargetStanceTrainer.standard().train(rows);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.println(
        "target-stance: "
            + rows.size()
            + " texts, targets "
            + trained.targets()
            + ", "
            + Files.size(model)
            + " bytes");
  }
}
