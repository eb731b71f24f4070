package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.LinearTrainer;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.training.Trainer;

/**
 * Trains {@link ReplyStance} on coded pairs. The same examples in the same order give the same
 * model. Immutable and thread-safe.
 */
public final class ReplyStanceTrainer implements Trainer<ReplyExample> {

  private static final LinearTrainer CUES =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 0.1, 3, true);
  private static final LinearTrainer WORDS =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 2, 2, true);
  private static final int INNER_FOLDS = 5;
  private static final long SEED = 2022;
  private static final int MEASURED = 3;

  private final ReplyFeatures features;

  private ReplyStanceTrainer(ReplyFeatures features) {
    this.features = features;
  }

  /**
   * A trainer with this library's lexicon.
   *
   * @return the trainer
   */
  public static ReplyStanceTrainer standard() {
    return new ReplyStanceTrainer(new ReplyFeatures(ValenceLexicon.shipped()));
  }

  private record Case(String parent, int label, ReplyFeatures.Pair pair) {}

  /**
   * Trains a model.
   *
   * @param examples coded pairs, with every label at least once
   * @return the model
   * @throws IllegalArgumentException if a label has no example
   */
  public ReplyStance train(List<ReplyExample> examples) {
    List<Case> cases = new ArrayList<>(examples.size());
    for (ReplyExample example : examples) {
      cases.add(
          new Case(
              example.parent(),
              ReplyStance.LABELS.indexOf(example.label()),
              features.of(words(example.parent()), words(example.reply()))));
    }
    Map<String, LinearModel> models = models(cases);
    Map<String, Double> settings = new HashMap<>();
    if (cases.stream().map(Case::parent).distinct().count() >= 2 * INNER_FOLDS) {
      double[] offsets = tuned(cases);
      for (int k = 0; k < offsets.length; k++) {
        settings.put(ReplyStance.CLASSES.get(k), offsets[k]);
      }
    }
    return new ReplyStance(features, new ModelBundle(settings, models));
  }

  private static PostWords words(String text) {
    return PostWords.of(TargetStance.beginning(text));
  }

  private static Map<String, LinearModel> models(List<Case> cases) {
    List<String> labels = cases.stream().map(one -> ReplyStance.CLASSES.get(one.label())).toList();
    List<String> classes = ReplyStance.CLASSES;
    return Map.of(
        ReplyStance.CUES,
        CUES.classifier(cases.stream().map(c -> c.pair().cues()).toList(), labels, classes),
        ReplyStance.WORDS,
        WORDS.classifier(cases.stream().map(c -> c.pair().words()).toList(), labels, classes));
  }

  private static double[] tuned(List<Case> cases) {
    int[] folds =
        Folds.grouped(
            cases.stream().map(Case::parent).toList(),
            cases.stream().map(one -> ReplyStance.CLASSES.get(one.label())).toList(),
            INNER_FOLDS,
            SEED);
    List<double[]> scores =
        CrossValidation.predict(
            cases,
            folds,
            (training, test) -> {
              Map<String, LinearModel> models = models(training);
              LinearModel cues = models.get(ReplyStance.CUES);
              LinearModel words = models.get(ReplyStance.WORDS);
              return test.stream().map(one -> ReplyStance.scores(cues, words, one.pair())).toList();
            });
    return Offsets.tune(scores, cases.stream().mapToInt(Case::label).toArray(), MEASURED);
  }

  @Override
  public void train(List<ReplyExample> examples, OutputStream model) throws IOException {
    train(examples).write(model);
  }
}
