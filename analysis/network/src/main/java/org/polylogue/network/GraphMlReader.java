package org.polylogue.network;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.polylogue.text.Explanation;

/** Reads a network that {@link NetworkWriter#graphMl} wrote, checking it against the schema. */
public final class GraphMlReader {

  private GraphMlReader() {}

  /**
   * Reads a network.
   *
   * @param reader the file
   * @param directed whether its ties are read as directed
   * @return the network that was written
   * @throws IllegalArgumentException if the file does not follow the schema of GraphML
   */
  public static Network read(Reader reader, boolean directed) {
    GraphTypeBuilder<String, DefaultWeightedEdge> type =
        directed ? GraphTypeBuilder.directed() : GraphTypeBuilder.undirected();
    Graph<String, DefaultWeightedEdge> graph =
        type.weighted(true)
            .allowingSelfLoops(true)
            .edgeClass(DefaultWeightedEdge.class)
            .edgeSupplier(DefaultWeightedEdge::new)
            .buildGraph();
    Map<String, Map<String, Attribute>> nodeFacts = new LinkedHashMap<>();
    Map<DefaultWeightedEdge, Map<String, Attribute>> tieFacts = new HashMap<>();
    SimpleGraphMLImporter<String, DefaultWeightedEdge> importer = new SimpleGraphMLImporter<>();
    importer.setVertexFactory(id -> id);
    importer.setEdgeWeightAttributeName("weight");
    importer.setSchemaValidation(true);
    importer.addVertexAttributeConsumer(
        (key, value) ->
            nodeFacts
                .computeIfAbsent(key.getFirst(), id -> new HashMap<>())
                .put(key.getSecond(), value));
    importer.addEdgeAttributeConsumer(
        (key, value) ->
            tieFacts
                .computeIfAbsent(key.getFirst(), tie -> new HashMap<>())
                .put(key.getSecond(), value));
    try {
      importer.importGraph(graph, reader);
    } catch (ImportException e) {
      throw new IllegalArgumentException("no GraphML: " + Explanation.plain(e.getMessage()), e);
    }
    List<Network.Node> nodes = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (String number : graph.vertexSet()) {
      Map<String, Attribute> facts = nodeFacts.getOrDefault(number, Map.of());
      labels.put(number, text(facts, "label", number));
      nodes.add(new Network.Node(labels.get(number), text(facts, "kind", ""), attributes(facts)));
    }
    List<Network.Tie> ties = new ArrayList<>();
    for (DefaultWeightedEdge edge : graph.edgeSet()) {
      ties.add(
          new Network.Tie(
              labels.get(graph.getEdgeSource(edge)),
              labels.get(graph.getEdgeTarget(edge)),
              graph.getEdgeWeight(edge),
              attributes(tieFacts.getOrDefault(edge, Map.of()))));
    }
    return new Network(directed, nodes, ties);
  }

  private static String text(Map<String, Attribute> facts, String name, String otherwise) {
    Attribute found = facts.get(name);
    return found == null ? otherwise : found.getValue();
  }

  private static Map<String, Object> attributes(Map<String, Attribute> facts) {
    Map<String, Object> attributes = new HashMap<>();
    facts.forEach(
        (name, value) -> {
          if (!List.of("label", "kind", "weight", "ID", "id", "source", "target").contains(name)) {
            attributes.put(name, typed(value));
          }
        });
    return attributes;
  }

  private static Object typed(Attribute value) {
    if (value.getType() == AttributeType.INT) {
      return Integer.valueOf(value.getValue());
    }
    if (value.getType() == AttributeType.DOUBLE) {
      return Double.valueOf(value.getValue());
    }
    return value.getType() == AttributeType.BOOLEAN
        ? Boolean.valueOf(value.getValue())
        : value.getValue();
  }
}
