package org.polylogue.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two-mode network of speakers and concepts (Leifeld, Gruber and Bossner 2018, section 2.6).
 * With a agreements and d disagreements of speaker i with concept j, the weight of their tie is
 * what {@link Agreement} says, divided by what {@link Normalisation} says. Every tie also carries
 * {@code agree} and {@code disagree}. A tie is there wherever a statement is, even with weight 0.
 */
public final class AffiliationNetwork {

  /** How agreement and disagreement make one weight. */
  public enum Agreement {
    /** a + d: how much they speak of it. */
    IGNORE,
    /** a − d: negative if they are against it. */
    SUBTRACT,
    /** 1 if they only agree, 2 if they only disagree, 3 if both: a code, no quantity. */
    COMBINE
  }

  /** What a weight is divided by. */
  public enum Normalisation {
    /** Nothing. */
    NONE,
    /** The number of statements of the speaker: shares of his attention. */
    ACTIVITY,
    /** The number of statements about the concept: shares of its prominence. */
    PROMINENCE
  }

  private AffiliationNetwork() {}

  /**
   * Makes the network.
   *
   * @param counts the statements
   * @param agreement how the two make one weight
   * @param normalisation what it is divided by
   * @return an undirected network; speakers have kind {@code actor} and ids as they are named,
   *     concepts kind {@code concept} and, if a speaker has the same name, an id with {@code
   *     concept:} in front
   * @throws IllegalArgumentException if codes are to be divided
   */
  public static Network of(
      StatementCounts counts, Agreement agreement, Normalisation normalisation) {
    if (agreement == Agreement.COMBINE && normalisation != Normalisation.NONE) {
      throw new IllegalArgumentException("codes of COMBINE are no quantities; do not divide them");
    }
    List<Network.Node> nodes = new ArrayList<>();
    List<Network.Tie> ties = new ArrayList<>();
    Map<String, Integer> bySpeaker = new HashMap<>();
    Map<String, Integer> byConcept = new HashMap<>();
    for (String speaker : counts.speakers()) {
      counts
          .row(speaker)
          .forEach(
              (concept, cell) -> {
                bySpeaker.merge(speaker, cell.total(), Integer::sum);
                byConcept.merge(concept, cell.total(), Integer::sum);
              });
      nodes.add(node(speaker, "actor", counts.attributes(speaker), bySpeaker.get(speaker)));
    }
    for (String concept : counts.concepts()) {
      nodes.add(node(id(counts, concept), "concept", Map.of(), byConcept.get(concept)));
    }
    for (String speaker : counts.speakers()) {
      counts
          .row(speaker)
          .forEach(
              (concept, cell) -> {
                double divisor =
                    switch (normalisation) {
                      case NONE -> 1;
                      case ACTIVITY -> bySpeaker.get(speaker);
                      case PROMINENCE -> byConcept.get(concept);
                    };
                ties.add(
                    new Network.Tie(
                        speaker,
                        id(counts, concept),
                        weight(cell, agreement) / divisor,
                        Map.of("agree", cell.agree(), "disagree", cell.disagree())));
              });
    }
    return new Network(false, nodes, ties).withNumbers();
  }

  private static String id(StatementCounts counts, String concept) {
    return counts.row(concept) == null ? concept : "concept:" + concept;
  }

  private static Network.Node node(
      String id, String kind, Map<String, Object> facts, int statements) {
    Map<String, Object> attributes = new HashMap<>(facts);
    attributes.put("statements", statements);
    return new Network.Node(id, kind, attributes);
  }

  private static double weight(StatementCounts.Cell cell, Agreement agreement) {
    return switch (agreement) {
      case IGNORE -> cell.total();
      case SUBTRACT -> cell.agree() - cell.disagree();
      case COMBINE -> (cell.agree() > 0 ? 1 : 0) + (cell.disagree() > 0 ? 2 : 0);
    };
  }
}
