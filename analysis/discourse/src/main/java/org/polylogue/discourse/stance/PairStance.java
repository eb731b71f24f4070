package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.text.Span;

/**
 * Which side a text takes towards an article, a comment, a claim or an actor, if any. A first model
 * tells whether a side is taken or a question asked, a second one which side, as no side is the
 * usual answer; both see cues that hold on any topic, what text and target share, and words. The
 * probabilities are calibrated for each relation on texts that the models had not seen. Immutable
 * and thread-safe.
 */
public final class PairStance {

  static final String WHETHER = "whether";
  static final String WHICH = "which";
  static final List<String> WHETHER_CLASSES = List.of("SIDE", "NONE", "QUERY");
  static final List<String> WHICH_CLASSES = List.of("AGAINST", "FAVOR");
  static final String SHARPNESS = "sharpness ";
  static final String SIDED = "sided ";

  private static final double SMALL = 1e-4;
  private static final int REASONS = 8;

  private final PairFeatures features;
  private final ModelBundle bundle;
  private final LinearModel whether;
  private final LinearModel which;

  PairStance(PairFeatures features, ModelBundle bundle) {
    this.features = features;
    this.bundle = bundle;
    whether = model(bundle, WHETHER, WHETHER_CLASSES);
    which = model(bundle, WHICH, WHICH_CLASSES);
  }

  private static LinearModel model(ModelBundle bundle, String name, List<String> classes) {
    LinearModel model = bundle.models().get(name);
    if (model == null || !model.outputs().equals(classes)) {
      throw new IllegalArgumentException("model '" + name + "' with " + classes + " is missing");
    }
    return model;
  }

  /**
   * How likely each answer is.
   *
   * @param against 0 to 1
   * @param none 0 to 1
   * @param favor 0 to 1
   * @param query 0 to 1; the four sum to 1
   * @param reasons what spoke for the likelier side, strongest first
   */
  public record Answer(
      double against, double none, double favor, double query, List<Judgement.Reason> reasons) {}

  /**
   * The model of this library; see docs/models/pair-stance.md.
   *
   * @param lexicon words and phrases with their valence
   * @return a classifier
   */
  public static PairStance shipped(ValenceLexicon lexicon) {
    return new PairStance(
        new PairFeatures(lexicon), ModelBundle.shipped(PairStance.class, "pair-stance.model"));
  }

  /**
   * Reads a model that a {@code PairStanceTrainer} made.
   *
   * @param file the model
   * @return a classifier
   * @throws IOException if the file cannot be read or is no such model
   */
  public static PairStance read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new PairStance(
          new PairFeatures(ValenceLexicon.shipped()), ModelBundle.read(in, file.toString()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": this is no model of pair stance: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the model.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out) throws IOException {
    bundle.write(out);
  }

  /**
   * Judges a text. Of texts longer than 20,000 characters the beginning is read.
   *
   * @param relation what the first is
   * @param first the answered text, the claim or the actor's name
   * @param names other names of an actor
   * @param text what somebody wrote
   * @return calibrated probabilities
   */
  public Answer judge(Relation relation, String first, List<String> names, String text) {
    return judge(features.pair(relation, first, names, text, List.of()));
  }

  Answer judge(PairFeatures.Pair pair) {
    FeatureVector vector = features.of(pair);
    double[] four = probabilities(whether, which, vector);
    String key = PairFeatures.key(pair.relation());
    double[] likely =
        calibrated(
            four,
            bundle.settings().getOrDefault(SHARPNESS + key, 1.0),
            bundle.settings().getOrDefault(SIDED + key, 0.0));
    int side = likely[2] > likely[0] ? 1 : 0;
    List<Judgement.Reason> reasons = new ArrayList<>();
    for (LinearModel.Contribution part : which.contributions(vector, side, 1 - side)) {
      if (reasons.size() == REASONS) {
        break;
      }
      reasons.add(new Judgement.Reason(part.feature(), part.amount()));
    }
    return new Answer(likely[0], likely[1], likely[2], likely[3], List.copyOf(reasons));
  }

  PairFeatures.Pair pair(
      Relation relation, String first, List<String> names, String text, List<Span> places) {
    return features.pair(relation, first, names, text, places);
  }

  PairFeatures features() {
    return features;
  }

  String modelHash() {
    return bundle.hash();
  }

  /** Of against, none, favor, query, before they are calibrated. */
  static double[] probabilities(LinearModel whether, LinearModel which, FeatureVector vector) {
    double[] first = Offsets.probabilities(whether.scores(vector), new double[3]);
    double[] second = which.probabilities(vector);
    return new double[] {first[0] * second[0], first[1], first[0] * second[1], first[2]};
  }

  /** Each to the power of the sharpness, the sides raised by a factor, scaled to the sum 1. */
  static double[] calibrated(double[] four, double sharpness, double sided) {
    double[] scores = new double[four.length];
    for (int k = 0; k < four.length; k++) {
      scores[k] = sharpness * Math.log(four[k] + SMALL) + (k == 0 || k == 2 ? sided : 0);
    }
    return LinearModel.softmax(scores);
  }
}
