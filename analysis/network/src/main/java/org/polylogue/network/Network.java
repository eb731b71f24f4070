package org.polylogue.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jgrapht.Graph;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/**
 * Nodes and weighted ties between them, each with attributes. At most one tie joins two nodes in
 * one direction. Immutable and thread-safe.
 *
 * @param directed true if a tie leads from its source to its target
 * @param nodes the nodes, in order
 * @param ties the ties, in order
 */
public record Network(boolean directed, List<Node> nodes, List<Tie> ties) {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{1,15})?");

  /**
   * A node.
   *
   * @param id unique in the network
   * @param kind what it stands for, such as {@code actor} or {@code concept}
   * @param attributes facts by name: strings, doubles, integers or booleans; sorted
   */
  public record Node(String id, String kind, Map<String, Object> attributes) {
    /** Checks that all parts are there and copies the attributes. */
    public Node {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(kind, "kind");
      attributes = checked(attributes);
    }
  }

  /**
   * A tie.
   *
   * @param source id of a node
   * @param target id of a node
   * @param weight its weight, finite; negative where a network subtracts
   * @param attributes facts by name: strings, doubles, integers or booleans; sorted
   */
  public record Tie(String source, String target, double weight, Map<String, Object> attributes) {
    /**
     * Checks the parts and copies the attributes.
     *
     * @throws IllegalArgumentException if the weight is not finite
     */
    public Tie {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(target, "target");
      attributes = checked(attributes);
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException(source + " – " + target + " has weight " + weight);
      }
    }
  }

  /** Names that network files use for parts of their own get an underscore. */
  static String attributeName(String name) {
    return List.of("id", "kind", "label", "weight").contains(name) ? name + "_" : name;
  }

  private static Map<String, Object> checked(Map<String, Object> attributes) {
    attributes.forEach(
        (name, value) -> {
          boolean known =
              value instanceof String
                  || value instanceof Integer
                  || value instanceof Boolean
                  || value instanceof Double number && Double.isFinite(number);
          if (!known || name.equals("kind") || name.equals("weight") || name.equals("label")) {
            throw new IllegalArgumentException("attribute " + name + " cannot be " + value);
          }
        });
    return Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /**
   * Checks that ties join nodes of the network.
   *
   * @throws IllegalArgumentException if an id is used twice, a tie leads to no node, or two ties
   *     join the same nodes
   */
  public Network {
    nodes = List.copyOf(nodes);
    ties = List.copyOf(ties);
    Set<String> ids = new HashSet<>();
    for (Node node : nodes) {
      if (!ids.add(node.id())) {
        throw new IllegalArgumentException("two nodes have the id " + node.id());
      }
    }
    Set<List<String>> pairs = new HashSet<>();
    for (Tie tie : ties) {
      if (!ids.contains(tie.source()) || !ids.contains(tie.target())) {
        throw new IllegalArgumentException(
            "tie " + tie.source() + " – " + tie.target() + " leads to no node");
      }
      boolean turned = !directed && tie.source().compareTo(tie.target()) > 0;
      if (!pairs.add(
          turned ? List.of(tie.target(), tie.source()) : List.of(tie.source(), tie.target()))) {
        throw new IllegalArgumentException(
            "two ties join " + tie.source() + " and " + tie.target());
      }
    }
  }

  /**
   * The weight of a tie.
   *
   * @param source id of a node
   * @param target id of a node
   * @return the weight, 0 if there is no tie
   */
  public double weight(String source, String target) {
    for (Tie tie : ties) {
      boolean there = tie.source().equals(source) && tie.target().equals(target);
      boolean back = tie.source().equals(target) && tie.target().equals(source);
      if (there || !directed && back) {
        return tie.weight();
      }
    }
    return 0;
  }

  /**
   * The same network without weak ties; nodes stay.
   *
   * @param least the least weight that stays, by absolute value
   * @return a copy
   */
  public Network withMinimumWeight(double least) {
    return new Network(
        directed, nodes, ties.stream().filter(tie -> Math.abs(tie.weight()) >= least).toList());
  }

  /**
   * The same network without nodes that no tie touches.
   *
   * @return a copy
   */
  public Network withoutIsolates() {
    Set<String> tied = new HashSet<>();
    for (Tie tie : ties) {
      tied.add(tie.source());
      tied.add(tie.target());
    }
    return new Network(
        directed, nodes.stream().filter(node -> tied.contains(node.id())).toList(), ties);
  }

  /**
   * The same network with further attributes of nodes, such as centralities.
   *
   * @param name of the attribute
   * @param values by node id; nodes without a value stay as they are
   * @return a copy
   */
  public Network withNodeAttribute(String name, Map<String, ?> values) {
    return new Network(
        directed,
        nodes.stream()
            .map(
                node -> {
                  Object value = values.get(node.id());
                  Map<String, Object> attributes = new HashMap<>(node.attributes());
                  if (value != null) {
                    attributes.put(name, value);
                  }
                  return new Node(node.id(), node.kind(), attributes);
                })
            .toList(),
        ties);
  }

  /**
   * The same network with numbers where an attribute of all nodes that have it is the text of one,
   * such as seats in a table of actors. Text with leading zeros or signs other than minus stays.
   *
   * @return a copy
   */
  Network withNumbers() {
    Map<String, List<Object>> columns = new HashMap<>();
    for (Node node : nodes) {
      node.attributes()
          .forEach(
              (name, value) -> columns.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
    Map<String, Function<String, Object>> readings = new HashMap<>();
    columns.forEach(
        (name, values) -> {
          if (all(values, INTEGER)) {
            readings.put(name, Integer::valueOf);
          } else if (all(values, DECIMAL)) {
            readings.put(name, Double::valueOf);
          }
        });
    UnaryOperator<Node> typed =
        node -> {
          Map<String, Object> attributes = new HashMap<>(node.attributes());
          readings.forEach(
              (name, reading) ->
                  attributes.computeIfPresent(name, (n, value) -> reading.apply((String) value)));
          return new Node(node.id(), node.kind(), attributes);
        };
    return new Network(directed, nodes.stream().map(typed).toList(), ties);
  }

  private static boolean all(List<Object> values, Pattern pattern) {
    return values.stream()
        .allMatch(value -> value instanceof String text && pattern.matcher(text).matches());
  }

  /**
   * This network for the algorithms of JGraphT.
   *
   * @return a new weighted graph of node ids and ties
   */
  public Graph<String, Tie> toGraph() {
    GraphTypeBuilder<String, Tie> type =
        directed ? GraphTypeBuilder.directed() : GraphTypeBuilder.undirected();
    Graph<String, Tie> graph =
        type.weighted(true).allowingSelfLoops(true).edgeClass(Tie.class).buildGraph();
    nodes.forEach(node -> graph.addVertex(node.id()));
    for (Tie tie : ties) {
      graph.addEdge(tie.source(), tie.target(), tie);
      graph.setEdgeWeight(tie, tie.weight());
    }
    return graph;
  }
}
