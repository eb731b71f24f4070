package org.polylogue.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.gexf.GEXFExporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class NetworkFilesTest {

  private static final Network HOSTILE =
      new Network(
          false,
          List.of(
              new Network.Node(
                  "O'Brien & \"Sons\" <script>",
                  "actor",
                  Map.of("party", "=1+1", "statements", 3, "share", 0.25, "seated", true)),
              new Network.Node("Zoë \uD83D\uDE00 Müller", "actor", Map.of("party", "A;B,\nC")),
              new Network.Node("plain", "concept", Map.of())),
          List.of(
              new Network.Tie(
                  "O'Brien & \"Sons\" <script>",
                  "Zoë \uD83D\uDE00 Müller",
                  -2.5,
                  Map.of("agree", 1, "party", "tie's own")),
              new Network.Tie("Zoë \uD83D\uDE00 Müller", "plain", 1, Map.of())));

  private static String graphMl(Network network) {
    StringWriter writer = new StringWriter();
    NetworkWriter.of(network).graphMl(writer);
    return writer.toString();
  }

  @Test
  void graphml_follows_its_schema_and_loses_nothing() {
    String xml = graphMl(HOSTILE);
    Network back = GraphMlReader.read(new StringReader(xml), false);
    assertThat(back).isEqualTo(HOSTILE);
    assertThat(xml).contains("edgedefault=\"undirected\"").doesNotContain("<script>");
    assertThat(xml).contains("attr.name=\"label\"").contains("attr.name=\"weight\"");
  }

  @Test
  void directed_networks_and_loops_come_back() {
    Network replies =
        new Network(
            true,
            List.of(
                new Network.Node("a", "commenter", Map.of("comments", 2)),
                new Network.Node("b", "commenter", Map.of("comments", 1))),
            List.of(
                new Network.Tie("a", "b", 1, Map.of()),
                new Network.Tie("b", "a", 3, Map.of()),
                new Network.Tie("a", "a", 1, Map.of())));
    assertThat(graphMl(replies)).contains("edgedefault=\"directed\"");
    assertThat(GraphMlReader.read(new StringReader(graphMl(replies)), true)).isEqualTo(replies);
  }

  @Test
  void discourse_networks_come_back() {
    for (ProjectedNetwork.Projection projection : ProjectedNetwork.Projection.values()) {
      Network network =
          ProjectedNetwork.ofSpeakers(
              Debate.COUNTS, projection, ProjectedNetwork.Normalisation.COSINE);
      assertThat(GraphMlReader.read(new StringReader(graphMl(network)), false)).isEqualTo(network);
    }
    Network empty = new Network(false, List.of(), List.of());
    assertThat(GraphMlReader.read(new StringReader(graphMl(empty)), false)).isEqualTo(empty);
  }

  @Test
  void characters_that_xml_cannot_hold_are_replaced() {
    Network control =
        new Network(
            false,
            List.of(new Network.Node("a\u0000b\uD800", "actor", Map.of("x", "\u0008"))),
            List.of());
    Network back = GraphMlReader.read(new StringReader(graphMl(control)), false);
    assertThat(back.nodes().get(0).id()).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(back.nodes().get(0).attributes()).containsEntry("x", "\uFFFD");
  }

  @Test
  void what_breaks_the_schema_is_refused() {
    String broken = graphMl(HOSTILE).replaceFirst("<graph ", "<graph colour=\"red\" ");
    assertThatThrownBy(() -> GraphMlReader.read(new StringReader(broken), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GraphMlReader.read(new StringReader("no xml"), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gexf_follows_its_schema_and_holds_labels_and_weights() {
    StringWriter writer = new StringWriter();
    NetworkWriter.of(HOSTILE).gexf(writer);
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(
            SupplierUtil.createStringSupplier(), SupplierUtil.DEFAULT_WEIGHTED_EDGE_SUPPLIER);
    Map<String, String> labels = new HashMap<>();
    SimpleGEXFImporter<String, DefaultWeightedEdge> importer = new SimpleGEXFImporter<>();
    importer.setVertexFactory(id -> id);
    importer.setSchemaValidation(true);
    importer.addVertexAttributeConsumer(
        (key, value) -> labels.put(key.getFirst() + " " + key.getSecond(), value.getValue()));
    importer.importGraph(graph, new StringReader(writer.toString()));
    assertThat(graph.vertexSet()).hasSize(3);
    assertThat(labels).containsEntry("n0 label", "O'Brien & \"Sons\" <script>");
    assertThat(graph.getEdgeWeight(graph.getEdge("n0", "n1"))).isEqualTo(-2.5);
  }

  @Test
  void graphml_holds_every_weight_also_of_1() {
    String xml = graphMl(HOSTILE);
    assertThat(xml.split("</edge>")).hasSize(3);
    assertThat(xml.split("</edge>")[1]).contains(">1.0<");
  }

  @Test
  void windows_are_one_gexf_file_that_follows_its_schema_with_spells_that_do_not_overlap()
      throws Exception {
    Network later =
        new Network(
            false,
            List.of(
                new Network.Node("Anna & \"Co\"", "actor", Map.of("statements", 3)),
                new Network.Node("Ben", "actor", Map.of("statements", 1))),
            List.of(new Network.Tie("Anna & \"Co\"", "Ben", -0.5, Map.of("agree", 2))));
    Network early =
        new Network(
            false,
            List.of(new Network.Node("Anna & \"Co\"", "actor", Map.of("statements", 2))),
            List.of());
    LocalDate day = LocalDate.of(2024, 1, 1);
    StringWriter writer = new StringWriter();
    GexfTimeline.write(
        List.of(
            new GexfTimeline.Stage(day, day.plusDays(59), early),
            new GexfTimeline.Stage(day.plusDays(31), day.plusDays(90), later)),
        writer);
    String xml = writer.toString();
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory
        .newSchema(GEXFExporter.class.getResource("/gexf.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    assertThat(xml)
        .contains("<spell start=\"2024-01-01\" end=\"2024-01-31\">")
        .contains("<attvalue for=\"statements\" value=\"2\" start=\"2024-01-01\"")
        .contains("<attvalue for=\"statements\" value=\"3\" start=\"2024-02-01\"")
        .contains("<attvalue for=\"weight\" value=\"-0.5\" start=\"2024-02-01\"");
    assertThat(xml.split("<node ")).hasSize(3);
  }

  @Test
  void what_is_a_number_of_all_nodes_is_a_number_in_the_files() {
    Network typed =
        new Network(
                false,
                List.of(
                    new Network.Node(
                        "a", "actor", Map.of("seats", "12", "share", "3", "code", "007")),
                    new Network.Node(
                        "b", "actor", Map.of("seats", "-4", "share", "2.5", "age", "x")),
                    new Network.Node("c", "actor", Map.of("age", "7"))),
                List.of())
            .withNumbers();
    assertThat(typed.nodes().get(0).attributes())
        .isEqualTo(Map.of("seats", 12, "share", 3.0, "code", "007"));
    assertThat(typed.nodes().get(2).attributes()).isEqualTo(Map.of("age", "7"));
    assertThat(GraphMlReader.read(new StringReader(graphMl(typed)), false)).isEqualTo(typed);
  }

  @Test
  void dot_can_be_read() {
    StringWriter writer = new StringWriter();
    NetworkWriter.of(HOSTILE).dot(writer);
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(
            SupplierUtil.createStringSupplier(), SupplierUtil.DEFAULT_WEIGHTED_EDGE_SUPPLIER);
    DOTImporter<String, DefaultWeightedEdge> importer = new DOTImporter<>();
    importer.importGraph(graph, new StringReader(writer.toString()));
    assertThat(graph.vertexSet()).hasSize(3);
    assertThat(graph.edgeSet()).hasSize(2);
  }

  @Test
  void tables_have_the_columns_of_gephi_and_no_formulas() throws IOException {
    StringWriter nodes = new StringWriter();
    NetworkWriter.of(HOSTILE).nodeTable(nodes);
    assertThat(nodes.toString())
        .startsWith("Id,Label,Kind,party,seated,share,statements\n")
        .contains("n0,\"O'Brien & \"\"Sons\"\" <script>\",actor,'=1+1,true,0.25,3\n");
    StringWriter ties = new StringWriter();
    NetworkWriter.of(HOSTILE).tieTable(ties);
    assertThat(ties.toString())
        .startsWith("Source,Target,Type,Weight,SourceLabel,TargetLabel,agree,party\n")
        .contains("n0,n1,Undirected,-2.5,");
  }

  @Test
  void statements_come_back_from_their_table() throws IOException {
    List<Statement> statements =
        List.of(
            Debate.s("Ann", "x", true, "d1", "2023-01-02"),
            new Statement(
                "=Bob; \"the\" builder",
                "a, b",
                false,
                "d2",
                Optional.of(new Passage("d2", new Span(3, 9))),
                Optional.empty(),
                Map.of("party", "-none-")));
    StringWriter writer = new StringWriter();
    StatementTable.write(statements, writer);
    assertThat(StatementTable.read(new StringReader(writer.toString()), Optional.empty()))
        .isEqualTo(statements);
  }

  @Test
  void an_event_list_of_dna_is_read() throws IOException {
    String table =
        "\uFEFFstatement_id;time;document_id;person;organization;concept;agreement\n"
            + "1;2012-11-30 10:15:00;17;Smith;EPA;CO2 legislation;1\n"
            + "2;30-11-2012;17;Hill;\"Senate; upper house\";CO2 legislation;0\n";
    List<Statement> statements = StatementTable.read(new StringReader(table), Optional.empty());
    assertThat(statements)
        .extracting(Statement::speaker)
        .containsExactly("EPA", "Senate; upper house");
    assertThat(statements).extracting(Statement::agreement).containsExactly(true, false);
    assertThat(statements.get(0).date()).isEqualTo(statements.get(1).date());
    assertThat(statements.get(0).attributes()).containsEntry("person", "Smith");
    assertThat(StatementTable.read(new StringReader(table), Optional.of("Person")))
        .extracting(Statement::speaker)
        .containsExactly("Smith", "Hill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "speaker,concept\nAnn,x\n",
        "speaker,concept,agreement\nAnn,x,maybe\n",
        "speaker,concept,agreement\n,x,1\n",
        "speaker,concept,agreement,date\nAnn,x,1,someday\n",
        "speaker,concept,agreement,start,stop\nAnn,x,1,9,3\n",
        "speaker,concept,agreement\n\"Ann,x,1\n"
      })
  void a_table_that_cannot_be_read_is_refused(String table) {
    assertThatThrownBy(() -> StatementTable.read(new StringReader(table), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void extracted_statements_are_compared_with_coded_ones() {
    List<Statement> extracted =
        List.of(
            Debate.s("ann", "x", true, "d1", "2023-01-02"),
            Debate.s("Ann", "y", true, "d2", "2023-01-10"),
            Debate.s("Dora", "x", true, "d2", "2023-01-10"));
    StatementTable.Comparison comparison = StatementTable.compare(Debate.STATEMENTS, extracted);
    assertThat(comparison).isEqualTo(new StatementTable.Comparison(1, 1, 6, 1));
    assertThat(comparison.precision()).isEqualTo(1 / 3.0);
    assertThat(comparison.recall()).isEqualTo(1 / 8.0);
    assertThat(StatementTable.compare(List.of(), List.of()).f1()).isZero();
  }
}
