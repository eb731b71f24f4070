package org.polylogue.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.encoder.WordPieces.Pieces;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Affected;
import org.polylogue.model.Document;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment.Contribution;
import org.polylogue.model.Stance;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.pipeline.Sha256;
import org.polylogue.text.Span;

/**
 * The judges on the encoder. A sentence is read once, and answers about itself and about every
 * mention in it; a text is read beside what it answers for a stance. Immutable and thread-safe;
 * they load with the first question, and hold the encoders until they are closed.
 */
public final class EncoderJudges implements Judges, AutoCloseable {

  private static final int SHOWN = 5;
  private static final double TOLD = 0.02;
  private static final String NAME = "encoder";
  private static final String ATTRIBUTIONS = "attribution.model";

  private final Encoder encoder;
  private final Encoder pairs;
  private final Optional<Encoder> words;
  private final SentenceReadings readings;
  private final Judges beside;
  private final Settings settings;

  /**
   * How sure a judge has to be, and whether it explains itself.
   *
   * @param tone how likely a tone towards a mention has to be to be told, 0 to 1; below one half it
   *     is told though neutral may be likelier
   * @param affected how likely harm or help has to be to be told, 0 to 1
   * @param mixtures how the encoder's stances are weighed beside those of the other judges, by what
   *     is answered
   * @param traced whether the words that moved a tone are looked for, which reads a sentence once
   *     more for each of its words
   */
  public record Settings(
      double tone, double affected, Map<Relation, Mixture> mixtures, boolean traced) {

    /** Thresholds that were chosen on held-out texts, without traces. */
    public static final Settings DEFAULT = new Settings(0.28, 0.5, Mixture.shipped(), false);
  }

  private QuotationFinder quotations;

  private EncoderJudges(
      Encoder encoder, Encoder pairs, Optional<Encoder> words, Judges beside, Settings settings) {
    this.words = words;
    this.beside = Objects.requireNonNull(beside, "beside");
    this.encoder = Objects.requireNonNull(encoder, "encoder");
    this.pairs = Objects.requireNonNull(pairs, "pairs");
    this.settings = Objects.requireNonNull(settings, "settings");
    readings = new SentenceReadings(encoder);
  }

  /**
   * With the weights of this library.
   *
   * @return new judges; keep them, loading takes a second
   */
  public static EncoderJudges shipped() {
    return new EncoderJudges(
        Encoder.tones(),
        Encoder.stances(),
        Optional.of(Encoder.attributions()),
        DiscourseModels.shipped(),
        Settings.DEFAULT);
  }

  /**
   * With encoders and settings of one's own; quotations are found as the other judges find them.
   *
   * @param encoder reads sentences for tone; it is closed with the judges
   * @param pairs reads texts beside what they answer, for stance; it is closed with the judges
   * @param beside whose stances are weighed too; their tones are not asked for
   * @param settings how sure they have to be
   * @return new judges
   */
  public static EncoderJudges of(Encoder encoder, Encoder pairs, Judges beside, Settings settings) {
    return new EncoderJudges(encoder, pairs, Optional.empty(), beside, settings);
  }

  /**
   * The same judges, which look for the words that moved a tone.
   *
   * @return a copy on the same encoder
   */
  public EncoderJudges traced() {
    return new EncoderJudges(
        encoder,
        pairs,
        words,
        beside,
        new Settings(settings.tone(), settings.affected(), settings.mixtures(), true));
  }

  /**
   * The same judges, which weigh stances otherwise.
   *
   * @param mixtures for each relation
   * @return a copy on the same encoders
   */
  public EncoderJudges mixed(Map<Relation, Mixture> mixtures) {
    return new EncoderJudges(
        encoder,
        pairs,
        words,
        beside,
        new Settings(settings.tone(), settings.affected(), mixtures, settings.traced()));
  }

  /**
   * What they read sentences with.
   *
   * @return the encoder, which serves other questions too
   */
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public void close() {
    encoder.close();
    pairs.close();
    words.ifPresent(Encoder::close);
  }

  @Override
  public synchronized QuotationFinder quotations() {
    if (quotations == null) {
      quotations = words.map(this::finder).orElseGet(beside::quotations);
    }
    return quotations;
  }

