package org.polylogue.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GirvanNewmanClustering;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.AsWeightedGraph;

/**
 * Who is central in a network, which groups it falls into, and how far apart they stand. The
 * algorithms are those of JGraphT. Only ties of a weight over 0 are followed: a conflict is no
 * path. A strong tie is a short one: its length is 1 / weight (Newman 2001). Immutable and
 * thread-safe.
 */
public final class Cohesion {

  private final Network network;
  private final Graph<String, Network.Tie> graph;

  private Cohesion(Network network) {
    this.network = Objects.requireNonNull(network, "network");
    this.graph =
        new Network(
                network.directed(),
                network.nodes(),
                network.ties().stream().filter(tie -> tie.weight() > 0).toList())
            .toGraph();
  }

  /**
   * Looks at a network.
   *
   * @param network the network
   * @return its cohesion
   */
  public static Cohesion of(Network network) {
    return new Cohesion(network);
  }

  /**
   * Strength: the sum of the weights of a node's ties, in both directions; a loop counts once
   * (Barrat et al. 2004). Negative weights count too.
   *
   * @return by node id, in the order of the nodes; 0 for a node without ties
   */
  public Map<String, Double> strength() {
    Map<String, Double> strength = new LinkedHashMap<>();
    network.nodes().forEach(node -> strength.put(node.id(), 0.0));
    for (Network.Tie tie : network.ties()) {
      strength.merge(tie.source(), tie.weight(), Double::sum);
      if (!tie.source().equals(tie.target())) {
        strength.merge(tie.target(), tie.weight(), Double::sum);
      }
    }
    return strength;
  }

  /**
   * Betweenness: how many shortest paths lead through a node, as a share of the paths that could
   * (Freeman 1977; Brandes 2001).
   *
   * @return 0 to 1 by node id; 0 with fewer than three nodes
   */
  public Map<String, Double> betweenness() {
    boolean normalised = network.nodes().size() > 2;
    Map<String, Double> scores =
        inOrder(new BetweennessCentrality<>(lengths(), normalised).getScores());
    if (!network.directed()) {
      // JGraphT divides by ordered pairs but counts a path between two nodes once
      scores.replaceAll((id, score) -> 2 * score);
    }
    return scores;
  }

  /**
   * Harmonic centrality: the mean of 1 / distance to all others, 0 for those out of reach (Rochat
   * 2009).
   *
   * @return by node id, zero or more; 0 for a single node
   */
  public Map<String, Double> harmonic() {
    if (network.nodes().size() < 2) {
      return strength();
    }
    return inOrder(new HarmonicCentrality<>(lengths(), false, true).getScores());
  }

  /**
   * PageRank with weights and damping 0.85 (Brin and Page 1998).
   *
   * @return by node id, summing to 1; nothing for an empty network
   */
  public Map<String, Double> pageRank() {
    return network.nodes().isEmpty() ? Map.of() : inOrder(new PageRank<>(graph).getScores());
  }

  private Graph<String, Network.Tie> lengths() {
    return new AsWeightedGraph<>(graph, tie -> 1 / tie.weight(), false, false);
  }

  private Map<String, Double> inOrder(Map<String, Double> scores) {
    Map<String, Double> ordered = new LinkedHashMap<>();
    network.nodes().forEach(node -> ordered.put(node.id(), scores.get(node.id())));
    return ordered;
  }

  /**
   * Groups by label propagation (Raghavan, Albert and Kumara 2007). Near linear, for any size of
   * network; another seed can give other groups.
   *
   * @param seed of the order in which nodes are visited
   * @return groups of node ids, the largest first, equals by their first member
   */
  public List<Set<String>> communities(long seed) {
    return ordered(
        new LabelPropagationClustering<>(undirected(), 100, new Random(seed))
            .getClustering()
            .getClusters());
  }

  /**
   * A given number of groups by taking away the ties that most shortest paths use (Girvan and
   * Newman 2002). Takes cubic time: for networks up to some hundred ties. Weights are not looked
   * at.
   *
   * @param count how many groups, from 1 to the number of nodes
   * @return groups of node ids, the largest first; as many as there are parts without connection,
   *     if these are more
   */
  public List<Set<String>> communitiesByBetweenness(int count) {
    Graph<String, Network.Tie> undirected = undirected();
    List<Set<String>> parts = new ConnectivityInspector<>(undirected).connectedSets();
    if (parts.size() >= count) {
      return ordered(parts);
    }
    return ordered(new GirvanNewmanClustering<>(undirected, count).getClustering().getClusters());
  }

  /**
   * Modularity of a division into groups: the share of weight inside groups over what chance would
   * put there (Newman and Girvan 2004; with weights, Newman 2004).
   *
   * @param groups every node in one group
   * @return −0.5 to 1; empty without ties of positive weight
   */
  public OptionalDouble modularity(List<Set<String>> groups) {
    if (graph.edgeSet().isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        new UndirectedModularityMeasurer<>(undirected()).modularity(new ArrayList<>(groups)));
  }

  /**
   * Polarisation: the modularity of the division into two groups, of those that {@link
   * #communitiesByBetweenness} finds. High in a congruence network if two camps agree among
   * themselves and with nobody else.
   *
   * @return −0.5 to 1; empty without ties or with fewer than two nodes
   */
  public OptionalDouble polarisation() {
    return network.nodes().size() < 2
        ? OptionalDouble.empty()
        : modularity(communitiesByBetweenness(2));
  }

  private Graph<String, Network.Tie> undirected() {
    return network.directed() ? new AsUndirectedGraph<>(graph) : graph;
  }

  private static List<Set<String>> ordered(List<Set<String>> groups) {
    Map<String, Set<String>> byFirst = new TreeMap<>();
    for (Set<String> group : groups) {
      TreeSet<String> sorted = new TreeSet<>(group);
      byFirst.put(sorted.first(), sorted);
    }
    List<Set<String>> ordered = new ArrayList<>(byFirst.values());
    ordered.sort((a, b) -> Integer.compare(b.size(), a.size()));
    return ordered;
  }
}
