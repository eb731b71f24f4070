package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.LinearTrainer;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.discourse.stance.PairExample.Side;
import org.polylogue.discourse.stance.PairExample.Use;
import org.polylogue.training.Trainer;

/**
 * Trains {@link PairStance} on coded pairs. Which side is learned from all that take one, whether a
 * side is taken only from examples beside which texts without a side were coded. The same examples
 * in the same order give the same model. Immutable and thread-safe.
 */
public final class PairStanceTrainer implements Trainer<PairExample> {

  private static final LinearTrainer FIRST =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 0.1, 3, false);
  private static final LinearTrainer SECOND =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 0.2, 3, false);
  private static final int INNER_FOLDS = 4;
  private static final long SEED = 2026;

  private final PairFeatures features;

  private PairStanceTrainer(PairFeatures features) {
    this.features = features;
  }

  /**
   * A trainer with this library's lexicon.
   *
   * @return the trainer
   */
  public static PairStanceTrainer standard() {
    return new PairStanceTrainer(new PairFeatures(ValenceLexicon.shipped()));
  }

  private record Case(PairExample example, FeatureVector vector) {}

  private record Models(LinearModel whether, LinearModel which) {}

  /**
   * Trains a model.
   *
   * @param examples coded pairs, with both sides, none and questions among them
   * @return the model
   * @throws IllegalArgumentException if a class has no example
   */
  public PairStance train(List<PairExample> examples) {
    List<Case> cases = cases(examples);
    Models models = models(cases);
    Map<String, Double> settings = new HashMap<>();
    if (cases.stream().map(one -> one.example().group()).distinct().count() >= 2 * INNER_FOLDS) {
      calibrate(cases, settings);
    }
    return new PairStance(
        features,
        new ModelBundle(
            settings,
            Map.of(PairStance.WHETHER, models.whether(), PairStance.WHICH, models.which())));
  }

  private List<Case> cases(List<PairExample> examples) {
    List<Case> cases = new ArrayList<>(examples.size());
    for (PairExample one : examples) {
      PairFeatures.Pair pair =
          features.pair(one.relation(), one.first(), one.names(), one.text(), List.of());
      cases.add(new Case(one, features.of(pair)));
    }
    return cases;
  }

  private static Models models(List<Case> cases) {
    List<Case> natural = cases.stream().filter(one -> one.example().use() != Use.WHICH).toList();
    List<Case> sided = cases.stream().filter(one -> sided(one.example().side())).toList();
    return new Models(
        FIRST.classifier(
            natural.stream().map(Case::vector).toList(),
            natural.stream().map(one -> whether(one.example().side())).toList(),
            PairStance.WHETHER_CLASSES),
        SECOND.classifier(
            sided.stream().map(Case::vector).toList(),
            sided.stream().map(one -> one.example().side().name()).toList(),
            PairStance.WHICH_CLASSES));
  }

  private static boolean sided(Side side) {
    return side == Side.AGAINST || side == Side.FAVOR;
  }

  private static String whether(Side side) {
    return sided(side) ? "SIDE" : side.name();
  }

  /** Fits sharpness and share of sides for each relation on examples held out in turn. */
  private static void calibrate(List<Case> cases, Map<String, Double> settings) {
    int[] folds =
        Folds.grouped(
            cases.stream().map(one -> one.example().group()).toList(),
            cases.stream().map(one -> one.example().side().name()).toList(),
            INNER_FOLDS,
            SEED);
    List<double[]> held =
        CrossValidation.predict(
            cases,
            folds,
            (training, test) -> {
              Models models = models(training);
              return test.stream()
                  .map(
                      one ->
                          PairStance.probabilities(models.whether(), models.which(), one.vector()))
                  .toList();
            });
    for (Relation relation : Relation.values()) {
      double[] best = {1, 0};
      double least = Double.POSITIVE_INFINITY;
      for (int s = 4; s <= 24; s++) {
        for (int b = -15; b <= 15; b++) {
          double loss = loss(cases, held, relation, s / 10.0, b / 5.0);
          if (loss < least) {
            least = loss;
            best = new double[] {s / 10.0, b / 5.0};
          }
        }
      }
      settings.put(PairStance.SHARPNESS + PairFeatures.key(relation), best[0]);
      settings.put(PairStance.SIDED + PairFeatures.key(relation), best[1]);
    }
  }

  private static double loss(
      List<Case> cases, List<double[]> held, Relation relation, double sharpness, double sided) {
    double loss = 0;
    for (int i = 0; i < held.size(); i++) {
      PairExample one = cases.get(i).example();
      if (one.relation() == relation && one.use() == Use.CALIBRATION) {
        double[] likely = PairStance.calibrated(held.get(i), sharpness, sided);
        loss -= Math.log(likely[one.side().ordinal()] + 1e-9);
      }
    }
    return loss;
  }

  @Override
  public void train(List<PairExample> examples, OutputStream model) throws IOException {
    train(examples).write(model);
  }
}
