package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.StanceLabel.Favor;

/**
 * Stance of a text towards a target given by name: an actor or a claim, mentioned or not. Immutable
 * and thread-safe.
 *
 * <p>A target that the model was trained on is judged by words and letter sequences of texts about
 * it (Mohammad, Sobhani, Kiritchenko 2017, "Stance and Sentiment in Tweets"); any other target by
 * cues that hold for every target: the tone near its mentions, signs for and against it, the voice
 * of the camp that it belongs to, tone towards its allies and opponents. The scheme is that of
 * SemEval-2016 task 6.
 */
public final class TargetStance {

  static final List<Favor> LABELS = List.of(Favor.FAVOR, Favor.AGAINST, Favor.NONE);
  static final List<String> CLASSES = LABELS.stream().map(Favor::name).toList();
  static final String SHARED = "any target";
  static final String KNOWN = "target ";

  private static final int REASONS = 8;
  private static final int LONGEST_TEXT = 20_000;

  private final TargetFeatures features;
  private final ModelBundle bundle;
  private final double[] knownOffsets;
  private final double[] sharedOffsets;

  TargetStance(TargetFeatures features, ModelBundle bundle) {
    this.features = features;
    this.bundle = bundle;
    for (LinearModel model : bundle.models().values()) {
      if (!model.outputs().equals(CLASSES)) {
        throw new IllegalArgumentException("labels are " + model.outputs() + ", not " + CLASSES);
      }
    }
    if (!bundle.models().containsKey(SHARED)) {
      throw new IllegalArgumentException("the model for any target is missing");
    }
    this.knownOffsets = offsets(bundle, "known");
    this.sharedOffsets = offsets(bundle, "shared");
  }

  private static double[] offsets(ModelBundle bundle, String which) {
    double[] offsets = new double[CLASSES.size()];
    for (int k = 0; k < offsets.length; k++) {
      offsets[k] = bundle.settings().getOrDefault(which + " " + CLASSES.get(k), 0.0);
    }
    return offsets;
  }

  /**
   * The model of this library, trained on SemEval-2016 task 6; see docs/models/target-stance.md.
   *
   * @return a classifier
   */
  public static TargetStance shipped() {
    String name = "target-stance.model";
    try (InputStream in = TargetStance.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new TargetStance(
          new TargetFeatures(ValenceLexicon.shipped()), ModelBundle.read(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model that a {@link TargetStanceTrainer} made.
   *
   * @param file the model
   * @return a classifier
   * @throws IOException if the file cannot be read or is no such model
   */
  public static TargetStance read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new TargetStance(
          new TargetFeatures(ValenceLexicon.shipped()), ModelBundle.read(in, file.toString()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": this is no model of target stance: " + e.getMessage(), e);
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
   * The targets that it was trained on.
   *
   * @return their names in lower case, sorted
   */
  public SortedSet<String> targets() {
    SortedSet<String> targets = new TreeSet<>();
    for (String name : bundle.models().keySet()) {
      if (name.startsWith(KNOWN)) {
        targets.add(name.substring(KNOWN.length()));
      }
    }
    return targets;
  }

  static String key(String target) {
    return KNOWN + target.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Judges a text. A text of more than 20,000 characters is judged by its beginning.
   *
   * @param text what somebody wrote
   * @param target a name or a claim
   * @return the probabilities of FAVOR, AGAINST and NONE
   */
  public Judgement<Favor> judge(String text, String target) {
    Objects.requireNonNull(target, "target");
    PostWords words = PostWords.of(beginning(text));
    TargetPhrase phrase = features.phrase(target);
    return judge(words, phrase);
  }

  Judgement<Favor> judge(PostWords words, TargetPhrase phrase) {
    LinearModel known = bundle.models().get(key(phrase.phrase()));
    FeatureVector vector =
        known == null ? features.shared(words, phrase) : features.known(words, phrase);
    LinearModel model = known == null ? bundle.models().get(SHARED) : known;
    double[] offsets = known == null ? sharedOffsets : knownOffsets;
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

  TargetFeatures features() {
    return features;
  }

  static String beginning(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    return text.substring(0, end);
  }
}
