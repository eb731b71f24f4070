package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.Sentence;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment.Contribution;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * The tone towards a mention: how it is linked by dependencies to the opinion words of its
 * sentence, what it does and what is done to it, and the words before and after. Several mentions
 * in one sentence are judged each by itself, so their signs may differ. Immutable and thread-safe.
 *
 * <p>The model is a linear one over the classes {@code -1}, {@code 0} and {@code 1}. The score of a
 * mention is the probability of a positive tone less that of a negative one. The mention's own name
 * is masked: no name is good or bad by itself.
 */
public final class TargetSentiment implements Judge<TargetQuestion, ToneJudgement> {

  /** The classes of the model, in the order of its outputs. */
  public static final List<String> CLASSES = List.of("-1", "0", "1");

  private static final int SHOWN = 20;

  private final OpinionFinder finder;
  private final Effects effects;
  private final LinearModel model;

  private TargetSentiment(ValenceLexicon lexicon, LinearModel model) {
    finder = new OpinionFinder(lexicon, Modifiers.shipped());
    effects = Effects.shipped();
    this.model = model;
  }

  /**
   * With the lexicon and the model of this library.
   *
   * @return a new one; keep it, loading takes a tenth of a second
   */
  public static TargetSentiment shipped() {
    return shipped(ValenceLexicon.shipped());
  }

  /**
   * With the model of this library and a lexicon of one's own.
   *
   * @param lexicon words and phrases with their valence
   * @return a new one
   */
  public static TargetSentiment shipped(ValenceLexicon lexicon) {
    return of(lexicon, SentenceSentiment.shippedModel("target-sentiment.model"));
  }

  /**
   * With a model of one's own, trained on {@link #features}.
   *
   * @param lexicon words and phrases with their valence
   * @param model a classifier over {@link #CLASSES}
   * @return a new one
   */
  public static TargetSentiment of(ValenceLexicon lexicon, LinearModel model) {
    if (!model.outputs().equals(CLASSES)) {
      throw new IllegalArgumentException("outputs " + model.outputs() + ", not " + CLASSES);
    }
    return new TargetSentiment(lexicon, model);
  }

  /**
   * Makes the features that a model of target tone is trained on.
   *
   * @param lexicon words and phrases with their valence
   * @return features of a sentence and a mention in it
   */
  public static Features features(ValenceLexicon lexicon) {
    OpinionFinder finder = new OpinionFinder(lexicon, Modifiers.shipped());
    Effects effects = Effects.shipped();
    return (sentence, target) -> features(context(sentence, finder), effects, target);
  }

  /** Describes a mention in its sentence. */
  @FunctionalInterface
  public interface Features {

    /**
     * Describes a mention.
     *
     * @param sentence the sentence
     * @param target the mention, a span of the document's text that overlaps the sentence
     * @return named numbers
     */
    FeatureVector of(Sentence sentence, Span target);
  }

  private static SentenceContext context(Sentence sentence, OpinionFinder finder) {
    return new SentenceContext(new SentenceWords(sentence), finder);
  }

  private static FeatureVector features(SentenceContext context, Effects effects, Span target) {
    SentenceWords words = context.words;
    if (!words.sentence().span().overlaps(target)) {
      throw new IllegalArgumentException(
          "mention " + target + " is not in sentence " + words.sentence().span());
    }
    int first = words.tokenAt(target.start());
    int last = Math.max(first, words.tokenAt(target.end() - 1));
    if (last >= words.size() || words.sentence().token(last).start() >= target.end()) {
      last = Math.max(first, last - 1);
    }
    return TargetToneFeatures.of(context, effects, first, last);
  }

  /**
   * How likely each tone towards a mention is.
   *
   * @param sentence the sentence
   * @param target the mention, a span of the document's text that overlaps the sentence
   * @return the probabilities
   * @throws IllegalArgumentException if the mention lies outside the sentence
   */
  public ToneProbabilities probabilities(Sentence sentence, Span target) {
    return probabilities(features(context(sentence, finder), effects, target));
  }

  /**
   * How likely each tone is, from features made before.
   *
   * @param features as {@link #features} makes them
   * @return the probabilities
   */
  public ToneProbabilities probabilities(FeatureVector features) {
    double[] found = model.probabilities(features);
    return new ToneProbabilities(found[0], found[1], found[2]);
  }

  @Override
  public JudgeId id() {
    return new JudgeId("linear-target", model.hash());
  }

  @Override
  public List<ToneJudgement> judge(List<TargetQuestion> questions, Scope scope) {
    List<ToneJudgement> judgements = new ArrayList<>(questions.size());
    SentenceContext context = null;
    for (TargetQuestion question : questions) {
      if (context == null || context.words.sentence() != question.sentence()) {
        context = context(question.sentence(), finder);
      }
      FeatureVector features = features(context, effects, question.target());
      ToneProbabilities likely = probabilities(features);
      boolean neutral = likely.tone() == Tone.NEUTRAL;
      judgements.add(ToneJudgement.of(likely, neutral ? List.of() : trace(features)));
    }
    return judgements;
  }

  /** Amounts are differences of the positive and the negative class's score, in log odds. */
  private List<Contribution> trace(FeatureVector features) {
    return model.contributions(features, 2, 0).stream()
        .limit(SHOWN)
        .map(part -> new Contribution(part.feature(), part.amount()))
        .toList();
  }
}
