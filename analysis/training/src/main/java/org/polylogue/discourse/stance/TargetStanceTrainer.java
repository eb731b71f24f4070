package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.discourse.learning.LearningCurve;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.LinearTrainer;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.training.Trainer;

/**
 * Trains {@link TargetStance} on coded texts: one model per target that has examples of every
 * label, and one for any target on all of them. The same examples in the same order give the same
 * model. Immutable and thread-safe.
 */
public final class TargetStanceTrainer implements Trainer<TargetExample> {

  private static final LinearTrainer OWN =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 8, 2, false);
  private static final LinearTrainer ANY =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 1, 5, false);
  private static final int INNER_FOLDS = 5;
  private static final long SEED = 2016;
  private static final int MEASURED = 2;

  private final TargetStanceFeatures features;

  private TargetStanceTrainer(TargetStanceFeatures features) {
    this.features = features;
  }

  /**
   * A trainer with this library's lexicon.
   *
   * @return the trainer
   */
  public static TargetStanceTrainer standard() {
    return new TargetStanceTrainer(new TargetStanceFeatures(ValenceLexicon.shipped()));
  }

  private record Case(TargetExample example, FeatureVector shared, FeatureVector known) {
    int label() {
      return TargetStance.LABELS.indexOf(example.label());
    }
  }

  /**
   * Trains a model.
   *
   * @param examples coded texts, with every label at least once
   * @return the model
   * @throws IllegalArgumentException if a label has no example
   */
  public TargetStance train(List<TargetExample> examples) {
    List<Case> cases = cases(examples);
    Map<String, LinearModel> models = models(cases);
    Map<String, Double> settings = new HashMap<>();
    settings.put(TargetStance.PRIOR, Math.log((double) count(cases, 0) / count(cases, 1)));
    if (cases.size() >= 2 * INNER_FOLDS && models.size() > 1) {
      tune(cases, settings);
    }
    return new TargetStance(features, new ModelBundle(settings, models));
  }

  /**
   * Measures by cross-validation how well models trained on such examples judge; equal texts are
   * never torn apart.
   *
   * @param examples coded texts
   * @param folds number of folds, at least 2
   * @param seed of the shuffle
   * @return the scores, over all and per target
   */
  public StanceScores crossValidate(List<TargetExample> examples, int folds, long seed) {
    return StanceScores.of(
        examples, CrossValidation.predict(examples, folds(examples, folds, seed), this::judge));
  }

  /**
   * Measures how the score grows with the number of examples: whether coding more is worth it.
   *
   * @param examples coded texts, in an order that means nothing
   * @param folds number of folds, at least 2
   * @param parts shares of the examples to learn from, above 0 up to 1
   * @param seed of the shuffle
   * @return the mean of F1(FAVOR) and F1(AGAINST) for each part
   */
  public List<LearningCurve.Point> learningCurve(
      List<TargetExample> examples, int folds, List<Double> parts, long seed) {
    return LearningCurve.measure(
        examples,
        folds(examples, folds, seed),
        parts,
        this::judge,
        (all, judgements) -> StanceScores.of(all, judgements).meanF1());
  }

  private static int[] folds(List<TargetExample> examples, int folds, long seed) {
    return Folds.grouped(
        examples.stream().map(TargetExample::text).toList(),
        examples.stream().map(one -> one.target() + " " + one.label()).toList(),
        folds,
        seed);
  }

  private List<Judgement<?>> judge(List<TargetExample> training, List<TargetExample> test) {
    TargetStance model = train(training);
    List<Judgement<?>> judgements = new ArrayList<>(test.size());
    test.forEach(one -> judgements.add(model.judge(one.text(), one.target())));
    return judgements;
  }

  private static long count(List<Case> cases, int label) {
    return cases.stream().filter(one -> one.label() == label).count();
  }

  private List<Case> cases(List<TargetExample> examples) {
    Map<String, TargetPhrase> phrases = new HashMap<>();
    List<Case> cases = new ArrayList<>(examples.size());
    for (TargetExample example : examples) {
      TargetPhrase phrase = phrases.computeIfAbsent(example.target(), features::phrase);
      PostWords words = PostWords.of(TargetStance.beginning(example.text()));
      cases.add(new Case(example, features.shared(words, phrase), features.known(words, phrase)));
    }
    return cases;
  }

  private static Map<String, LinearModel> models(List<Case> cases) {
    Map<String, LinearModel> models = new TreeMap<>();
    models.put(
        TargetStance.SHARED,
        ANY.classifier(
            cases.stream().map(Case::shared).toList(), labels(cases), TargetStance.CLASSES));
    models.putAll(own(cases));
    return models;
  }

  private static Map<String, LinearModel> own(List<Case> cases) {
    Map<String, List<Case>> byTarget = new TreeMap<>();
    for (Case one : cases) {
      byTarget
          .computeIfAbsent(TargetStance.key(one.example().target()), t -> new ArrayList<>())
          .add(one);
    }
    Map<String, LinearModel> models = new TreeMap<>();
    byTarget.forEach(
        (target, some) -> {
          List<String> labels = labels(some);
          if (labels.containsAll(TargetStance.CLASSES)) {
            models.put(
                target,
                OWN.classifier(
                    some.stream().map(Case::known).toList(), labels, TargetStance.CLASSES));
          }
        });
    return models;
  }

  private static List<String> labels(List<Case> cases) {
    return cases.stream().map(one -> one.example().label().name()).toList();
  }

  private static void tune(List<Case> cases, Map<String, Double> settings) {
    int[] folds = folds(cases.stream().map(Case::example).toList(), INNER_FOLDS, SEED);
    List<double[]> scores =
        CrossValidation.predict(
            cases,
            folds,
            (training, test) -> {
              Map<String, LinearModel> models = own(training);
              List<double[]> found = new ArrayList<>();
              for (Case one : test) {
                LinearModel model = models.get(TargetStance.key(one.example().target()));
                found.add(model == null ? new double[0] : model.scores(one.known()));
              }
              return found;
            });
    List<double[]> judged = new ArrayList<>();
    List<Integer> gold = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      if (scores.get(i).length > 0) {
        judged.add(scores.get(i));
        gold.add(cases.get(i).label());
      }
    }
    double[] offsets =
        Offsets.tune(judged, gold.stream().mapToInt(Integer::intValue).toArray(), MEASURED);
    for (int k = 0; k < offsets.length; k++) {
      settings.put("known " + TargetStance.CLASSES.get(k), offsets[k]);
    }
  }

  @Override
  public void train(List<TargetExample> examples, OutputStream model) throws IOException {
    train(examples).write(model);
  }
}
