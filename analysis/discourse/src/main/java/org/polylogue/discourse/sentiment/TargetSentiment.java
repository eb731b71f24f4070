package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Sentiment.Contribution;
import org.polylogue.model.Voice;
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
public final class TargetSentiment {

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

  /** The sign of a tone. */
  public enum Polarity {
    /** Negative. */
    NEGATIVE,
    /** Neither negative nor positive. */
    NEUTRAL,
    /** Positive. */
    POSITIVE
  }

  /**
   * How likely each tone is.
   *
   * @param negative 0 to 1
   * @param neutral 0 to 1
   * @param positive 0 to 1; the three sum to 1
   */
  public record Judgement(double negative, double neutral, double positive) {

    /**
     * The likeliest tone.
     *
     * @return neutral on ties
     */
    public Polarity polarity() {
      if (neutral >= negative && neutral >= positive) {
        return Polarity.NEUTRAL;
      }
      return negative >= positive ? Polarity.NEGATIVE : Polarity.POSITIVE;
    }

    /**
     * The tone as one number.
     *
     * @return positive less negative, −1 to 1
     */
    public double score() {
      return Math.max(-1, Math.min(1, positive - negative));
    }
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
    return new SentenceContext(new Words(sentence), finder);
  }

  private static FeatureVector features(SentenceContext context, Effects effects, Span target) {
    Words words = context.words;
    if (!words.sentence().span().overlaps(target)) {
      throw new IllegalArgumentException(
          "mention " + target + " is not in sentence " + words.sentence().span());
    }
    int first = words.tokenAt(target.start());
    int last = Math.max(first, words.tokenAt(target.end() - 1));
    if (last >= words.size() || words.sentence().token(last).start() >= target.end()) {
      last = Math.max(first, last - 1);
    }
    return TargetFeatures.of(context, effects, first, last);
  }

  /**
   * How likely each tone towards a mention is.
   *
   * @param sentence the sentence
   * @param target the mention, a span of the document's text that overlaps the sentence
   * @return the probabilities
   * @throws IllegalArgumentException if the mention lies outside the sentence
   */
  public Judgement judge(Sentence sentence, Span target) {
    return judge(features(context(sentence, finder), effects, target));
  }

  /**
   * How likely each tone is, from features made before.
   *
   * @param features as {@link #features} makes them
   * @return the probabilities
   */
  public Judgement judge(FeatureVector features) {
    return judgement(model.probabilities(features));
  }

  private static Judgement judgement(double[] probabilities) {
    return new Judgement(probabilities[0], probabilities[1], probabilities[2]);
  }

  /**
   * The tone towards mentions of a text.
   *
   * @param text an annotated document
   * @param targets mentions in any order; those outside all sentences are passed over
   * @param own the voice of all that no voiced span covers
   * @param voices whose voice parts of the text are in; where two overlap, the later one holds
   * @return in text order; nothing for mentions towards which the tone is neutral
   */
  public List<Sentiment> of(
      AnnotatedText text, List<Span> targets, Voice own, List<VoicedSpan> voices) {
    List<Span> ordered = targets.stream().distinct().sorted().toList();
    List<Sentiment> found = new ArrayList<>();
    Voices at = new Voices(own, voices);
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      Span span = sentence.span();
      while (next < ordered.size() && ordered.get(next).end() <= span.start()) {
        next++;
      }
      int first = next;
      SentenceContext context = null;
      while (next < ordered.size() && ordered.get(next).start() < span.end()) {
        next++;
      }
      for (Span target : ordered.subList(first, next)) {
        if (target.overlaps(span)) {
          context = context == null ? context(sentence, finder) : context;
          of(context, target, at.at(target.start())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Sentiment> of(SentenceContext context, Span target, Voice voice) {
    FeatureVector features = features(context, effects, target);
    Judgement judgement = judge(features);
    if (judgement.polarity() == Polarity.NEUTRAL) {
      return Optional.empty();
    }
    return Optional.of(
        new Sentiment(
            context.words.sentence().span(),
            judgement.score(),
            voice,
            Optional.of(target),
            trace(features)));
  }

  /** Amounts are differences of the positive and the negative class's score, in log odds. */
  private List<Contribution> trace(FeatureVector features) {
    return model.contributions(features, 2, 0).stream()
        .limit(SHOWN)
        .map(part -> new Contribution(part.feature(), part.amount()))
        .toList();
  }
}
