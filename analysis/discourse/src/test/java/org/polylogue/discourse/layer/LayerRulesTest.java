package org.polylogue.discourse.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Affected;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Echo;
import org.polylogue.model.Finding;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Tone;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * {@link MentionLayer}, {@link QuotationLayer}, {@link ExpressionLayer}, {@link SentimentLayer},
 * {@link StanceLayer}, {@link EchoLayer}, {@link MarkerLayer}: rows and annotations of each.
 */
class LayerRulesTest {

  private static final String TEXT = "“Low water,” said Ada of the mayor in Oslo. So it goes.";
  private static final Map<String, String> TEXTS = Map.of("d", TEXT, "c", "Low water again");

  private static Span span(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }

  private static final Speaker ADA = new Speaker.Resolved("person/ada", "Ada");

  private static Quotation quotation(Span content, OptionalInt parent) {
    return new Quotation(
        List.of(content),
        Optional.of(span("said")),
        Optional.of(span("Ada")),
        ADA,
        Quotation.Kind.DIRECT,
        Quotation.Mode.SPEECH,
        Quotation.Grade.SAID,
        parent,
        "rule",
        0.75);
  }

  private static Sentiment sentiment(Optional<Span> target) {
    return new Sentiment(
        span("“Low water,”"),
        -0.5,
        new Voice.Source(ADA),
        target,
        List.of(new Sentiment.Contribution("entry low", -0.25)),
        Tone.NEGATIVE,
        Optional.empty(),
        target.isPresent() ? Affected.values()[1] : Affected.NONE,
        List.of(),
        Optional.empty());
  }

  private static Stance.Taken stance(String evidenceIn) {
    return new Stance.Taken(
        "d",
        new Voice.Source(ADA),
        new Stance.Target.OfActor("person/mayor", "Mayor"),
        StanceLabel.Agreement.values()[0],
        0.5,
        List.of(new Passage(evidenceIn, new Span(1, 10))));
  }

  private static final Map<Layer<?>, List<? extends Finding>> FINDINGS = new LinkedHashMap<>();

  static {
    FINDINGS.put(
        Layers.MENTIONS,
        List.of(
            new Mention(span("Ada"), Mention.Form.NAME, "person/ada", Optional.empty(), 0.9),
            new Mention(
                span("Oslo"), Mention.Form.NAME, "place/oslo", Optional.of("body/norway"), 0.9),
            new Mention(
                span("the mayor"), Mention.Form.NOMINAL, "person/mayor", Optional.empty(), 0.5)));
    FINDINGS.put(
        Layers.QUOTATIONS,
        List.of(
            quotation(span("“Low water,”"), OptionalInt.empty()),
            quotation(span("water"), OptionalInt.of(0))));
    FINDINGS.put(
        Layers.EXPRESSIONS,
        List.of(new MarkedExpression(span("Low"), MarkedExpression.Kind.TERM, "rule", 0.7)));
    FINDINGS.put(
        Layers.SENTIMENTS,
        List.of(sentiment(Optional.empty()), sentiment(Optional.of(span("the mayor")))));
    FINDINGS.put(Layers.STANCES, List.of(stance("d")));
    FINDINGS.put(
        Layers.ECHOES, List.of(new Echo(span("Low water"), new Passage("c", new Span(0, 9)), 0.5)));
    FINDINGS.put(
        Layers.MARKERS, List.of(new CommentMarker(span("So it goes."), CommentMarker.Kind.HEDGE)));
  }

  private static Actor actor(String id, String name) {
    return new Actor(id, name, ActorType.OTHER, new TreeSet<>(), new TreeMap<>());
  }

  private static final FindingContext AT =
      new FindingContext(
          "a",
          "d",
          TEXTS,
          Map.of(
              "person/ada", actor("person/ada", "Ada"),
              "place/oslo", actor("place/oslo", "Oslo"),
              "body/norway", actor("body/norway", "Government of Norway"),
              "person/mayor", actor("person/mayor", "the mayor")),
          FINDINGS);

