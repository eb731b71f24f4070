package org.polylogue.discourse.stance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.ModelBundle;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.text.Span;

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
  static final String PRIOR = "log odds of FAVOR against AGAINST";

  private static final int REASONS = 8;
  private static final int LONGEST_TEXT = 20_000;

  private final TargetStanceFeatures features;
  private final ModelBundle bundle;
  private final double[] knownOffsets;
  private final double[] sharedOffsets;
  private final double priorBalance;

  TargetStance(TargetStanceFeatures features, ModelBundle bundle) {
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
    this.priorBalance = bundle.settings().getOrDefault(PRIOR, 0.0);
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
    return shipped(ValenceLexicon.shipped());
  }

  /**
   * The model of this library with a lexicon of one's own.
   *
   * @param lexicon words and phrases with their valence
   * @return a classifier
   */
  public static TargetStance shipped(ValenceLexicon lexicon) {
    return new TargetStance(
        new TargetStanceFeatures(lexicon),
        ModelBundle.shipped(TargetStance.class, "target-stance.model"));
  }

  /**
   * Reads a model that a {@code TargetStanceTrainer} made.
   *
   * @param file the model
   * @return a classifier
   * @throws IOException if the file cannot be read or is no such model
   */
  public static TargetStance read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new TargetStance(
          new TargetStanceFeatures(ValenceLexicon.shipped()),
          ModelBundle.read(in, file.toString()));
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
    for (LinearModel.Contribution part : model.contributions(readable(vector), best)) {
      if (reasons.size() == REASONS) {
        break;
      }
      reasons.add(new Judgement.Reason(part.feature(), part.amount()));
    }
    return Judgement.of(LABELS, probabilities, reasons);
  }

  /** Judges the sentences around the places and around words that name the target. */
  StanceJudgement judge(StanceQuestion question, String target) {
    String own = beginning(question.ownText());
    PostWords all = PostWords.of(own);
    if (!Evidence.hasWords(all)) {
      return StanceJudgement.withheld("there are no words of the holder's own");
    }
    List<String> names = new ArrayList<>(question.names());
    names.add(target);
    TargetPhrase phrase = features.phrase(target, names);
    List<Span> around = around(all, phrase, question.places());
    PostWords read = around.isEmpty() ? all : PostWords.of(StanceQuestion.only(own, around));
    List<Span> cues = Evidence.cues(read);
    List<Span> evidence = new ArrayList<>(around);
    evidence.addAll(cues);
    Map<Favor, Double> likely = judge(read, phrase).probabilities();
    return new StanceJudgement(
        likely.get(Favor.AGAINST),
        likely.get(Favor.NONE),
        likely.get(Favor.FAVOR),
        0,
        evidence,
        Optional.empty());
  }

  boolean knows(String target) {
    return bundle.models().containsKey(key(target));
  }

  String modelHash() {
    return bundle.hash();
  }

  private static List<Span> around(PostWords text, TargetPhrase phrase, List<Span> places) {
    List<Span> around = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < text.size(); i++) {
      if (text.sentence()[i] == last) {
        continue;
      }
      Span word = new Span(text.start(i), text.end(i));
      if (phrase.names(text.word(i)) || places.stream().anyMatch(word::overlaps)) {
        last = text.sentence()[i];
        around.add(text.sentenceSpan(i));
      }
    }
    return around;
  }

  /** Without letter sequences, which tell a reader nothing. */
  private static FeatureVector readable(FeatureVector vector) {
    FeatureVector readable = new FeatureVector();
    vector.forEach(
        (name, value) -> {
          if (!name.startsWith(PostNGrams.LETTERS)) {
            readable.add(name, value);
          }
        });
    return readable;
  }

  TargetStanceFeatures features() {
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
