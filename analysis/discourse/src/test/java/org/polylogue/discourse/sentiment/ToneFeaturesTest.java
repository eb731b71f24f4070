package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.model.Sentiment;

/**
 * {@link SentenceContext}, {@link SentenceFeatures}, {@link TargetToneFeatures}, {@link
 * SentimentTrace}.
 */
class ToneFeaturesTest {

  private static final OpinionFinder FINDER =
      new OpinionFinder(ValenceLexicon.shipped(), Modifiers.shipped());

  private static SentenceContext context(String written) {
    return new SentenceContext(new SentenceWords(Written.sentence(written)), FINDER);
  }

  private static FeatureVector sentence(String written) {
    SentenceContext context = context(written);
    FeatureVector features = new FeatureVector();
    SentenceFeatures.add(features, context.words, context.opinions, context.found);
    return features;
  }

  /** As seen from the words that are marked as a name. */
  private static FeatureVector target(String written) {
    var text = Written.of(written);
    var at = text.names().get(0);
    return TargetToneFeatures.of(
        context(written), Effects.shipped(), at.firstToken(), at.lastToken());
  }

  private static final String TREE =
      "the|DT|3|det honest|JJ|3|amod clerk|NN|5|nsubj never|RB|5|advmod lied|VBD|0|root||lie"
          + " “|``|7|punct here|RB|5|advmod ”|''|7|punct";