  /** It learned from articles, and is no better in comments than the one that reads no sentence. */
  private QuotationFinder finder(Encoder words) {
    try (InputStream in = EncoderJudges.class.getResourceAsStream(ATTRIBUTIONS)) {
      if (in == null) {
        throw new IOException(ATTRIBUTIONS + " is not on the class path");
      }
      return QuotationFinder.read(in, ATTRIBUTIONS, Optional.of(new EncoderAttributions(words)))
          .withComments(beside.quotations());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Judge<SentenceQuestion, Optional<ToneJudgement>> sentences() {
    return new Sentences();
  }

  @Override
  public Judge<TargetQuestion, ToneJudgement> targets() {
    return new Targets();
  }

  @Override
  public Judge<StanceQuestion, StanceJudgement> stances() {
    return new Stances();
  }

  private static JudgeId id(Encoder encoder) {
    return new JudgeId(NAME, encoder.fingerprint());
  }

  private final class Sentences implements Judge<SentenceQuestion, Optional<ToneJudgement>> {

    @Override
    public JudgeId id() {
      return EncoderJudges.id(encoder);
    }

    @Override
    public List<Optional<ToneJudgement>> judge(List<SentenceQuestion> questions, Scope scope) {
      return questions.stream().map(question -> judge(question, scope)).toList();
    }

    private Optional<ToneJudgement> judge(SentenceQuestion question, Scope scope) {
      Sentence sentence = question.sentence();
      States states = scope.get(readings, question.document()).at(sentence.span()).states();
      double score = states.score();
      ToneProbabilities likely = tones(states.probabilities(Head.SENTENCE));
      List<Contribution> trace =
          settings.traced() && Tone.of(score) != Tone.NEUTRAL
              ? trace(
                  question.document(), sentence, sentence.span(), Optional.empty(), States::score)
              : List.of();
      return Optional.of(
          new ToneJudgement(
              score, Tone.of(score), Optional.of(likely), Affected.NONE, List.of(), trace));
    }
  }

  private static Span within(Span span, Span part) {
    return new Span(
        Math.max(0, span.start() - part.start()), Math.max(0, span.end() - part.start()));
  }

  private static ToneProbabilities tones(double[] likely) {
    return new ToneProbabilities(likely[0], likely[1], likely[2]);
  }

  private final class Targets implements Judge<TargetQuestion, ToneJudgement> {

    @Override
    public JudgeId id() {
      return EncoderJudges.id(encoder);
    }

    @Override
    public List<ToneJudgement> judge(List<TargetQuestion> questions, Scope scope) {
      return questions.stream().map(question -> judge(question, scope)).toList();
    }

    private ToneJudgement judge(TargetQuestion question, Scope scope) {
      SentenceReadings.Part part =
          scope
              .get(readings, question.document())
              .around(question.target(), question.sentence().span());
      States states = part.states();
      Span target = within(question.target(), part.span());
      ToneProbabilities likely = tones(states.probabilities(Head.TONE, target));
      Tone side = likely.negative() >= likely.positive() ? Tone.NEGATIVE : Tone.POSITIVE;
      Tone tone = likely.of(side) >= settings.tone() ? side : Tone.NEUTRAL;
      double[] happens = states.probabilities(Head.AFFECTED, target);
      Affected affected =
          Math.max(happens[0], happens[2]) < settings.affected()
              ? Affected.NONE
              : happens[0] > happens[2] ? Affected.HARM : Affected.HELP;
      List<Contribution> trace =
          settings.traced() && tone != Tone.NEUTRAL
              ? trace(
                  question.document(),
                  question.sentence(),
                  part.span(),
                  Optional.of(target),
                  other -> tones(other.probabilities(Head.TONE, target)).score())
              : List.of();
      return new ToneJudgement(
          likely.score(), tone, Optional.of(likely), affected, List.of(), trace);
    }
  }

  /**
   * Occlusion (Zeiler and Fergus 2014): how much the score loses where a word outside the target is
   * hidden.
   */
  private List<Contribution> trace(
      Document document,
      Sentence sentence,
      Span read,
      Optional<Span> target,
      ToDoubleFunction<States> score) {
    Pieces pieces = encoder.pieces(SentenceReadings.text(document, read));
    if (pieces.size() > Encoder.WINDOW) {
      return List.of();
    }
    Reading whole = Reading.of(pieces);
    double before = score.applyAsDouble(encoder.read(whole));
    List<Contribution> trace = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      Span word = within(token.span(), read);
      if (read.contains(token.span())
          && token.text().chars().anyMatch(Character::isLetterOrDigit)
          && target.filter(word::overlaps).isEmpty()) {
        Reading without = whole.without(whole.range(word));
        double moved = before - score.applyAsDouble(encoder.read(without));
        if (Math.abs(moved) >= TOLD) {
          trace.add(new Contribution(token.text(), moved));
        }
      }
    }
    trace.sort(Comparator.comparingDouble(part -> -Math.abs(part.amount())));
    return trace.stream().limit(SHOWN).toList();
  }

  /**
   * A commenter's stance is the encoder's and another judge's, whose probabilities are weighed for
   * each relation where the other is not sure: the other knows names, places and quoted words, and
   * shows the words that carry a side. A quoted speaker's stance towards an actor is the tone
   * towards him in the speaker's words, which were read for it already.
   */
  private final class Stances implements Judge<StanceQuestion, StanceJudgement> {

    @Override
    public JudgeId id() {
      return new JudgeId(NAME, Sha256.of(encoder.fingerprint() + pairs.fingerprint()));
    }

    @Override
    public List<StanceJudgement> judge(List<StanceQuestion> questions, Scope scope) {
      Iterator<StanceJudgement> others =
          beside
              .stances()
              .judge(questions.stream().filter(question -> !quoted(question)).toList(), scope)
              .iterator();
      List<StanceJudgement> judgements = new ArrayList<>(questions.size());
      for (StanceQuestion question : questions) {
        if (quoted(question)) {
          judgements.add(byTone(question, scope));
        } else {
          StanceJudgement other = others.next();
          judgements.add(other.withheld().isPresent() ? other : both(other, question));
        }
      }
      return judgements;
    }

    private static boolean quoted(StanceQuestion question) {
      return question.holder() instanceof Voice.Source
          && question.target() instanceof Stance.Target.OfActor
          && !question.places().isEmpty();
    }

    /** Of several places the clearest on each side counts. */
    private StanceJudgement byTone(StanceQuestion question, Scope scope) {
      SentenceReadings.OfDocument read = scope.get(readings, question.document());
      double against = 0;
      double favor = 0;
      for (Span place : question.places()) {
        SentenceReadings.Part part = read.around(place, around(question, place));
        double[] likely = part.states().probabilities(Head.TONE, within(place, part.span()));
        against = Math.max(against, likely[0]);
        favor = Math.max(favor, likely[2]);
      }
      double sum = Math.max(1, against + favor);
      return new StanceJudgement(
          against / sum, 1 - (against + favor) / sum, favor / sum, 0, List.of(), Optional.empty());
    }

    /** The speaker's words around a place that nobody asked about before. */
    private static Span around(StanceQuestion question, Span place) {
      return question.own().stream().filter(place::overlaps).findFirst().orElse(place);
    }

    private StanceJudgement both(StanceJudgement other, StanceQuestion question) {
      double[] theirs = {other.against(), other.none(), other.favor(), other.query()};
      Mixture mixture = settings.mixtures().get(relation(question));
      if (mixture.isSure(theirs)) {
        return other;
      }
      double[] both = mixture.of(theirs, sides(question));
      return new StanceJudgement(
          both[0], both[1], both[2], both[3], other.evidence(), Optional.empty());
    }
  }

  /**
   * How likely each side is, before anything is known of the text but its words.
   *
   * @param question whose stance towards what
   * @return for {@link Head#STANCE}
   */
  public double[] sides(StanceQuestion question) {
    Stance.Target target = question.target();
    String first = question.answered();
    if (target instanceof Stance.Target.OfActor actor) {
      first = actor.name();
    } else if (target instanceof Stance.Target.OfClaim claim) {
      first = claim.phrase();
    } else if (target instanceof Stance.Target.OfConcept) {
      first = question.names().isEmpty() ? question.answered() : question.names().get(0);
    }
    return pairs.read(relation(question), first, question.ownText()).probabilities(Head.STANCE);
  }

  private static Relation relation(StanceQuestion question) {
    Stance.Target target = question.target();
    if (target instanceof Stance.Target.OfArticle) {
      return Relation.ARTICLE;
    }
    if (target instanceof Stance.Target.OfParent) {
      return Relation.PARENT;
    }
    if (target instanceof Stance.Target.OfActor) {
      return Relation.ACTOR;
    }
    return target instanceof Stance.Target.OfClaim ? Relation.CLAIM : Relation.TOPIC;
  }
}
