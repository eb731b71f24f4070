package org.polylogue.lexis.keyness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.association.Correction;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.FrequencyList;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;

class KeynessTest {

  private static final FrequencyList TARGET =
      FrequencyList.of(Map.of("tax", 52L, "the", 3_000L, "rest", 46_948L));
  private static final FrequencyList REFERENCE =
      FrequencyList.of(Map.of("tax", 57L, "the", 4_500L, "rest", 70_443L));

  @Test
  void a_word_has_the_measures_of_its_table() {
    Keyword tax =
        Keyness.standard().compare(TARGET, REFERENCE).stream()
            .filter(k -> k.word().equals("tax"))
            .findFirst()
            .orElseThrow();
    assertThat(tax.table().twoCellLogLikelihood()).isCloseTo(2.65, within(0.005));
    assertThat(tax.targetPerMillion()).isCloseTo(1040, within(1e-9));
    assertThat(tax.referencePerMillion()).isCloseTo(760, within(1e-9));
    assertThat(tax.isOverused()).isTrue();
    assertThat(tax.probability()).isCloseTo(0.1035, within(0.001));
  }

  @Test
  void words_come_by_difference_and_equals_by_their_characters() {
    FrequencyList a = FrequencyList.of(Map.of("x", 10L, "y", 10L, "z", 80L));
    FrequencyList b = FrequencyList.of(Map.of("x", 30L, "y", 30L, "z", 40L));
    assertThat(Keyness.standard().compare(a, b))
        .extracting(Keyword::word)
        .containsExactly("z", "x", "y");
  }

  @Test
  void exchanging_target_and_reference_turns_the_direction_only() {
    Keyword there = Keyness.standard().compare(TARGET, REFERENCE).get(0);
    Keyword back = Keyness.standard().compare(REFERENCE, TARGET).get(0);
    assertThat(back.word()).isEqualTo(there.word());
    assertThat(back.table().logLikelihood()).isCloseTo(there.table().logLikelihood(), within(1e-9));
    assertThat(back.table().logRatio()).isCloseTo(-there.table().logRatio(), within(1e-9));
    assertThat(back.isOverused()).isNotEqualTo(there.isOverused());
  }

  @Test
  void fisher_and_chi_squared_can_give_the_probability() {
    FrequencyList tea = FrequencyList.of(Map.of("yes", 3L, "no", 1L));
    FrequencyList milk = FrequencyList.of(Map.of("yes", 1L, "no", 3L));
    Keyness keyness = Keyness.standard().withMinimumCount(1).withCorrection(Correction.NONE);
    assertThat(keyness.withTest(Keyness.Test.FISHER).compare(tea, milk).get(0).probability())
        .isCloseTo(0.485714, within(1e-6));
    // χ² = 8 · (9 − 1)² / 4⁴ = 2, of which p = 0.1573
    assertThat(keyness.withTest(Keyness.Test.CHI_SQUARED).compare(tea, milk).get(0).probability())
        .isCloseTo(0.157299, within(1e-6));
  }

  @Test
  void floors_keep_rare_words_and_words_of_few_documents_out() {
    TokenIndex index = Corpora.of("tax tax tax cut", "tax rise", "health health", "health care");
    FrequencyList first =
        Subcorpus.of(index, Slice.parse("all")).frequencies(TokenAttribute.WORD, true);
    assertThat(first.range(List.of("care", "cut", "health").indexOf("health"))).isEqualTo(2);
    FrequencyList other = FrequencyList.of(Map.of("rest", 100L));
    assertThat(Keyness.standard().withMinimumCount(3).compare(first, other))
        .extracting(Keyword::word)
        .containsExactlyInAnyOrder("rest", "tax", "health");
    assertThat(Keyness.standard().withMinimumCount(1).withMinimumRange(2).compare(first, other))
        .extracting(Keyword::word)
        .containsExactlyInAnyOrder("rest", "tax", "health");
  }

  @Test
  void an_empty_side_has_no_keywords() {
    FrequencyList nothing = FrequencyList.of(Map.of());
    assertThat(Keyness.standard().compare(nothing, REFERENCE)).isEmpty();
    assertThat(Keyness.standard().compare(TARGET, nothing)).isEmpty();
    assertThat(LogOdds.withPrior(TARGET, 10).compare(nothing, REFERENCE)).isEmpty();
    assertThatThrownBy(() -> LogOdds.withPrior(nothing, 10)).hasMessageContaining("prior");
  }

