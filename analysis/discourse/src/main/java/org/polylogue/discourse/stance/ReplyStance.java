package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.StanceLabel.Agreement;

/**
 * Stance of a reply towards what it answers. Immutable and thread-safe. The scheme is that of Lei
 * and Huang (2022).
 *
 * <p>It looks at how the reply opens, at address, negation, questions and insult, at tone on both
 * sides, at what it repeats of the parent, and only then at words.
 */
public final class ReplyStance {

  static final List<Agreement> LABELS =
      List.of(Agreement.AGREE, Agreement.NEUTRAL, Agreement.DISAGREE);
  static final List<String> CLASSES = LABELS.stream().map(Agreement::name).toList();
  static final String MODEL = "reply";

  private static final int REASONS = 8;

  private final ReplyFeatures features;
  private final ModelBundle bundle;
  private final LinearModel model;
  private final double[] offsets = new double[CLASSES.size()];

  ReplyStance(ReplyFeatures features, ModelBundle bundle) {
    this.features = features;
    this.bundle = bundle;
    this.model = bundle.models().get(MODEL);
    if (model == null || !model.outputs().equals(CLASSES)) {
      throw new IllegalArgumentException("a model with the labels " + CLASSES + " is missing");
    }
    for (int k = 0; k < offsets.length; k++) {
      offsets[k] = bundle.settings().getOrDefault(CLASSES.get(k), 0.0);
    }
  }

  /**
   * The model of this library, trained on a forum about mask mandates; see
   * docs/models/reply-stance.md.
   *
   * @return a classifier
   */
  public static ReplyStance shipped() {
    String name = "reply-stance.model";
    try (InputStream in = ReplyStance.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new ReplyStance(
          new ReplyFeatures(ValenceLexicon.shipped()), ModelBundle.read(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model that a {@link ReplyStanceTrainer} made.
   *
   * @param file the model
   * @return a classifier
   * @throws IOException if the file cannot be read or is no such model
   */
  public static ReplyStance read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new ReplyStance(
          new ReplyFeatures(ValenceLexicon.shipped()), ModelBundle.read(in, file.toString()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": this is no model of reply stance: " + e.getMessage(), e);
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
   * Judges a reply. Of texts longer than 20,000 characters the beginning is read.
   *
   * @param parent what is answered: a comment, a passage, a headline with its lead
   * @param reply the answer
   * @return the probabilities of AGREE, NEUTRAL and DISAGREE
   */
  public Judgement<Agreement> judge(String parent, String reply) {
    FeatureVector vector = features.of(parent, reply);
    double[] probabilities = Offsets.probabilities(model.scores(vector), offsets);
    int best = Offsets.best(probabilities, new double[probabilities.length]);
    List<Judgement.Reason> reasons = new ArrayList<>();
    for (LinearModel.Contribution part : model.contributions(vector, best)) {
      if (reasons.size() == REASONS) {
        break;
      }
      reasons.add(new Judgement.Reason(part.feature(), part.amount()));
    }
    return Judgement.of(LABELS, probabilities, reasons);
  }
}
