package org.polylogue.lexis.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.count.CountRows;

class LdaTest {

  /** Three words, two texts; with column 0 as a seed of topic 0 in some tests. */
  private static final int[][] TINY = {{2, 1, 0}, {1, 0, 2}};

  @Test
  void statesComeAsOftenAsTheirProbabilitySays() {
    assertThat(difference(List.of())).isLessThan(0.025);
  }

  @Test
  void statesOfSeededTopicsComeAsOftenAsTheirProbabilitySays() {
    assertThat(difference(List.of(new SeedTopic("known", List.of(0, 1))))).isLessThan(0.025);
  }

  /** Greatest difference between how often topic counts of the texts come, and should come. */
  private static double difference(List<SeedTopic> seeds) {
    TopicModel model =
        Lda.of(2)
            .withPriors(1.4, 0.5, false)
            .withSeedTopics(seeds)
            .withSweeps(60_000, 12_000)
            .fit(CountRows.of(TINY));
    Map<List<Long>, Double> found = new HashMap<>();
    for (int state = 0; state < model.states(); state++) {
      List<Long> counts = new ArrayList<>();
      for (int row = 0; row < 2; row++) {
        counts.add(Math.round(model.shares(row, state)[0] * (3 + 1.4) - 0.7));
      }
      found.merge(counts, 1.0 / model.states(), Double::sum);
    }
    Map<List<Long>, Double> exact = exact(seeds);
    assertThat(exact.keySet()).containsAll(found.keySet());
    return exact.entrySet().stream()
        .mapToDouble(e -> Math.abs(e.getValue() - found.getOrDefault(e.getKey(), 0.0)))
        .max()
        .orElseThrow();
  }

  /** The same by going through all 4^6 assignments, one urn after another. */
  private static Map<List<Long>, Double> exact(List<SeedTopic> seeds) {
    int[] texts = {0, 0, 0, 1, 1, 1};
    int[] words = {0, 0, 1, 0, 2, 2};
    Map<List<Long>, Double> sums = new HashMap<>();
    double all = 0;
    for (int code = 0; code < 4096; code++) {
      double p = 1;
      long[][] inText = new long[2][2];
      double[][] ofWord = new double[4][3];
      double[] ofUrn = new double[4];
      for (int i = 0; i < 6 && p > 0; i++) {
        int choice = code >> (2 * i) & 3;
        int topic = choice & 1;
        boolean fromSeeds = choice > 1;
        boolean seeded = topic < seeds.size();
        boolean isSeed = seeded && seeds.get(topic).words().contains(words[i]);
        p *= (inText[texts[i]][topic]++ + 0.7) / (i % 3 + 1.4);
        p *=
            !seeded
                ? (fromSeeds ? 0 : 1)
                : (ofUrn[choice] + 1) / (ofUrn[topic] + ofUrn[topic + 2] + 2);
        double beta = fromSeeds ? 0.1 : 0.5;
        int size = fromSeeds ? 2 : 3;
        p *=
            fromSeeds && !isSeed
                ? 0
                : (ofWord[choice][words[i]]++ + beta) / (ofUrn[choice] + size * beta);
        ofUrn[choice]++;
      }
      if (p > 0) {
        sums.merge(List.of(inText[0][0], inText[1][0]), p, Double::sum);
        all += p;
      }
    }
    double total = all;
    sums.replaceAll((key, value) -> value / total);
    return sums;
  }

