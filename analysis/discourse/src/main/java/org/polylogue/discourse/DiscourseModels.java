package org.polylogue.discourse;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.polylogue.discourse.entity.post.PostNameFinder;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.LinearStanceJudge;
import org.polylogue.discourse.stance.PairStance;
import org.polylogue.discourse.stance.TargetStance;

/**
 * The trained parts that are shipped. Each is loaded when it is first asked for, and kept as long
 * as this object is; so what is not asked for costs nothing. Its judges are the lean ones, on
 * linear models. Thread-safe.
 *
 * <p>What models look words up in is no model and no choice, but shipped data: classes of words,
 * lists of names, a vocabulary of posts, tables of words. It is immutable and read once in a
 * process, see {@code docs/decisions/050}; and {@link org.polylogue.language.WordLists} for tables
 * of one's own.
 */
public final class DiscourseModels implements Judges {

  private final Supplier<PostNameFinder> postNames = new Kept<>(PostNameFinder::shipped);
  private final Supplier<QuotationFinder> quotations = new Kept<>(QuotationFinder::shipped);
  private final Supplier<SentenceSentiment> sentences;
  private final Supplier<TargetSentiment> targets;
  private final Supplier<LinearStanceJudge> stances;

  private DiscourseModels(Supplier<ValenceLexicon> lexicon) {
    sentences = new Kept<>(() -> SentenceSentiment.shipped(lexicon.get()));
    targets = new Kept<>(() -> TargetSentiment.shipped(lexicon.get()));
    stances =
        new Kept<>(
            () ->
                new LinearStanceJudge(
                    PairStance.shipped(lexicon.get()), TargetStance.shipped(lexicon.get())));
  }

  /** What a supplier gives at the first call; later calls give the same. */
  private static final class Kept<T> implements Supplier<T> {
    private final Supplier<T> loading;
    private T value;

    Kept(Supplier<T> loading) {
      this.loading = loading;
    }

    @Override
    public synchronized T get() {
      if (value == null) {
        value = loading.get();
      }
      return value;
    }
  }

  /**
   * The models that are shipped, with the lexicon that is.
   *
   * @return all of them, none loaded yet
   */
  public static DiscourseModels shipped() {
    return new DiscourseModels(new Kept<>(ValenceLexicon::shipped));
  }

  /**
   * The models that are shipped, with a lexicon of one's own.
   *
   * @param lexicon words and phrases with their valence
   * @return all of them, none loaded yet
   */
  public static DiscourseModels shipped(ValenceLexicon lexicon) {
    Objects.requireNonNull(lexicon, "lexicon");
    return new DiscourseModels(() -> lexicon);
  }

  /**
   * Finds names in comments.
   *
   * @return always the same
   */
  public PostNameFinder postNames() {
    return postNames.get();
  }

  @Override
  public QuotationFinder quotations() {
    return quotations.get();
  }

  @Override
  public Judge<SentenceQuestion, Optional<ToneJudgement>> sentences() {
    return sentences.get();
  }

  @Override
  public Judge<TargetQuestion, ToneJudgement> targets() {
    return targets.get();
  }

  @Override
  public Judge<StanceQuestion, StanceJudgement> stances() {
    return stances.get();
  }
}
