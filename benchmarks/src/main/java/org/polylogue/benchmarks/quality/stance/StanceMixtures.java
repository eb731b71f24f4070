package org.polylogue.benchmarks.quality.stance;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.stance.PairExample;
import org.polylogue.encoder.Encoder;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.Mixture;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.training.encoder.Calibration;

/** Hears what two judges say of coded stances, and fits how they are weighed. */
final class StanceMixtures {

  private static final List<String> GOLD =
      List.of("AGAINST", "NONE", "FAVOR", "QUERY", "DISAGREE", "NEUTRAL", "AGREE");
  private static final double LEAST = 1e-3;
  private static final int NO_FOLD = -1;
  private static final int NONE = -2;

  private record Asked(String document, Stance.Target target) {}

  private record Said(int fold, double[] other, double[] own, int gold) {}

  private final Map<Asked, double[][]> heard = new HashMap<>();
  private final Map<Relation, List<Said>> said = new EnumMap<>(Relation.class);

  /** The other judges' stances, while both are heard. */
  Judge<StanceQuestion, StanceJudgement> listening(EncoderJudges encoder, Judges others) {
    Judge<StanceQuestion, StanceJudgement> stances = others.stances();
    return new Judge<>() {
      @Override
      public JudgeId id() {
        return stances.id();
      }

      @Override
      public List<StanceJudgement> judge(List<StanceQuestion> questions, Scope scope) {
        List<StanceJudgement> judgements = stances.judge(questions, scope);
        for (int i = 0; i < judgements.size(); i++) {
          StanceJudgement one = judgements.get(i);
          StanceQuestion question = questions.get(i);
          double[] other = {one.against(), one.none(), one.favor(), one.query()};
          heard.put(
              new Asked(question.document().id(), question.target()),
              new double[][] {other, encoder.sides(question)});
        }
        return judgements;
      }
    };
  }

  /** Takes what was coded of a stance that was heard. */
  void add(int fold, Stance stance, String gold) {
    double[][] both = heard.get(new Asked(stance.documentId(), stance.target()));
    if (both != null) {
      said.computeIfAbsent(relation(stance.target()), r -> new ArrayList<>())
          .add(new Said(fold, both[0], both[1], GOLD.indexOf(gold) % 4));
    }
  }

  private static Relation relation(Stance.Target target) {
    return Relation.valueOf(target.type().toUpperCase(Locale.ROOT));
  }

  /**
   * Hears what the encoder says of perspectives on claims, half of them also under a claim that
   * they are not about. The other judges, who know few claims, are not heard.
   */
  void claims(List<PairExample> perspectives, Encoder encoder) {
    int size = perspectives.size();
    for (int i = 0; i < size; i++) {
      PairExample one = perspectives.get(i);
      claim(one.first(), one.text(), one.side().ordinal(), encoder);
      if (i % 2 == 0) {
        String another = perspectives.get((i + size / 2) % size).first();
        claim(another, one.text(), PairExample.Side.NONE.ordinal(), encoder);
      }
    }
    said.put(Relation.TOPIC, said.get(Relation.CLAIM));
  }

  private void claim(String claim, String text, int gold, Encoder encoder) {
    double[] own = encoder.read(Relation.CLAIM, claim, text).probabilities(Head.STANCE);
    said.computeIfAbsent(Relation.CLAIM, r -> new ArrayList<>())
        .add(new Said(NO_FOLD, own, own, gold));
  }

  /** Fitted on all folds but one; a fold that is none leaves none out. */
  Map<Relation, Mixture> fitted(int without) {
    Map<Relation, Mixture> fitted = new EnumMap<>(Mixture.shipped());
    said.forEach(
        (relation, all) -> {
          List<Said> some = all.stream().filter(one -> one.fold() != without).toList();
          double[][] other = new double[some.size()][];
          double[][] own = new double[some.size()][];
          for (int i = 0; i < some.size(); i++) {
            other[i] = logarithms(some.get(i).other());
            own[i] = logarithms(some.get(i).own());
          }
          boolean alone = relation == Relation.CLAIM || relation == Relation.TOPIC;
          double[] numbers =
              Calibration.fit(
                  alone ? new double[][][] {own} : new double[][][] {other, own},
                  some.stream().mapToInt(Said::gold).toArray(),
                  weights(some));
          int heads = alone ? 1 : 2;
          List<Double> addends = new ArrayList<>();
          for (int c = heads; c < numbers.length; c++) {
            addends.add(numbers[c]);
          }
          fitted.put(
              relation,
              new Mixture(
                  fitted.get(relation).sure(),
                  alone ? 0 : numbers[0],
                  numbers[heads - 1],
                  addends));
        });
    return fitted;
  }

  private static double[] weights(List<Said> some) {
    return some.stream().mapToDouble(one -> 1.0 / some.size()).toArray();
  }

  private static double[] logarithms(double[] likely) {
    double[] result = new double[Head.STANCE.classes().size()];
    for (int c = 0; c < result.length; c++) {
      result[c] = Math.log(Math.max(LEAST, likely[c]));
    }
    return result;
  }

  /** As lines of the file that the encoder's module ships. */
  void print(PrintWriter out) {
    out.println("mixtures fitted on all folds:");
    fitted(NONE)
        .forEach(
            (relation, one) -> {
              out.printf(
                  Locale.ROOT,
                  "%s\t%.2f\t%.3f\t%.3f",
                  relation,
                  one.sure(),
                  one.other(),
                  one.own());
              one.addends().forEach(addend -> out.printf(Locale.ROOT, "\t%.3f", addend));
              out.println();
            });
  }
}