  @Test
  void topicsThatMadeATextAreFoundInIt() {
    Made made = Made.of(300, 60, 5, 7);
    TopicModel model = Lda.of(5).withSweeps(200, 10).fit(made.rows);
    int[] match = made.match(model);
    assertThat(match).doesNotHaveDuplicates();
    double error = 0;
    for (int row = 0; row < made.rows.rows(); row++) {
      double[] shares = model.shares(row);
      for (int topic = 0; topic < 5; topic++) {
        error += Math.abs(shares[match[topic]] - made.shares[row][topic]) / (5 * 300);
      }
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
    }
    assertThat(error).isLessThan(0.06);
    for (int topic = 0; topic < 5; topic++) {
      int own = topic;
      assertThat(Arrays.stream(model.topWords(match[topic], 5))).allMatch(word -> word / 20 == own);
      assertThat(Arrays.stream(model.frexWords(match[topic], 5, 0.5)))
          .allMatch(word -> word / 20 == own);
      double all = IntStream.range(0, 100).mapToDouble(w -> model.probability(own, w)).sum();
      assertThat(all).isCloseTo(1, within(1e-9));
    }
    assertThat(model.texts(3, 10).get(match[2]).get(0).share()).isGreaterThan(0.8);
    assertThat(Arrays.stream(model.prevalence()).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aModelIsTheSameOnOneThreadAndOnThree() {
    CountRows rows = Made.of(3000, 60, 5, 3).rows;
    List<SeedTopic> seeds = List.of(new SeedTopic("first", List.of(0, 1, 2)));
    Lda lda = Lda.of(8).withSweeps(20, 2).withSeed(5).withSeedTopics(seeds);
    int[] groups = IntStream.range(0, 3000).map(i -> i % 3).toArray();
    TopicModel one = lda.fit(rows, groups);
    TopicModel three = lda.withThreads(3).fit(rows, groups);
    TopicModel other = lda.withSeed(6).fit(rows, groups);
    boolean differs = false;
    for (int topic = 0; topic < 8; topic++) {
      for (int word = 0; word < rows.columns(); word++) {
        assertThat(three.probability(topic, word)).isEqualTo(one.probability(topic, word));
        differs |= other.probability(topic, word) != one.probability(topic, word);
      }
    }
    assertThat(differs).isTrue();
    for (int row = 0; row < 3000; row++) {
      assertThat(three.shares(row)).isEqualTo(one.shares(row));
    }
  }

  @Test
  void aSeededTopicIsWhereItsSeedsSay() {
    Made made = Made.of(200, 40, 5, 11);
    for (int known = 0; known < 5; known++) {
      SeedTopic seed = new SeedTopic("known", List.of(known * 20, known * 20 + 1));
      TopicModel model = Lda.of(5).withSweeps(100, 5).withSeedTopics(List.of(seed)).fit(made.rows);
      assertThat(model.name(0)).contains("known");
      assertThat(model.name(1)).isEmpty();
      assertThat(made.match(model)[known]).isZero();
    }
  }

  @Test
  void emptyTextsAndMoreTopicsThanTextsAreNoHindrance() {
    TopicModel model =
        Lda.of(50).withSweeps(10, 2).fit(CountRows.of(new int[][] {{0, 0}, {3, 1}, {0, 0}}));
    assertThat(model.tokens(0)).isZero();
    assertThat(Arrays.stream(model.shares(0)).sum()).isCloseTo(1, within(1e-9));
    assertThat(model.texts(5, 1)).allSatisfy(texts -> assertThat(texts).hasSize(1));
  }

  @Test
  void whatCannotBeLearnedFromIsRefused() {
    CountRows rows = CountRows.of(TINY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lda.of(2).fit(CountRows.of(new int[][] {{0, 0}, {0, 0}})))
        .withMessageContaining("no row has a word");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lda.of(2).fit(CountRows.of(new int[0][0])));
    assertThatIllegalArgumentException().isThrownBy(() -> Lda.of(1));
    assertThatIllegalArgumentException().isThrownBy(() -> Lda.of(5).withSweeps(4, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Lda.of(2).withSeedTopics(List.of(new SeedTopic("a", List.of(3)))).fit(rows))
        .withMessageContaining("no column");
    assertThatIllegalArgumentException().isThrownBy(() -> new SeedTopic("a", List.of(1, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Lda.of(2).fit(rows, new int[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lda.of(64).fit(CountRows.of(new int[][] {{Integer.MAX_VALUE / 2}})))
        .withMessageContaining("leave out the most frequent");
  }

  /** Texts made as the model thinks, of topics with twenty words each and a share of all others. */
  static final class Made {
    final CountRows rows;
    final double[][] shares;

    private Made(CountRows rows, double[][] shares) {
      this.rows = rows;
      this.shares = shares;
    }

    static Made of(int texts, int length, int topics, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int[][] table = new int[texts][20 * topics];
      double[][] shares = new double[texts][topics];
      for (int row = 0; row < texts; row++) {
        int first = random.nextInt(topics);
        int second = random.nextInt(topics);
        double share = random.nextDouble();
        shares[row][first] += share;
        shares[row][second] += 1 - share;
        for (int i = 0; i < length; i++) {
          int topic = random.nextDouble() < share ? first : second;
          // the first words of a topic are its most frequent ones
          int word = (int) (20 * random.nextDouble() * random.nextDouble());
          table[row][random.nextInt(20) == 0 ? random.nextInt(20 * topics) : topic * 20 + word]++;
        }
      }
      return new Made(CountRows.of(table), shares);
    }

    /** The topic of the model with most of each topic's words. */
    int[] match(TopicModel model) {
      return IntStream.range(0, shares[0].length)
          .map(
              own ->
                  IntStream.range(0, model.topics())
                      .boxed()
                      .max(java.util.Comparator.comparingDouble(t -> mass(model, t, own)))
                      .orElseThrow())
          .toArray();
    }

    private static double mass(TopicModel model, int topic, int own) {
      return IntStream.range(20 * own, 20 * own + 20)
          .mapToDouble(word -> model.probability(topic, word))
          .sum();
    }
  }
}
