package org.polylogue.benchmarks.quality.sentiment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.LinearTrainer;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.model.Comment;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;

/** The tone towards persons and groups in news sentences, on NewsMTSC. */
public final class TargetSentimentTask implements QualityTask {

  private static final LinearTrainer TRAINER =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 0.4, 3, false);

  /** For the list of tasks. */
  public TargetSentimentTask() {}

  @Override
  public String name() {
    return "target-sentiment";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    Path file = GoldFile.find(request.gold(), ".jsonl", request.folds().isPresent());
    ValenceLexicon lexicon = ValenceLexicon.shipped();
    List<TargetGold> gold =
        TargetGold.read(file, new Annotations(), TargetSentiment.features(lexicon));
    List<String> answers =
        request.folds().isPresent()
            ? crossValidated(gold, request.folds().getAsInt())
            : answers(gold, TargetSentiment.shipped());
    List<String> truth = gold.stream().map(TargetGold::label).toList();
    Confusion found = Confusion.of(TargetSentiment.CLASSES, truth, answers);
    List<String> encoded = encoded(gold);
    String how =
        request.folds().isPresent()
            ? request.folds().getAsInt() + "-fold by article"
            : "shipped model";
    out.println("target-sentiment: " + file.getFileName() + ", " + gold.size() + " targets");
    out.println(
        "                                   macro F1, 95 %     accuracy  F1 -1  F1 0   F1 1");
    found.printRow("Polylogue, lean, " + how, out);
    Confusion.of(TargetSentiment.CLASSES, truth, encoded).printRow("Polylogue, encoder", out);
    found.majority().printRow("commonest class", out);
    out.println("measured elsewhere: devtest_rw VADER .512, words + position + lexicon .656;");
    out.println("  NewsMTSC-mt VADER .496, linear model .635, GRU-TSC RoBERTa .825");
    found.printMatrix(out);
    printErrors(gold, answers, request.errors(), out);
    if (request.predictions().isPresent()) {
      write(request.predictions().get(), gold, request.folds().isPresent() ? answers : encoded);
    }
  }

  private static List<String> answers(List<TargetGold> gold, TargetSentiment worker) {
    return gold.stream()
        .map(
            target ->
                TargetSentiment.CLASSES.get(
                    worker.probabilities(target.features()).tone().ordinal()))
        .toList();
  }

  private static List<String> encoded(List<TargetGold> gold) {
    try (EncoderJudges judges = EncoderJudges.shipped()) {
      return gold.stream()
          .map(
              target ->
                  new TargetQuestion(
                      Comment.of("gold", target.text()),
                      target.sentence(),
                      target.span(),
                      new Voice.Author()))
          .map(question -> judges.targets().judge(List.of(question), new Scope()).get(0).tone())
          .map(tone -> TargetSentiment.CLASSES.get(tone.ordinal()))
          .toList();
    }
  }

  private static List<String> crossValidated(List<TargetGold> gold, int folds) {
    String[] answers = new String[gold.size()];
    for (int fold = 0; fold < folds; fold++) {
      List<TargetGold> rest = new ArrayList<>();
      for (TargetGold target : gold) {
        if (target.article() % folds != fold) {
          rest.add(target);
        }
      }
      TargetSentiment trained = TargetSentiment.of(ValenceLexicon.shipped(), model(rest));
      for (int i = 0; i < answers.length; i++) {
        TargetGold target = gold.get(i);
        if (target.article() % folds == fold) {
          answers[i] =
              TargetSentiment.CLASSES.get(
                  trained.probabilities(target.features()).tone().ordinal());
        }
      }
    }
    return List.of(answers);
  }

  private static LinearModel model(List<TargetGold> gold) {
    return TRAINER.classifier(
        gold.stream().map(TargetGold::features).toList(),
        gold.stream().map(TargetGold::label).toList(),
        TargetSentiment.CLASSES,
        gold.stream().mapToInt(TargetGold::article).toArray());
  }

  private static void printErrors(
      List<TargetGold> gold, List<String> answers, int most, PrintWriter out) {
    int printed = 0;
    for (int i = 0; i < gold.size() && printed < most; i++) {
      TargetGold target = gold.get(i);
      if (!target.label().equals(answers.get(i))) {
        out.println(
            target.label()
                + " taken for "
                + answers.get(i)
                + ": "
                + target.text().substring(0, target.span().start())
                + "["
                + target.span().of(target.text())
                + "]"
                + target.text().substring(target.span().end()));
        printed++;
      }
    }
  }

  private static void write(Path file, List<TargetGold> gold, List<String> answers)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < gold.size(); i++) {
      TargetGold target = gold.get(i);
      rows.append(target.line()).append('\t').append(target.index()).append('\t');
      rows.append(answers.get(i)).append('\n');
    }
    Files.writeString(file, rows, StandardCharsets.UTF_8);
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    Path file = GoldFile.find(gold, ".jsonl", true);
    List<TargetGold> targets =
        TargetGold.read(
            file, new Annotations(), TargetSentiment.features(ValenceLexicon.shipped()));
    LinearModel trained = model(targets);
    try (OutputStream stream = Files.newOutputStream(model)) {
      trained.write(stream);
    }
    out.println(
        "target-sentiment: "
            + targets.size()
            + " targets, "
            + trained.size()
            + " features, "
            + Files.size(model)
            + " bytes");
  }
}