  private static <F extends Finding> List<String> rows(Layer<F> layer, int table) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < FINDINGS.get(layer).size(); i++) {
      F finding = layer.type().cast(FINDINGS.get(layer).get(i));
      for (List<Object> row : layer.tables().get(table).rows(finding, AT.at(i))) {
        shown.add(
            String.join("|", row.stream().map(cell -> cell == null ? "" : "" + cell).toList()));
      }
    }
    return shown;
  }

  static Stream<Arguments> rows() {
    String affected = Affected.values()[1].name().toLowerCase(Locale.ROOT);
    String label = StanceLabel.Agreement.values()[0].name();
    return Stream.of(
        Arguments.of(
            Layers.MENTIONS,
            0,
            List.of(
                "a|d|d:m0|18|21|Ada|NAME|person/ada|Ada||||0.9",
                "a|d|d:m1|38|42|Oslo|NAME|place/oslo|Oslo|body/norway|Government of Norway||0.9",
                "a|d|d:m2|25|34|the mayor|NOMINAL|person/mayor|the mayor||||0.5")),
        Arguments.of(
            Layers.QUOTATIONS,
            0,
            List.of(
                "a|d|d:q0|0|DIRECT|SPEECH|SAID|actor|Ada|person/ada|“Low water,”|2|0-12|said|Ada"
                    + "||rule|0.75",
                "a|d|d:q1|1|DIRECT|SPEECH|SAID|actor|Ada|person/ada|water|1|5-10|said|Ada|0|rule"
                    + "|0.75")),
        Arguments.of(Layers.EXPRESSIONS, 0, List.of("a|d|TERM|Low|1|4|d:q0|rule|0.7")),
        Arguments.of(
            Layers.SENTIMENTS,
            0,
            List.of("a|d|0|12|“Low water,”|negative|-0.5||source|Ada|person/ada|d:q0|")),
        Arguments.of(
            Layers.SENTIMENTS,
            1,
            List.of(
                "a|d|0|12|“Low water,”|negative|-0.5||source|Ada|person/ada|||the mayor|25|34|d:m2"
                    + "|person/mayor|"
                    + affected)),
        Arguments.of(
            Layers.SENTIMENTS,
            2,
            List.of("a|d|0|12|||entry low|-0.25", "a|d|0|12|25|34|entry low|-0.25")),
        Arguments.of(
            Layers.STANCES,
            0,
            List.of(
                "a|d|source|Ada|person/ada|d:q0|actor|person/mayor|Mayor|agreement|"
                    + label
                    + "|0.5|Low water||")),
        Arguments.of(Layers.ECHOES, 0, List.of("a|d|1|10|Low water|d:q0|c|0|9|Low water|0.5")),
        Arguments.of(Layers.MARKERS, 0, List.of("a|d|HEDGE|So it goes.|44|55")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFindingIsARow(Layer<? extends Finding> layer, int table, List<String> rows) {
    assertThat(rows(layer, table)).isEqualTo(rows);
    for (Table<?> one : layer.tables()) {
      assertThat(one.columns()).extracting(Table.Column::name).doesNotHaveDuplicates();
    }
  }

  static Stream<Layer<?>> layers() {
    return Layers.STANDARD.list().stream();
  }

  private static <F extends Finding> AnnotationWriter annotated(Layer<F> layer) {
    AnnotationWriter out = new AnnotationWriter("d", TEXT);
    layer.annotate(FINDINGS.get(layer).stream().map(layer.type()::cast).toList(), out);
    return out;
  }

  @ParameterizedTest
  @MethodSource("layers")
  void whatIsAnnotatedIsReadAgain(Layer<? extends Finding> layer) {
    LayeredText text = annotated(layer).annotated();
    List<Object> expected = new ArrayList<>(FINDINGS.get(layer));
    expected.replaceAll(one -> one instanceof Sentiment sentiment ? bare(sentiment) : one);
    assertThat(new ArrayList<Object>(layer.read(new AnnotationReader(text))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Without causes, which annotations cannot hold. */
  private static Sentiment bare(Sentiment one) {
    return new Sentiment(
        one.span(),
        one.score(),
        one.voice(),
        one.target(),
        List.of(),
        one.tone(),
        Optional.empty(),
        one.affected(),
        List.of(),
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void whatAPersonMarkedHasDefaults(Layer<? extends Finding> layer) {
    LayerSpan marked = LayerSpan.of(layer.annotation(), new Span(0, 4), Map.of());
    LayeredText text = new LayeredText("d", TEXT, List.of(marked), List.of());
    List<? extends Finding> read = layer.read(new AnnotationReader(text));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).spans()).containsExactly(new Span(0, 4));
    assertThat(read.get(0).confidence()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void featuresWithAListOfValuesTakeNoOthers(Layer<? extends Finding> layer) {
    for (String feature : layer.values().keySet()) {
      assertThat(layer.values().get(feature)).isNotEmpty().doesNotHaveDuplicates();
      if (feature.equals("scheme")) {
        continue;
      }
      Map<String, String> features = new TreeMap<>(Map.of(feature, "MOON"));
      if (feature.equals("speaker")) {
        features.put("voice", "SOURCE");
      }
      LayerSpan marked = LayerSpan.of(layer.annotation(), new Span(0, 4), features);
      LayeredText text = new LayeredText("d", TEXT, List.of(marked), List.of());
      assertThatThrownBy(() -> layer.read(new AnnotationReader(text)))
          .as(layer + " " + feature)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("MOON");
    }
  }

  @Test
  void whatAnnotationsCannotHoldIsCounted() {
    assertThat(annotated(Layers.SENTIMENTS).dropped()).containsEntry("causes of a tone", 2L);
    AnnotationWriter out = new AnnotationWriter("d", TEXT);
    Stance withheld =
        new Stance.Withheld(
            "d",
            new Voice.Commenter(),
            new Stance.Target.OfClaim("tides"),
            "no words",
            Optional.empty());
    Layers.STANCES.annotate(List.of(stance("c"), withheld), out);
    assertThat(out.dropped())
        .containsEntry("stances withheld", 1L)
        .containsEntry("evidence for a stance in another document or out of order", 1L);
    assertThat(out.annotated().annotations())
        .extracting(LayerSpan::spans)
        .containsExactly(List.of(Span.allOf(TEXT)));
    AnnotationWriter empty = new AnnotationWriter("d", "");
    Layers.STANCES.annotate(List.of(stance("c")), empty);
    assertThat(empty.dropped()).containsEntry("stances in a document without text", 1L);
  }

  @Test
  void findingsAreCountedByTheKindsOfTheirLayer() {
    for (Layer<?> layer : Layers.STANDARD) {
      for (Finding finding : FINDINGS.get(layer)) {
        assertThat(kind(layer, finding))
            .isIn(layer.kinds().isEmpty() ? List.of("") : layer.kinds());
      }
    }
    assertThat(Layers.QUOTATIONS.kind((Quotation) FINDINGS.get(Layers.QUOTATIONS).get(0)))
        .isEqualTo("DIRECT");
    assertThat(Layers.MARKERS.kind((CommentMarker) FINDINGS.get(Layers.MARKERS).get(0)))
        .isEqualTo("HEDGE");
    assertThat(Layers.STANCES.documentId(stance("d"))).contains("d");
    assertThat(Layers.STANDARD.list().stream().filter(Layer::namesDocument))
        .containsExactly(Layers.STANCES);
  }

  private static <F extends Finding> String kind(Layer<F> layer, Finding finding) {
    return layer.kind(layer.type().cast(finding));
  }

  @Test
  void olderFilesOfEchoesAreRead() {
    LayerSpan older =
        LayerSpan.of("Echo", new Span(0, 4), Map.of("document", "c", "start", "2", "end", "6"));
    LayeredText text = new LayeredText("d", TEXT, List.of(older), List.of());
    assertThat(Layers.ECHOES.read(new AnnotationReader(text)).get(0).source())
        .isEqualTo(new Passage("c", new Span(2, 6)));
  }
}