  @Test
  void a_target_of_one_token_is_compared() {
    FrequencyList one = FrequencyList.of(Map.of("dam", 1L));
    Keyword dam =
        Keyness.standard().withMinimumCount(1).compare(one, REFERENCE).stream()
            .filter(k -> k.word().equals("dam"))
            .findFirst()
            .orElseThrow();
    assertThat(dam.table().logRatio()).isFinite().isPositive();
    assertThat(LogOdds.withPrior(REFERENCE, 10).compare(one, REFERENCE))
        .allSatisfy(w -> assertThat(w.z()).isFinite());
  }

  @Test
  void several_groups_are_each_compared_with_the_rest_and_corrected_together() {
    Map<String, FrequencyList> groups = new LinkedHashMap<>();
    groups.put("a", FrequencyList.of(Map.of("x", 30L, "z", 70L)));
    groups.put("b", FrequencyList.of(Map.of("x", 10L, "z", 90L)));
    groups.put("c", FrequencyList.of(Map.of("x", 11L, "z", 89L)));
    Map<String, List<Keyword>> compared =
        Keyness.standard().withCorrection(Correction.BONFERRONI).compareGroups(groups);
    assertThat(compared.keySet()).containsExactly("a", "b", "c");
    Keyword x = compared.get("a").get(0);
    assertThat(x.table().o21()).isEqualTo(21);
    assertThat(x.table().row2()).isEqualTo(200);
    assertThat(x.corrected()).isCloseTo(6 * x.probability(), within(1e-12));
    assertThatThrownBy(() -> Keyness.standard().compareGroups(Map.of("a", TARGET)))
        .hasMessageContaining("two groups");
  }

  @Test
  void the_test_over_several_corpora_is_that_of_two_for_two() {
    Keyness.Overall two = Keyness.overall(new long[] {52, 57}, new long[] {50_000, 75_000});
    assertThat(two.logLikelihood()).isCloseTo(2.65, within(0.005));
    // 30, 10, 20 in three corpora of 100: 2 (30 ln 1.5 + 10 ln 0.5 + 20 ln 1) = 10.465
    Keyness.Overall three = Keyness.overall(new long[] {30, 10, 20}, new long[] {100, 100, 100});
    assertThat(three.logLikelihood())
        .isCloseTo(2 * (30 * Math.log(1.5) + 10 * Math.log(0.5)), within(1e-12));
    // with two degrees of freedom p = exp(−x / 2)
    assertThat(three.probability()).isCloseTo(Math.exp(-three.logLikelihood() / 2), within(1e-12));
    assertThat(Keyness.overall(new long[] {3, 0}, new long[] {100, 0}).probability()).isEqualTo(1);
  }

  @Test
  void weighted_log_odds_worked_by_hand() {
    // prior 10 · 30/100 = 3 for x; ln((20+3)/(110−23)) − ln((5+3)/(110−8)); variance 1/23 + 1/8
    FrequencyList target = FrequencyList.of(Map.of("x", 20L, "y", 80L));
    FrequencyList reference = FrequencyList.of(Map.of("x", 5L, "y", 95L));
    FrequencyList background = FrequencyList.of(Map.of("x", 30L, "y", 70L));
    LogOdds.Weighted x = LogOdds.withPrior(background, 10).compare(target, reference).get(0);
    double delta = Math.log(23.0 / 87) - Math.log(8.0 / 102);
    assertThat(x.word()).isEqualTo("x");
    assertThat(x.delta()).isCloseTo(delta, within(1e-12));
    assertThat(x.z()).isCloseTo(delta / Math.sqrt(1.0 / 23 + 1.0 / 8), within(1e-12));
  }

  @Test
  void a_stronger_prior_draws_log_odds_to_nothing() {
    double weak = LogOdds.withPrior(REFERENCE, 10).compare(TARGET, REFERENCE).get(0).delta();
    double strong =
        LogOdds.withPrior(REFERENCE, 10_000_000).compare(TARGET, REFERENCE).get(0).delta();
    assertThat(Math.abs(strong)).isLessThan(Math.abs(weak) / 10);
  }

  @Test
  void quotations_of_one_party_are_compared_with_those_of_another() {
    TokenIndex index = Corpora.voices();
    FrequencyList concord =
        Subcorpus.of(index, Slice.saidByActorsWith("party", "concord"))
            .frequencies(TokenAttribute.WORD, true);
    FrequencyList opposition =
        Subcorpus.of(index, Slice.parse("party=Opposition")).frequencies(TokenAttribute.WORD, true);
    assertThat(Keyness.standard().withMinimumCount(1).compare(concord, opposition))
        .filteredOn(k -> k.word().equals("unsafe"))
        .singleElement()
        .satisfies(k -> assertThat(k.isOverused()).isFalse());
  }
}
