package org.polylogue.network;

import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jgrapht.nio.AttributeType;

/**
 * Writes networks of windows of time as one dynamic GEXF 1.2 file, for the timeline of Gephi. Nodes
 * and ties have a spell for each window that they are in; weights and attributes have the value of
 * each window. A window holds from its first day to its last, or to the day before the next one
 * begins where windows overlap.
 */
public final class GexfTimeline {

  /**
   * A network and the window that it is of.
   *
   * @param from the first day
   * @param to the last day
   * @param network what is in the window
   */
  public record Stage(LocalDate from, LocalDate to, Network network) {
    /** Checks that all parts are there. */
    public Stage {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(network, "network");
    }
  }

  /** What a node or tie is in one window. */
  private record Spell(String from, String to, Map<String, Object> values) {}

  private final XMLStreamWriter xml;

  private GexfTimeline(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes a file.
   *
   * @param stages windows in order of their first days, all directed or all undirected
   * @param writer where to; closed by its owner
   */
  public static void write(List<Stage> stages, Writer writer) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
      new GexfTimeline(xml).write(stages);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the network cannot be written: " + e.getMessage(), e);
    }
  }

  private void write(List<Stage> stages) throws XMLStreamException {
    Map<String, List<Spell>> nodes = new LinkedHashMap<>();
    Map<List<String>, List<Spell>> ties = new LinkedHashMap<>();
    Map<String, String> kinds = new LinkedHashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      LocalDate next = i + 1 < stages.size() ? stages.get(i + 1).from() : LocalDate.MAX;
      String from = stage.from().toString();
      String to = (next.isAfter(stage.to()) ? stage.to() : next.minusDays(1)).toString();
      for (Network.Node node : stage.network().nodes()) {
        kinds.putIfAbsent(node.id(), node.kind());
        nodes
            .computeIfAbsent(node.id(), id -> new ArrayList<>())
            .add(new Spell(from, to, node.attributes()));
      }
      for (Network.Tie tie : stage.network().ties()) {
        Map<String, Object> values = new TreeMap<>(tie.attributes());
        values.put("weight", tie.weight());
        ties.computeIfAbsent(List.of(tie.source(), tie.target()), pair -> new ArrayList<>())
            .add(new Spell(from, to, values));
      }
    }
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace("http://www.gexf.net/1.2draft");
    xml.writeAttribute("version", "1.2");
    start("meta");
    start("creator");
    xml.writeCharacters("Polylogue");
    xml.writeEndElement();
    xml.writeEndElement();
    boolean directed = stages.stream().anyMatch(stage -> stage.network().directed());
    start("graph", "mode", "dynamic", "timeformat", "date");
    xml.writeAttribute("defaultedgetype", directed ? "directed" : "undirected");
    start("attributes", "class", "node", "mode", "static");
    attribute("kind", AttributeType.STRING);
    xml.writeEndElement();
    declare("node", nodes.values());
    declare("edge", ties.values());
    Map<String, String> numbers = new LinkedHashMap<>();
    start("nodes");
    for (Map.Entry<String, List<Spell>> node : nodes.entrySet()) {
      String number = "n" + numbers.size();
      numbers.put(node.getKey(), number);
      start("node", "id", number, "label", NetworkWriter.clean(node.getKey()));
      write(node.getValue(), kinds.get(node.getKey()));
    }
    xml.writeEndElement();
    start("edges");
    int count = 0;
    for (Map.Entry<List<String>, List<Spell>> tie : ties.entrySet()) {
      start("edge", "id", "e" + count++, "source", numbers.get(tie.getKey().get(0)));
      xml.writeAttribute("target", numbers.get(tie.getKey().get(1)));
      write(tie.getValue(), null);
    }
    xml.writeEndDocument();
  }

  private void declare(String of, Iterable<List<Spell>> all) throws XMLStreamException {
    List<Map<String, Object>> rows = new ArrayList<>();
    all.forEach(spells -> spells.forEach(spell -> rows.add(spell.values())));
    SortedMap<String, AttributeType> types = NetworkWriter.types(rows);
    start("attributes", "class", of, "mode", "dynamic");
    for (Map.Entry<String, AttributeType> type : types.entrySet()) {
      attribute(NetworkWriter.clean(type.getKey()), type.getValue());
    }
    xml.writeEndElement();
  }

  private void attribute(String name, AttributeType type) throws XMLStreamException {
    start("attribute", "id", name, "title", name);
    xml.writeAttribute("type", NetworkWriter.gexfType(type).toString());
    xml.writeEndElement();
  }

  /** Writes what is inside a node or tie, and its end. */
  private void write(List<Spell> spells, String kind) throws XMLStreamException {
    start("attvalues");
    if (kind != null) {
      start("attvalue", "for", "kind", "value", NetworkWriter.clean(kind));
      xml.writeEndElement();
    }
    for (Spell spell : spells) {
      for (Map.Entry<String, Object> value : spell.values().entrySet()) {
        start("attvalue", "for", NetworkWriter.clean(value.getKey()));
        xml.writeAttribute("value", NetworkWriter.clean(value.getValue().toString()));
        xml.writeAttribute("start", spell.from());
        xml.writeAttribute("end", spell.to());
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    start("spells");
    for (Spell spell : spells) {
      start("spell", "start", spell.from(), "end", spell.to());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
