package org.polylogue.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * The judges on the encoder. A sentence is read once, whoever asks about it, and answers about
 * itself; it is read again with a mention marked where something may be told of the mention.
 * Immutable and thread-safe; they load with the first question, and hold the encoder until they are
 * closed.
 */
public final class EncoderJudges implements Judges, AutoCloseable {

  private static final int SHOWN = 5;
  private static final double TOLD = 0.02;
  private static final double LEAST = 1e-4;
  private static final String NAME = "encoder";

  private final Encoder encoder;
  private final SentenceReadings readings;
  private final Judges beside;
  private final Settings settings;

  /**
   * How sure a judge has to be, and whether it explains itself.
   *
   * @param tone how likely a tone towards a mention has to be to be told, 0 to 1; below one half it
   *     is told though neutral may be likelier
   * @param affected how likely harm or help has to be to be told, 0 to 1
   * @param glance how likely it has to be, by a reading of the sentence in which nothing is marked,
   *     that the tone towards a mention is neutral and nothing is done to it, for the sentence not
   *     to be read again with the mention marked, 0 to 1; at 1 and above it always is
   * @param share how much the encoder counts in a stance beside the other judges, 0 to 1; at 0 it
   *     is not asked
   * @param traced whether the words that moved a tone are looked for, which reads a sentence once
   *     more for each of its words
   */
  public record Settings(
      double tone, double affected, double glance, double share, boolean traced) {

    /** Thresholds that were chosen on held-out texts, without traces. */
    public static final Settings DEFAULT = new Settings(0.3, 0.4, 0.9, 0, false);
  }

  private EncoderJudges(Encoder encoder, Judges beside, Settings settings) {
    this.beside = Objects.requireNonNull(beside, "beside");
    this.encoder = Objects.requireNonNull(encoder, "encoder");
    this.settings = Objects.requireNonNull(settings, "settings");
    readings = new SentenceReadings(encoder);
  }

  /**
   * With the weights of this library.
   *
   * @return new judges; keep them, loading takes a second
   */
  public static EncoderJudges shipped() {
    return of(Encoder.shipped(), DiscourseModels.shipped(), Settings.DEFAULT);
  }

  /**
   * With an encoder and settings of one's own.
   *
   * @param encoder reads; it is closed with the judges
   * @param beside whose stances are weighed too; their tones are not asked for
   * @param settings how sure they have to be
   * @return new judges
   */
  public static EncoderJudges of(Encoder encoder, Judges beside, Settings settings) {
    return new EncoderJudges(encoder, beside, settings);
  }

  /**
   * The same judges, which look for the words that moved a tone.
   *
   * @return a copy on the same encoder
   */
  public EncoderJudges traced() {
    return new EncoderJudges(
        encoder,
        beside,
        new Settings(
            settings.tone(), settings.affected(), settings.glance(), settings.share(), true));
  }

