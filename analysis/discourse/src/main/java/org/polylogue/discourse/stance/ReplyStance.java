package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  static final String CUES = "cues";
  static final String WORDS = "words";
  static final double WORDS_BESIDE_CUES = 0.7;

  private static final int REASONS = 8;

  private final ReplyFeatures features;
  private final ModelBundle bundle;
  private final LinearModel cues;
  private final LinearModel words;
  private final double[] offsets = new double[CLASSES.size()];

  ReplyStance(ReplyFeatures features, ModelBundle bundle) {
    this.features = features;
    this.bundle = bundle;
    this.cues = model(bundle, CUES);
    this.words = model(bundle, WORDS);
    for (int k = 0; k < offsets.length; k++) {
      offsets[k] = bundle.settings().getOrDefault(CLASSES.get(k), 0.0);
    }
  }

  private static LinearModel model(ModelBundle bundle, String name) {
    LinearModel model = bundle.models().get(name);
    if (model == null || !model.outputs().equals(CLASSES)) {
      throw new IllegalArgumentException("model '" + name + "' with " + CLASSES + " is missing");
    }
    return model;
  }

  /**
   * The model of this library, trained on a forum about mask mandates; see
   * docs/models/reply-stance.md.
   *
   * @return a classifier
   */
  public static ReplyStance shipped() {
    return shipped(ValenceLexicon.shipped());
  }

  /**
   * The model of this library with a lexicon of one's own.
   *
   * @param lexicon words and phrases with their valence
   * @return a classifier
   */
  public static ReplyStance shipped(ValenceLexicon lexicon) {
    return new ReplyStance(
        new ReplyFeatures(lexicon), ModelBundle.shipped(ReplyStance.class, "reply-stance.model"));
  }

  /**
   * Reads a model that a {@code ReplyStanceTrainer} made.
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
    return judge(
        PostWords.of(TargetStance.beginning(parent)), PostWords.of(TargetStance.beginning(reply)));
  }

  Judgement<Agreement> judge(PostWords parent, PostWords reply) {
    ReplyFeatures.Pair pair = features.of(parent, reply);
    double[] scores = scores(cues, words, pair);
    double[] probabilities = Offsets.probabilities(scores, offsets);
    int best = Offsets.best(scores, offsets);
    List<Judgement.Reason> reasons = new ArrayList<>();
    for (LinearModel.Contribution part : cues.contributions(pair.cues(), best)) {
      if (reasons.size() == REASONS) {
        break;
      }
      reasons.add(new Judgement.Reason(part.feature(), part.amount()));
    }
    return Judgement.of(LABELS, probabilities, reasons);
  }

  String modelHash() {
    return bundle.hash();
  }

  static double[] scores(LinearModel cues, LinearModel words, ReplyFeatures.Pair pair) {
    double[] scores = cues.scores(pair.cues());
    double[] beside = words.scores(pair.words());
    for (int k = 0; k < scores.length; k++) {
      scores[k] += WORDS_BESIDE_CUES * beside[k];
    }
    return scores;
  }
}
