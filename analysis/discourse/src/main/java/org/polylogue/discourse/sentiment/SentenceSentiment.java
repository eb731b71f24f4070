package org.polylogue.discourse.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.Sentence;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Tone;
import org.polylogue.pipeline.Scope;

/**
 * The tone of sentences: a regression over the words of a valence lexicon, what shifts them
 * (negation, degree, contrast, mood), words, word pairs and dependencies. Immutable and
 * thread-safe.
 *
 * <p>A score of a sentence is the weighted sum of its features, cut to −1…1. Its trace says what
 * moved it: the amounts of a trace sum to the score before the cut. A sentence has no sentiment if
 * it has no word of the lexicon and its other words do not move the score to ±0.05 either.
 *
 * <p>Uses tags, lemmas and dependencies where the sentence has them. Takes time linear in the
 * sentence.
 */
public final class SentenceSentiment implements Judge<SentenceQuestion, Optional<ToneJudgement>> {

  /** Scores nearer to 0 than this are no tone unless a word of the lexicon is there. */
  public static final double NEUTRAL = Tone.NEUTRAL_SCORE;

  private final OpinionFinder finder;
  private final Optional<LinearModel> model;

  private SentenceSentiment(ValenceLexicon lexicon, Optional<LinearModel> model) {
    finder = new OpinionFinder(lexicon, Modifiers.shipped());
    this.model = model;
  }

  /**
   * With the lexicon and the model of this library.
   *
   * @return a new one; keep it, loading takes a tenth of a second
   */
  public static SentenceSentiment shipped() {
    return shipped(ValenceLexicon.shipped());
  }

  /**
   * With the model of this library and a lexicon of one's own, such as the shipped one {@linkplain
   * ValenceLexicon#overriddenBy overridden}. Words the model does not know count by their valence.
   *
   * @param lexicon words and phrases with their valence
   * @return a new one
   */
  public static SentenceSentiment shipped(ValenceLexicon lexicon) {
    return of(lexicon, shippedModel("sentence-sentiment.model"));
  }

  /**
   * With a model of one's own, trained on {@link #features}.
   *
   * @param lexicon words and phrases with their valence
   * @param model a regression whose output is a score from −1 to 1
   * @return a new one
   */
  public static SentenceSentiment of(ValenceLexicon lexicon, LinearModel model) {
    if (model.outputs().size() != 1) {
      throw new IllegalArgumentException("no regression: outputs " + model.outputs());
    }
    return new SentenceSentiment(Objects.requireNonNull(lexicon, "lexicon"), Optional.of(model));
  }

  /**
   * Rules alone: the sum <i>s</i> of the shifted valences over the square root of <i>s</i>² + 1.5,
   * the normalisation of Hutto and Gilbert (2014) with another constant.
   *
   * @param lexicon words and phrases with their valence
   * @return a new one
   */
  public static SentenceSentiment rules(ValenceLexicon lexicon) {
    return new SentenceSentiment(Objects.requireNonNull(lexicon, "lexicon"), Optional.empty());
  }

  static LinearModel shippedModel(String name) {
    try (InputStream in = SentenceSentiment.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the model " + name + " is not on the class path");
      }
      return LinearModel.read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The features that a model of sentence tone is trained on.
   *
   * @param passage one sentence or several that are rated as one
   * @return named numbers; none for no sentence
   */
  public FeatureVector features(List<Sentence> passage) {
    FeatureVector features = new FeatureVector();
    for (Sentence sentence : passage) {
      SentenceWords words = new SentenceWords(sentence);
      Modifiers.Found found = finder.modifiers(words);
      SentenceFeatures.add(features, words, finder.find(words, found), found);
    }
    return features;
  }

  /**
   * The tone of a sentence, or of several that are read as one.
   *
   * @param passage sentences of one document, in order
   * @return empty if there is no evidence, or no sentence
   */
  public Optional<ToneJudgement> judge(List<Sentence> passage) {
    FeatureVector features = new FeatureVector();
    List<Opinion> opinions = new ArrayList<>();
    for (Sentence sentence : passage) {
      SentenceWords words = new SentenceWords(sentence);
      Modifiers.Found found = finder.modifiers(words);
      List<Opinion> own = finder.find(words, found);
      SentenceFeatures.add(features, words, own, found);
      opinions.addAll(own);
    }
    SentimentTrace trace =
        model
            .map(weights -> SentimentTrace.of(weights, features, opinions))
            .orElseGet(() -> SentimentTrace.ofRules(opinions));
    if (passage.isEmpty() || opinions.isEmpty() && Math.abs(trace.sum()) < NEUTRAL) {
      return Optional.empty();
    }
    double score = Math.max(-1, Math.min(1, trace.sum()));
    return Optional.of(ToneJudgement.of(score, trace.contributions()));
  }

  @Override
  public JudgeId id() {
    return model
        .map(weights -> new JudgeId("linear-sentence", weights.hash()))
        .orElse(JudgeId.rule("valence-rules"));
  }

  @Override
  public List<Optional<ToneJudgement>> judge(List<SentenceQuestion> questions, Scope scope) {
    return questions.stream().map(question -> judge(List.of(question.sentence()))).toList();
  }
}
