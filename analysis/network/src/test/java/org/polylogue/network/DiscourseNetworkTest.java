package org.polylogue.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscourseNetworkTest {

  private static double evaluated(String text) {
    String[] parts = text.split("/");
    double value = number(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      value /= number(parts[i]);
    }
    return value;
  }

  private static double number(String text) {
    String t = text.strip();
    return t.startsWith("r")
        ? Math.sqrt(Double.parseDouble(t.substring(1)))
        : Double.parseDouble(t);
  }

  /**
   * Worked by hand. Ann and Bob: x 2·1 agree, y 1·1 oppose. Ann and Cleo: x 2·1 oppose. Bob and
   * Cleo: x oppose, z agree. Statements 3, 3, 2; Jaccard unions 1 + 2 + 2, 3 + 2 + 0 and 2 + 1 + 1;
   * lengths √(4 + 1), √3, √2 (r is a square root).
   */
  @ParameterizedTest
  @CsvSource({
    "IGNORE, NONE, 3, 2, 2",
    "CONGRUENCE, NONE, 2, 0, 1",
    "CONFLICT, NONE, 1, 2, 1",
    "SUBTRACT, NONE, 1, -2, 0",
    "IGNORE, AVERAGE, 3/3, 2/2.5, 2/2.5",
    "CONGRUENCE, AVERAGE, 2/3, 0, 1/2.5",
    "CONFLICT, AVERAGE, 1/3, 2/2.5, 1/2.5",
    "SUBTRACT, AVERAGE, 1/3, -2/2.5, 0",
    "IGNORE, JACCARD, 3/5, 2/5, 2/4",
    "CONGRUENCE, JACCARD, 2/5, 0, 1/4",
    "CONFLICT, JACCARD, 1/5, 2/5, 1/4",
    "SUBTRACT, JACCARD, 1/5, -2/5, 0",
    "IGNORE, COSINE, 3/r5/r3, 2/r5/r2, 2/r3/r2",
    "CONGRUENCE, COSINE, 2/r5/r3, 0, 1/r3/r2",
    "CONFLICT, COSINE, 1/r5/r3, 2/r5/r2, 1/r3/r2",
    "SUBTRACT, COSINE, 1/r5/r3, -2/r5/r2, 0"
  })
  void every_projection_and_normalisation_is_as_worked_by_hand(
      ProjectedNetwork.Projection projection,
      ProjectedNetwork.Normalisation normalisation,
      String annBob,
      String annCleo,
      String bobCleo) {
    Network network = ProjectedNetwork.ofSpeakers(Debate.COUNTS, projection, normalisation);
    assertThat(network.weight("Ann", "Bob")).isCloseTo(evaluated(annBob), within(1e-12));
    assertThat(network.weight("Cleo", "Ann")).isCloseTo(evaluated(annCleo), within(1e-12));
    assertThat(network.weight("Bob", "Cleo")).isCloseTo(evaluated(bobCleo), within(1e-12));
    assertThat(network.nodes()).extracting(Network.Node::id).containsExactly("Ann", "Bob", "Cleo");
  }

  /** Concepts: x and y share Ann (2+, 1−) and Bob (1+, 1+); x and z Bob (1+, 1+), Cleo (1−, 1+). */
  @ParameterizedTest
  @CsvSource({"IGNORE, 3, 2, 1", "CONGRUENCE, 1, 1, 1", "CONFLICT, 2, 1, 0", "SUBTRACT, -1, 0, 1"})
  void concepts_are_joined_by_speakers(
      ProjectedNetwork.Projection projection, double xy, double xz, double yz) {
    Network network =
        ProjectedNetwork.ofConcepts(Debate.COUNTS, projection, ProjectedNetwork.Normalisation.NONE);
    assertThat(network.weight("x", "y")).isEqualTo(xy);
    assertThat(network.weight("x", "z")).isEqualTo(xz);
    assertThat(network.weight("y", "z")).isEqualTo(yz);
  }

  /** Statements: Ann 3, Bob 3, Cleo 2; about x 4, y 2, z 2. */
  @ParameterizedTest
  @CsvSource({
    "IGNORE, NONE, 2, 1, 1, 1",
    "SUBTRACT, NONE, 2, -1, -1, 1",
    "COMBINE, NONE, 1, 2, 2, 1",
    "IGNORE, ACTIVITY, 2/3, 1/3, 1/2, 1/2",
    "SUBTRACT, ACTIVITY, 2/3, -1/3, -1/2, 1/2",
    "IGNORE, PROMINENCE, 2/4, 1/2, 1/4, 1/2",
    "SUBTRACT, PROMINENCE, 2/4, -1/2, -1/4, 1/2"
  })
  void affiliations_are_as_worked_by_hand(
      AffiliationNetwork.Agreement agreement,
      AffiliationNetwork.Normalisation normalisation,
      String annX,
      String annY,
      String cleoX,
      String cleoZ) {
    Network network = AffiliationNetwork.of(Debate.COUNTS, agreement, normalisation);
    assertThat(network.weight("Ann", "x")).isCloseTo(evaluated(annX), within(1e-12));
    assertThat(network.weight("Ann", "y")).isCloseTo(evaluated(annY), within(1e-12));
    assertThat(network.weight("Cleo", "x")).isCloseTo(evaluated(cleoX), within(1e-12));
    assertThat(network.weight("Cleo", "z")).isCloseTo(evaluated(cleoZ), within(1e-12));
    assertThat(network.weight("Ann", "z")).isZero();
  }

  @Test
  void both_sides_combine_to_3_and_are_not_divided() {
    List<Statement> both =
        List.of(
            Debate.s("Ann", "x", true, "d", "2023-01-01"),
            Debate.s("Ann", "x", false, "d", "2023-01-01"));
    StatementCounts counts = StatementCounts.of(both, Duplicates.KEEP);
    assertThat(
            AffiliationNetwork.of(
                    counts,
                    AffiliationNetwork.Agreement.COMBINE,
                    AffiliationNetwork.Normalisation.NONE)
                .weight("Ann", "x"))
        .isEqualTo(3);
    assertThatThrownBy(
            () ->
                AffiliationNetwork.of(
                    counts,
                    AffiliationNetwork.Agreement.COMBINE,
                    AffiliationNetwork.Normalisation.ACTIVITY))
        .hasMessageContaining("COMBINE");
  }

  @Test
  void speakers_with_the_same_profile_have_cosine_1() {
    List<Statement> same =
        List.of(
            Debate.s("Ann", "x", true, "1", "2023-01-01"),
            Debate.s("Ann", "x", true, "2", "2023-01-01"),
            Debate.s("Ann", "y", false, "1", "2023-01-01"),
            Debate.s("Bob", "x", true, "1", "2023-01-01"),
            Debate.s("Bob", "x", true, "2", "2023-01-01"),
            Debate.s("Bob", "y", false, "1", "2023-01-01"));
    Network network =
        ProjectedNetwork.ofSpeakers(
            StatementCounts.of(same, Duplicates.KEEP),
            ProjectedNetwork.Projection.CONGRUENCE,
            ProjectedNetwork.Normalisation.COSINE);
    assertThat(network.weight("Ann", "Bob")).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"KEEP, 9", "DOCUMENT, 8", "WEEK, 8", "MONTH, 7", "YEAR, 7", "RANGE, 7"})
  void repetitions_count_once_in_their_period(Duplicates policy, int left) {
    assertThat(policy.filter(Debate.STATEMENTS)).hasSize(left);
  }

  @Test
  void repetitions_of_two_documents_of_a_week_count_once_in_the_week() {
    List<Statement> week =
        List.of(
            Debate.s("Ann", "x", true, "d1", "2023-01-01"),
            Debate.s("Ann", "x", true, "d2", "2022-12-27"),
            Debate.s("Ann", "x", true, "d3", "2023-01-02"));
    assertThat(Duplicates.DOCUMENT.filter(week)).hasSize(3);
    assertThat(Duplicates.WEEK.filter(week)).hasSize(2);
    assertThat(Duplicates.MONTH.filter(week)).hasSize(2);
    assertThat(Duplicates.YEAR.filter(week)).hasSize(2);
    assertThat(Duplicates.RANGE.filter(week)).hasSize(1);
  }

  @Test
  void windows_move_over_the_debate() {
    List<MovingWindow> windows =
        MovingWindow.over(Debate.STATEMENTS, Period.ofDays(30), Period.ofMonths(1));
    assertThat(windows.get(0).from()).isEqualTo(LocalDate.of(2023, 1, 2));
    assertThat(windows.get(0).to()).isEqualTo(LocalDate.of(2023, 1, 31));
    assertThat(windows.get(0).statements()).hasSize(5);
    assertThat(windows.get(1).statements()).hasSize(3);
    assertThat(windows.get(2).statements()).isEmpty();
    assertThat(windows.get(windows.size() - 1).statements()).hasSize(1);
    assertThat(MovingWindow.over(List.of(), Period.ofDays(1), Period.ofDays(1))).isEmpty();
    assertThatThrownBy(() -> MovingWindow.over(Debate.STATEMENTS, Period.ofDays(9), Period.ZERO))
        .hasMessageContaining("over 0");
  }

  @Test
  void without_statements_there_is_an_empty_network() {
    StatementCounts none = StatementCounts.of(List.of(), Duplicates.KEEP);
    Network network =
        ProjectedNetwork.ofSpeakers(
            none, ProjectedNetwork.Projection.SUBTRACT, ProjectedNetwork.Normalisation.COSINE);
    assertThat(network.nodes()).isEmpty();
    Cohesion cohesion = Cohesion.of(network);
    assertThat(cohesion.betweenness()).isEmpty();
    assertThat(cohesion.pageRank()).isEmpty();
    assertThat(cohesion.harmonic()).isEmpty();
    assertThat(cohesion.polarisation()).isEmpty();
    assertThat(cohesion.communities(1)).isEmpty();
  }

  private static Network pair(String... pairs) {
    java.util.SortedSet<String> ids = new java.util.TreeSet<>();
    List<Network.Tie> ties = new java.util.ArrayList<>();
    for (String pair : pairs) {
      ids.add(pair.substring(0, 1));
      ids.add(pair.substring(1, 2));
      ties.add(new Network.Tie(pair.substring(0, 1), pair.substring(1, 2), 1, Map.of()));
    }
    return new Network(
        false, ids.stream().map(id -> new Network.Node(id, "actor", Map.of())).toList(), ties);
  }

  @Test
  void two_camps_are_found_and_their_polarisation_is_as_worked_by_hand() {
    // two triangles with a bridge: modularity 2 (3/7 − (7/14)²) = 0.357
    Network camps = pair("ab", "bc", "ac", "de", "ef", "df", "cd");
    Cohesion cohesion = Cohesion.of(camps);
    assertThat(cohesion.communitiesByBetweenness(2))
        .containsExactly(Set.of("a", "b", "c"), Set.of("d", "e", "f"));
    assertThat(cohesion.polarisation().getAsDouble())
        .isCloseTo(2 * (3 / 7.0 - 0.25), within(1e-12));
    assertThat(cohesion.communities(7)).isEqualTo(cohesion.communities(7));
  }

  @Test
  void the_middle_of_a_path_is_central() {
    Cohesion path = Cohesion.of(pair("ab", "bc"));
    assertThat(path.betweenness()).containsEntry("b", 1.0).containsEntry("a", 0.0);
    assertThat(path.harmonic().get("b")).isCloseTo(1, within(1e-12));
    assertThat(path.harmonic().get("a")).isCloseTo(0.75, within(1e-12));
    assertThat(path.strength()).containsEntry("b", 2.0);
    assertThat(path.pageRank().values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void conflict_is_no_path() {
    Network network =
        ProjectedNetwork.ofSpeakers(
            Debate.COUNTS,
            ProjectedNetwork.Projection.SUBTRACT,
            ProjectedNetwork.Normalisation.NONE);
    assertThat(Cohesion.of(network).strength()).containsEntry("Ann", -1.0);
    assertThat(Cohesion.of(network).harmonic()).containsEntry("Cleo", 0.0);
  }

  @Test
  void a_network_that_is_none_is_refused() {
    Network.Node a = new Network.Node("a", "actor", Map.of());
    assertThatThrownBy(() -> new Network(false, List.of(a, a), List.of()))
        .hasMessageContaining("two nodes");
    assertThatThrownBy(
            () -> new Network(false, List.of(a), List.of(new Network.Tie("a", "b", 1, Map.of()))))
        .hasMessageContaining("no node");
    assertThatThrownBy(() -> new Network.Tie("a", "a", Double.NaN, Map.of()))
        .hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> new Statement("", "x", true, "d", Optional.empty(), Optional.empty(), Map.of()))
        .hasMessageContaining("speaker");
  }
}
