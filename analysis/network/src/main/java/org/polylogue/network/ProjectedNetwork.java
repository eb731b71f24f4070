package org.polylogue.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one-mode networks of speakers joined by concepts, or of concepts joined by speakers (Leifeld
 * 2017; Leifeld, Gruber and Bossner 2018, sections 2.1 to 2.5). With a agreements and d
 * disagreements of two speakers i and k with concept j, summed over the concepts:
 *
 * <pre>
 * ignore       (a_ij + d_ij) (a_kj + d_kj)
 * congruence   a_ij a_kj + d_ij d_kj
 * conflict     a_ij d_kj + d_ij a_kj
 * subtract     congruence − conflict
 * </pre>
 *
 * and divided by a normalisation, with n the number of a speaker's statements:
 *
 * <pre>
 * average      (n_i + n_k) / 2
 * Jaccard      m10 + m01 + m11: statements of one about what the other does not say the same of,
 *              and of the other, and products of what both say
 * cosine       √Σx_i² √Σx_k² over the counts x of both agreement and disagreement
 * </pre>
 *
 * The program DNA divides by n_i n_k under the name of cosine; here identical profiles have the
 * congruence 1, as the name says. Ties of weight 0 where nothing is shared are left out; a tie that
 * subtracts to 0 stays. Every tie carries {@code congruence} and {@code conflict} without
 * normalisation. Takes time in the sum over concepts of the squared number of their speakers.
 */
public final class ProjectedNetwork {

  /** What joins two nodes. */
  public enum Projection {
    /** They speak of the same. */
    IGNORE,
    /** They say the same of the same. */
    CONGRUENCE,
    /** They say the opposite of the same. */
    CONFLICT,
    /** Congruence less conflict. */
    SUBTRACT
  }

  /** What a weight is divided by. */
  public enum Normalisation {
    /** Nothing. */
    NONE,
    /** The mean activity of the two. */
    AVERAGE,
    /** What at least one of the two says. */
    JACCARD,
    /** The lengths of the two profiles. */
    COSINE
  }

  private ProjectedNetwork() {}

  /**
   * The network of speakers.
   *
   * @param counts the statements
   * @param projection what joins two speakers
   * @param normalisation what the weight is divided by
   * @return an undirected network
   */
  public static Network ofSpeakers(
      StatementCounts counts, Projection projection, Normalisation normalisation) {
    return project(counts, "actor", projection, normalisation);
  }

  /**
   * The network of concepts.
   *
   * @param counts the statements
   * @param projection what joins two concepts
   * @param normalisation what the weight is divided by
   * @return an undirected network
   */
  public static Network ofConcepts(
      StatementCounts counts, Projection projection, Normalisation normalisation) {
    return project(counts.transposed(), "concept", projection, normalisation);
  }

  private static final class Sums {
    private double congruence;
    private double conflict;
  }

  private static Network project(
      StatementCounts counts, String kind, Projection projection, Normalisation normalisation) {
    SortedMap<String, List<String>> sharing = new TreeMap<>();
    List<Network.Node> nodes = new ArrayList<>();
    for (String name : counts.speakers()) {
      Map<String, Object> attributes = new HashMap<>(counts.attributes(name));
      attributes.put("statements", statements(counts, name));
      nodes.add(new Network.Node(name, kind, attributes));
      for (String other : counts.row(name).keySet()) {
        sharing.computeIfAbsent(other, o -> new ArrayList<>()).add(name);
      }
    }
    SortedMap<String, SortedMap<String, Sums>> pairs = new TreeMap<>();
    sharing.forEach((concept, names) -> addPairs(counts, concept, names, pairs));
    List<Network.Tie> ties = new ArrayList<>();
    pairs.forEach(
        (first, row) ->
            row.forEach(
                (second, sums) ->
                    tie(counts, first, second, sums, projection, normalisation, ties)));
    return new Network(false, nodes, ties).withNumbers();
  }

  private static void addPairs(
      StatementCounts counts,
      String concept,
      List<String> names,
      SortedMap<String, SortedMap<String, Sums>> pairs) {
    for (int i = 0; i < names.size(); i++) {
      StatementCounts.Cell a = counts.cell(names.get(i), concept);
      SortedMap<String, Sums> row = pairs.computeIfAbsent(names.get(i), n -> new TreeMap<>());
      for (int k = i + 1; k < names.size(); k++) {
        StatementCounts.Cell b = counts.cell(names.get(k), concept);
        Sums sums = row.computeIfAbsent(names.get(k), n -> new Sums());
        sums.congruence += (double) a.agree() * b.agree() + (double) a.disagree() * b.disagree();
        sums.conflict += (double) a.agree() * b.disagree() + (double) a.disagree() * b.agree();
      }
    }
  }

  private static void tie(
      StatementCounts counts,
      String first,
      String second,
      Sums sums,
      Projection projection,
      Normalisation normalisation,
      List<Network.Tie> ties) {
    double weight =
        switch (projection) {
          case IGNORE -> sums.congruence + sums.conflict;
          case CONGRUENCE -> sums.congruence;
          case CONFLICT -> sums.conflict;
          case SUBTRACT -> sums.congruence - sums.conflict;
        };
    if (weight == 0 && projection != Projection.SUBTRACT) {
      return;
    }
    double divisor =
        switch (normalisation) {
          case NONE -> 1;
          case AVERAGE -> (statements(counts, first) + statements(counts, second)) / 2.0;
          case JACCARD -> union(counts, first, second);
          case COSINE -> length(counts, first) * length(counts, second);
        };
    ties.add(
        new Network.Tie(
            first,
            second,
            weight / divisor,
            Map.of("congruence", sums.congruence, "conflict", sums.conflict)));
  }

  private static int statements(StatementCounts counts, String name) {
    return counts.row(name).values().stream().mapToInt(StatementCounts.Cell::total).sum();
  }

  private static double length(StatementCounts counts, String name) {
    double squares = 0;
    for (StatementCounts.Cell cell : counts.row(name).values()) {
      squares += (double) cell.agree() * cell.agree() + (double) cell.disagree() * cell.disagree();
    }
    return Math.sqrt(squares);
  }

  private static double union(StatementCounts counts, String first, String second) {
    double union = 0;
    for (Map.Entry<String, StatementCounts.Cell> entry : counts.row(first).entrySet()) {
      StatementCounts.Cell a = entry.getValue();
      StatementCounts.Cell b = counts.cell(second, entry.getKey());
      union += a.agree() * (double) Math.max(1, b.agree());
      union += a.disagree() * (double) Math.max(1, b.disagree());
    }
    for (Map.Entry<String, StatementCounts.Cell> entry : counts.row(second).entrySet()) {
      StatementCounts.Cell b = entry.getValue();
      StatementCounts.Cell a = counts.cell(first, entry.getKey());
      union += a.agree() == 0 ? b.agree() : 0;
      union += a.disagree() == 0 ? b.disagree() : 0;
    }
    return union;
  }
}
