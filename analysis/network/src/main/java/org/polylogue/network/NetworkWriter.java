package org.polylogue.network;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jgrapht.Graph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.gexf.GEXFAttributeType;
import org.jgrapht.nio.gexf.GEXFExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.polylogue.text.SpreadsheetText;

/**
 * Writes a network for other programs, with every attribute of nodes and ties. Nodes are numbered
 * {@code n0}, {@code n1} and so on, as XML wants ids without spaces, and carry their own id as
 * {@code label}. Characters that XML cannot hold become U+FFFD. Immutable and thread-safe.
 */
public final class NetworkWriter {

  private final Network network;
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<Network.Tie, String> tieNumbers = new HashMap<>();
  private final SortedMap<String, AttributeType> nodeTypes;
  private final SortedMap<String, AttributeType> tieTypes;

  private NetworkWriter(Network network) {
    this.network = Objects.requireNonNull(network, "network");
    for (Network.Node node : network.nodes()) {
      numbers.put(node.id(), "n" + numbers.size());
    }
    for (Network.Tie tie : network.ties()) {
      tieNumbers.put(tie, "e" + tieNumbers.size());
    }
    this.nodeTypes = types(network.nodes().stream().map(Network.Node::attributes).toList());
    this.tieTypes = types(network.ties().stream().map(Network.Tie::attributes).toList());
  }

  /**
   * A writer of a network.
   *
   * @param network the network
   * @return the writer
   */
  public static NetworkWriter of(Network network) {
    return new NetworkWriter(network);
  }

