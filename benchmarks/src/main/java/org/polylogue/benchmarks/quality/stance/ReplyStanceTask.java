package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.learning.ConfusionMatrix;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.stance.CodedTable;
import org.polylogue.discourse.stance.ReplyExample;
import org.polylogue.discourse.stance.ReplyStance;
import org.polylogue.discourse.stance.ReplyStanceTrainer;
import org.polylogue.model.StanceLabel.Agreement;

/** Agreement of replies with what they answer, on the data of Lei and Huang (2022). */
public final class ReplyStanceTask implements QualityTask {

  private static final List<String> LABELS = List.of("DISAGREE", "NEUTRAL", "AGREE");
  private static final Map<String, Agreement> CODES =
      Map.of("0", Agreement.DISAGREE, "1", Agreement.NEUTRAL, "2", Agreement.AGREE);
  private static final long SEED = 2022;

  /** For the list of tasks. */
  public ReplyStanceTask() {}

  @Override
  public String name() {
    return "reply-stance";
  }

  private static List<ReplyExample> read(Path gold) throws IOException {
    List<ReplyExample> rows = new ArrayList<>();
    for (Path file : GoldTable.files(gold)) {
      rows.addAll(CodedTable.of(file).replies("quote_text", "response_text", "relation", CODES));
    }
    if (rows.isEmpty()) {
      throw new IOException("no rows in " + gold);
    }
    return rows;
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<ReplyExample> rows = read(request.gold());
    List<String> gold = rows.stream().map(row -> row.label().name()).toList();
    String how;
    List<String> answers;
    if (request.folds().isPresent()) {
      how = request.folds().getAsInt() + "-fold cross-validation by parent";
      answers = crossValidated(rows, request.folds().getAsInt());
    } else {
      how = "shipped model";
      answers = answers(ReplyStance.shipped(), rows);
    }
    out.println("reply-stance: " + rows.size() + " replies, macro F1");
    ScoreTable table = new ScoreTable(LABELS, LABELS, gold, out);
    ConfusionMatrix found = table.row("Polylogue, " + how, answers);
    table.majority("all");
    out.println(
        "measured on SubReddit-MaskMandate: n-gram SVM on the reply alone .516 in 5 folds;");
    out.println("  on another topic .48");
    out.print(found.table());
    printErrors(rows, answers, request.errors(), out);
    if (request.predictions().isPresent()) {
      List<String> codes =
          answers.stream().map(label -> String.valueOf(LABELS.indexOf(label))).toList();
      GoldTable.write(request.predictions().get(), codes);
    }
  }

  private static List<String> answers(ReplyStance model, List<ReplyExample> rows) {
    return rows.stream().map(row -> model.judge(row.parent(), row.reply()).label().name()).toList();
  }

  private static List<String> crossValidated(List<ReplyExample> rows, int folds) {
    int[] fold =
        Folds.grouped(
            rows.stream().map(ReplyExample::parent).toList(),
            rows.stream().map(row -> row.label().name()).toList(),
            folds,
            SEED);
    ReplyStanceTrainer trainer = ReplyStanceTrainer.standard();
    return CrossValidation.predict(
        rows, fold, (training, test) -> answers(trainer.train(training), test));
  }

  private static void printErrors(
      List<ReplyExample> rows, List<String> answers, int most, PrintWriter out) {
    int printed = 0;
    for (int i = 0; i < rows.size() && printed < most; i++) {
      ReplyExample row = rows.get(i);
      if (!row.label().name().equals(answers.get(i))) {
        out.println(row.label() + " taken for " + answers.get(i) + ":");
        out.println("  | " + row.parent().replaceAll("\\s+", " "));
        out.println("  > " + row.reply().replaceAll("\\s+", " "));
        printed++;
      }
    }
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<ReplyExample> rows = read(gold);
    ReplyStance trained = ReplyStanceTrainer.standard().train(rows);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.println("reply-stance: " + rows.size() + " replies, " + Files.size(model) + " bytes");
  }
}