  /**
   * What they read with.
   *
   * @return the encoder, which serves other questions too
   */
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public void close() {
    encoder.close();
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

  private JudgeId id() {
    return new JudgeId(NAME, encoder.fingerprint());
  }

  private final class Sentences implements Judge<SentenceQuestion, Optional<ToneJudgement>> {

    @Override
    public JudgeId id() {
      return EncoderJudges.this.id();
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
              ? trace(question.document(), sentence, Optional.empty(), States::score)
              : List.of();
      return Optional.of(
          new ToneJudgement(
              score, Tone.of(score), Optional.of(likely), Affected.NONE, List.of(), trace));
    }
  }

  private static ToneProbabilities tones(double[] likely) {
    return new ToneProbabilities(likely[0], likely[1], likely[2]);
  }

  private final class Targets implements Judge<TargetQuestion, ToneJudgement> {

    @Override
    public JudgeId id() {
      return EncoderJudges.this.id();
    }

    @Override
    public List<ToneJudgement> judge(List<TargetQuestion> questions, Scope scope) {
      return questions.stream().map(question -> judge(question, scope)).toList();
    }

    private ToneJudgement judge(TargetQuestion question, Scope scope) {
      Span sentence = question.sentence().span();
      Span target = question.target();
      SentenceReadings.Part part =
          scope.get(readings, question.document()).around(target, sentence);
      Span inPart = within(target, part.span());
      ToneProbabilities glance = tones(part.states().probabilities(Head.GLANCE, inPart));
      double unmoved = part.states().probabilities(Head.AFFECTED, inPart)[1];
      if (Math.min(glance.neutral(), unmoved) >= settings.glance()) {
        return new ToneJudgement(
            glance.score(), Tone.NEUTRAL, Optional.of(glance), Affected.NONE, List.of(), List.of());
      }
      Span inSentence = within(target, sentence);
      String text = SentenceReadings.text(question.document(), sentence);
      return told(question, inSentence, encoder.read(text, inSentence));
    }

    private Span within(Span target, Span part) {
      return new Span(Math.max(0, target.start() - part.start()), target.end() - part.start());
    }

    private ToneJudgement told(TargetQuestion question, Span target, States states) {
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
      Document document, Sentence sentence, Optional<Span> target, ToDoubleFunction<States> score) {
    Pieces pieces = encoder.pieces(SentenceReadings.text(document, sentence.span()));
    if (pieces.size() > Encoder.WINDOW) {
      return List.of();
    }
    Reading whole =
        target
            .map(span -> Reading.of(pieces, span, Encoder.WINDOW))
            .orElseGet(() -> Reading.of(pieces));
    double before = score.applyAsDouble(encoder.read(whole));
    int start = sentence.span().start();
    List<Contribution> trace = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      Span word = new Span(token.span().start() - start, token.span().end() - start);
      if (token.text().chars().anyMatch(Character::isLetterOrDigit)
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
   * The encoder beside another judge, as a mean of their log probabilities: the other knows names,
   * places and quoted words, and shows the words that carry a side.
   */
  private final class Stances implements Judge<StanceQuestion, StanceJudgement> {

    @Override
    public JudgeId id() {
      return settings.share() == 0 ? beside.stances().id() : EncoderJudges.this.id();
    }

    @Override
    public List<StanceJudgement> judge(List<StanceQuestion> questions, Scope scope) {
      List<StanceJudgement> others = beside.stances().judge(questions, scope);
      if (settings.share() == 0) {
        return others;
      }
      List<StanceJudgement> judgements = new ArrayList<>(questions.size());
      for (int i = 0; i < questions.size(); i++) {
        StanceJudgement other = others.get(i);
        judgements.add(other.withheld().isPresent() ? other : both(other, sides(questions.get(i))));
      }
      return judgements;
    }

    private StanceJudgement both(StanceJudgement other, double[] own) {
      double[] theirs = {other.against(), other.none(), other.favor(), other.query()};
      double[] both = new double[own.length];
      double sum = 0;
      for (int c = 0; c < both.length; c++) {
        both[c] =
            Math.pow(Math.max(own[c], LEAST), settings.share())
                * Math.pow(Math.max(theirs[c], LEAST), 1 - settings.share());
        sum += both[c];
      }
      return new StanceJudgement(
          both[0] / sum,
          both[1] / sum,
          both[2] / sum,
          both[3] / sum,
          other.evidence(),
          Optional.empty());
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
    String name = question.names().isEmpty() ? question.answered() : question.names().get(0);
    States states;
    if (target instanceof Stance.Target.OfArticle) {
      states = encoder.read(Relation.ARTICLE, question.answered(), question.ownText());
    } else if (target instanceof Stance.Target.OfParent) {
      states = encoder.read(Relation.PARENT, question.answered(), question.ownText());
    } else if (target instanceof Stance.Target.OfActor actor) {
      states = encoder.read(Relation.ACTOR, actor.name(), question.ownText());
    } else if (target instanceof Stance.Target.OfClaim claim) {
      states = encoder.read(Relation.CLAIM, claim.phrase(), question.ownText());
    } else {
      states = encoder.read(Relation.TOPIC, name, question.ownText());
    }
    return states.probabilities(Head.STANCE);
  }
}