  static SortedMap<String, AttributeType> types(List<Map<String, Object>> rows) {
    SortedMap<String, AttributeType> types = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      row.forEach((name, value) -> types.merge(name, type(value), NetworkWriter::wider));
    }
    return types;
  }

  private static AttributeType type(Object value) {
    if (value instanceof Integer) {
      return AttributeType.INT;
    }
    if (value instanceof Double) {
      return AttributeType.DOUBLE;
    }
    return value instanceof Boolean ? AttributeType.BOOLEAN : AttributeType.STRING;
  }

  private static AttributeType wider(AttributeType a, AttributeType b) {
    if (a == b) {
      return a;
    }
    boolean numbers =
        (a == AttributeType.INT || a == AttributeType.DOUBLE)
            && (b == AttributeType.INT || b == AttributeType.DOUBLE);
    return numbers ? AttributeType.DOUBLE : AttributeType.STRING;
  }

  /**
   * GraphML 1.0 (Brandes et al. 2002), as Gephi and visone open it.
   *
   * @param writer where to; closed by its owner
   */
  public void graphMl(Writer writer) {
    GraphMLExporter<String, Network.Tie> exporter = new GraphMLExporter<>(numbers::get);
    // the exporter's own weights leave out those that are 1, and would hold the name
    exporter.setEdgeWeightAttributeName("unused");
    exporter.registerAttribute(
        "weight", GraphMLExporter.AttributeCategory.EDGE, AttributeType.DOUBLE);
    exporter.registerAttribute(
        "label", GraphMLExporter.AttributeCategory.NODE, AttributeType.STRING);
    exporter.registerAttribute(
        "kind", GraphMLExporter.AttributeCategory.NODE, AttributeType.STRING);
    nodeTypes.forEach(
        (name, type) ->
            exporter.registerAttribute(
                clean(name),
                tieTypes.containsKey(name)
                    ? GraphMLExporter.AttributeCategory.ALL
                    : GraphMLExporter.AttributeCategory.NODE,
                wider(type, tieTypes.getOrDefault(name, type))));
    tieTypes.forEach(
        (name, type) -> {
          if (!nodeTypes.containsKey(name)) {
            exporter.registerAttribute(clean(name), GraphMLExporter.AttributeCategory.EDGE, type);
          }
        });
    exporter.setVertexAttributeProvider(nodeAttributes(true));
    exporter.setEdgeAttributeProvider(tie -> weighted(tie, true));
    exporter.exportGraph(network.toGraph(), writer);
  }

  private Map<String, Attribute> weighted(Network.Tie tie, boolean xml) {
    Map<String, Attribute> attributes = attributes(tie.attributes(), tieTypes, xml);
    attributes.put("weight", DefaultAttribute.createAttribute(tie.weight()));
    return attributes;
  }

  /**
   * GEXF 1.2, the format of Gephi.
   *
   * @param writer where to; closed by its owner
   */
  public void gexf(Writer writer) {
    GEXFExporter<String, Network.Tie> exporter = new GEXFExporter<>(numbers::get, tieNumbers::get);
    exporter.setCreator("Polylogue");
    exporter.setParameter(GEXFExporter.Parameter.EXPORT_EDGE_WEIGHTS, true);
    exporter.registerAttribute(
        "kind", GEXFExporter.AttributeCategory.NODE, GEXFAttributeType.STRING);
    nodeTypes.forEach(
        (name, type) ->
            exporter.registerAttribute(
                clean(name), GEXFExporter.AttributeCategory.NODE, gexfType(type)));
    tieTypes.forEach(
        (name, type) ->
            exporter.registerAttribute(
                clean(name), GEXFExporter.AttributeCategory.EDGE, gexfType(type)));
    exporter.setVertexAttributeProvider(nodeAttributes(true));
    exporter.setEdgeAttributeProvider(tie -> attributes(tie.attributes(), tieTypes, true));
    exporter.exportGraph(network.toGraph(), writer);
  }

  static GEXFAttributeType gexfType(AttributeType type) {
    return switch (type) {
      case INT -> GEXFAttributeType.INTEGER;
      case DOUBLE -> GEXFAttributeType.DOUBLE;
      case BOOLEAN -> GEXFAttributeType.BOOLEAN;
      default -> GEXFAttributeType.STRING;
    };
  }

  /**
   * DOT, the format of Graphviz.
   *
   * @param writer where to; closed by its owner
   */
  public void dot(Writer writer) {
    DOTExporter<String, Network.Tie> exporter = new DOTExporter<>(numbers::get);
    exporter.setVertexAttributeProvider(nodeAttributes(false));
    exporter.setEdgeAttributeProvider(tie -> weighted(tie, false));
    Graph<String, Network.Tie> graph = network.toGraph();
    exporter.exportGraph(graph, writer);
  }

  /**
   * The nodes as a CSV table with the columns that Gephi expects: {@code Id}, {@code Label}, {@code
   * Kind} and one for each attribute. Text that a spreadsheet would run as a formula gets an
   * apostrophe in front.
   *
   * @param writer where to; closed by its owner
   * @throws IOException if it cannot be written
   */
  public void nodeTable(Writer writer) throws IOException {
    CSVPrinter printer = printer(writer);
    List<Object> header = new ArrayList<>(List.of("Id", "Label", "Kind"));
    header.addAll(nodeTypes.keySet());
    printer.printRecord(header);
    for (Network.Node node : network.nodes()) {
      List<Object> row = new ArrayList<>();
      row.add(numbers.get(node.id()));
      row.add(guarded(node.id()));
      row.add(node.kind());
      nodeTypes.keySet().forEach(name -> row.add(guarded(node.attributes().get(name))));
      printer.printRecord(row);
    }
    printer.flush();
  }

  /**
   * The ties as a CSV table: {@code Source}, {@code Target}, {@code Type}, {@code Weight}, {@code
   * SourceLabel}, {@code TargetLabel} and one for each attribute.
   *
   * @param writer where to; closed by its owner
   * @throws IOException if it cannot be written
   */
  public void tieTable(Writer writer) throws IOException {
    CSVPrinter printer = printer(writer);
    List<Object> header =
        new ArrayList<>(
            List.of("Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel"));
    header.addAll(tieTypes.keySet());
    printer.printRecord(header);
    for (Network.Tie tie : network.ties()) {
      List<Object> row = new ArrayList<>();
      row.add(numbers.get(tie.source()));
      row.add(numbers.get(tie.target()));
      row.add(network.directed() ? "Directed" : "Undirected");
      row.add(tie.weight());
      row.add(guarded(tie.source()));
      row.add(guarded(tie.target()));
      tieTypes.keySet().forEach(name -> row.add(guarded(tie.attributes().get(name))));
      printer.printRecord(row);
    }
    printer.flush();
  }

  private static CSVPrinter printer(Writer writer) throws IOException {
    return new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
  }

  private static Object guarded(Object value) {
    return value instanceof String text ? SpreadsheetText.guarded(text) : value;
  }

  private java.util.function.Function<String, Map<String, Attribute>> nodeAttributes(boolean xml) {
    Map<String, Network.Node> byId = new HashMap<>();
    network.nodes().forEach(node -> byId.put(node.id(), node));
    return id -> {
      Network.Node node = byId.get(id);
      Map<String, Attribute> attributes = attributes(node.attributes(), nodeTypes, xml);
      attributes.put("label", DefaultAttribute.createAttribute(xml ? clean(id) : id));
      attributes.put("kind", DefaultAttribute.createAttribute(node.kind()));
      return attributes;
    };
  }

  private static Map<String, Attribute> attributes(
      Map<String, Object> values, Map<String, AttributeType> types, boolean xml) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String text = value.toString();
          AttributeType type = types.get(name);
          attributes.put(
              xml ? clean(name) : name.replaceAll("[^A-Za-z0-9_]", "_"),
              new DefaultAttribute<>(xml ? clean(text) : text, type));
        });
    return attributes;
  }

  /** XML 1.0 cannot hold most control characters, lone surrogates and U+FFFE and U+FFFF. */
  static String clean(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000
                    ? c
                    : 0xFFFD)
        .forEach(cleaned::appendCodePoint);
    return cleaned.toString();
  }
}