  @Test
  void aContextKnowsItsTreeItsMarksAndWhoseOpinionATokenIs() {
    SentenceContext context = context(TREE);
    assertThat(context.children(4)).containsExactly(2, 3, 6);
    assertThat(context.child(4, "nsubj")).isEqualTo(2);
    assertThat(context.child(4, "obj")).isEqualTo(-1);
    assertThat(context.depth).containsExactly(2, 2, 1, 1, 0, 2, 1, 2);
    assertThat(context.quoted)
        .containsExactly(false, false, false, false, false, false, true, false);
    assertThat(context.headOf(0, 2)).isEqualTo(2);
    assertThat(context.headOf(6, 7)).isEqualTo(6);
    assertThat(context.negated(4)).isTrue();
    assertThat(context.negated(2)).isFalse();
    assertThat(context.opinionAt[1]).isPositive();
    assertThat(context.opinionAt[0]).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.6325", "-1, -0.6325", "100, 0.9999"})
  void aSumOfOpinionsIsSquashed(double sum, double rule) {
    assertThat(SentenceFeatures.rule(sum)).isCloseTo(rule, within(0.0001));
  }

  @Test
  void aSentenceIsDescribedByOpinionsWordsAndLinks() {
    FeatureVector features = sentence(TREE);
    double honest = features.value("entry honest");
    assertThat(honest).isPositive();
    assertThat(features.value("first")).isEqualTo(honest);
    assertThat(features.value("best")).isEqualTo(honest);
    assertThat(features.value("word honest")).isPositive();
    assertThat(features.value("not lie")).isPositive();
    assertThat(features.value("word lie")).isZero();
    assertThat(features.value("pair < the")).isPositive();
    assertThat(features.value("mark “")).isPositive();
    assertThat(features.value("has NEGATOR")).isEqualTo(1);
    assertThat(features.value("has CONTRAST")).isZero();
    assertThat(features.value("relation amod >+")).isPositive();
    assertThat(features.value("dep nsubj lie clerk")).isPositive();
    assertThat(features.value("dep det clerk the")).isZero();
    assertThat(features.value("negated -")).isPositive();
    assertThat(features.value("root")).isNotZero();
  }

  @Test
  void aSentenceWithoutOpinionsHasNone() {
    FeatureVector features = sentence("the|DT|2|det tide|NN|3|nsubj turns|VBZ|0");
    assertThat(features.value("rule")).isZero();
    assertThat(features.value("mean")).isZero();
    assertThat(features.value("density+")).isZero();
    assertThat(features.value("word tide")).isPositive();
  }

  private static final String TOLD =
      "Ada|NNP|2|nsubj|N rescued|VBD|0|root||rescue the|DT|5|det honest|JJ|5|amod clerk|NN|2|obj";

  @Test
  void aTargetSeesItsPlaceItsPathAndItsPart() {
    FeatureVector features = target(TOLD);
    assertThat(features.value("agent")).isPositive();
    assertThat(features.value("patient")).isZero();
    assertThat(features.value("tree nsubj rescue")).isPositive();
    assertThat(features.value("acts rescue clerk")).isPositive();
    assertThat(features.value("form NNP")).isEqualTo(1);
    assertThat(features.value("not quoted")).isEqualTo(1);
    assertThat(features.value("place start")).isPositive();
    assertThat(features.value("at+1 rescue")).isPositive();
    assertThat(features.value("at-1 <")).isPositive();
    assertThat(features.value("path ^nsubj>obj>amod +")).isPositive();
    assertThat(features.value("after +")).isPositive();
    assertThat(features.value("before +")).isZero();
    assertThat(features.value("mention ada")).isZero();
  }

  @Test
  void anotherTargetOfTheSentenceSeesOtherThings() {
    FeatureVector features =
        target(
            "Ada|NNP|2|nsubj rescued|VBD|0|root||rescue the|DT|5|det honest|JJ|5|amod clerk|NN|2|obj|N");
    assertThat(features.value("patient")).isPositive();
    assertThat(features.value("agent")).isZero();
    assertThat(features.value("has amod")).isZero();
    assertThat(features.value("tree has amod honest")).isPositive();
    assertThat(features.value("tree has amod +")).isPositive();
    assertThat(features.value("path >amod honest")).isPositive();
    assertThat(features.value("word< NAME")).isPositive();
    assertThat(features.value("word< ada")).isZero();
    assertThat(features.value("mention clerk")).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj|N is|VBZ|0 > no opinion > 1",
        "Ada|NNP|0|root|N > is root > 1",
        "Bo|NNP|4|nsubj and|CC|3|cc Ada|NNP|1|conj|N came|VBD|0 > in a list > 1",
        "“|``|2|punct Ada|NNP|0|root|N ”|''|2|punct > quoted > 1",
        "Ada|NNP|4|nsubj|N did|VBD|4|aux not|RB|4|advmod rescue|VB|0|root||rescue > tree not nsubj"
            + " rescue > 0.5",
        "Ada|NNP|3|nsubj:pass|N was|VBD|3|aux:pass rescued|VBN|0|root||rescue > tree nsubj:pass"
            + " rescue > 0.5",
        "an|DT|3|det honest|JJ|3|amod|N clerk|NN|0|root|N > inside honest > 0.4"
      })
  void whatIsSpecialAboutATargetIsMarked(String written, String feature, double least) {
    assertThat(target(written).value(feature)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void aDeniedOrPassiveDeedCountsForWhoIsConcerned() {
    String denied = "Ada|NNP|4|nsubj|N did|VBD|4|aux not|RB|4|advmod rescue|VB|0|root||rescue";
    String passive = "Ada|NNP|3|nsubj:pass|N was|VBD|3|aux:pass rescued|VBN|0|root||rescue";
    assertThat(target(denied).value("agent")).isNegative();
    assertThat(target(passive).value("patient")).isPositive();
    assertThat(target(passive).value("agent")).isZero();
  }

  private static Opinion opinion(
      String entry, double prior, double value, Opinion.Shift... shifts) {
    return new Opinion(0, 0, entry, prior, value, shifts.length > 0, List.of(shifts));
  }

  @Test
  void aTraceSharesTheSumAmongWordsAndWhatShiftedThem() {
    SentimentTrace trace =
        SentimentTrace.ofRules(
            List.of(
                opinion("honest", 0.8, -0.4, new Opinion.Shift("negation \"not\"", -1.2)),
                opinion("calm", 0.2, 0.2)));
    double sum = SentenceFeatures.rule(-0.2);
    assertThat(trace.sum()).isCloseTo(sum, within(1e-9));
    assertThat(trace.contributions())
        .extracting(Sentiment.Contribution::cause)
        .containsExactly("negation \"not\" on \"honest\"", "word \"honest\"", "word \"calm\"");
    assertThat(trace.contributions().stream().mapToDouble(Sentiment.Contribution::amount).sum())
        .isCloseTo(sum, within(1e-9));
    assertThat(trace.contributions().get(0).amount()).isNegative();
    assertThat(trace.contributions().get(1).amount()).isPositive();
  }

  @Test
  void whatATraceDoesNotShowIsOneSumMore() {
    List<Opinion> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(opinion("entry" + i, 0.1, 0.1));
    }
    SentimentTrace trace = SentimentTrace.ofRules(many);
    assertThat(trace.contributions()).hasSizeLessThan(40);
    assertThat(trace.contributions().get(trace.contributions().size() - 1).cause())
        .isEqualTo("all else");
    assertThat(trace.contributions().stream().mapToDouble(Sentiment.Contribution::amount).sum())
        .isCloseTo(trace.sum(), within(1e-9));
    assertThat(SentimentTrace.ofRules(List.of()).contributions()).isEmpty();
  }
}
