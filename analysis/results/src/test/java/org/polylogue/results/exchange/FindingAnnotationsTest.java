package org.polylogue.results.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Article;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class FindingAnnotationsTest {

  private static final String TEXT =
      "“We waited,” the mayor said, “because he told us to.” A “plan” they had.";
  private static final Document DOCUMENT = Article.of("d", "", TEXT);

  @Test
  void findingsComeBackEqual() {
    DocumentDiscourse findings = findings(List.of());
    FindingAnnotations result = FindingAnnotations.of(DOCUMENT, findings);
    assertThat(result.dropped()).isEmpty();
    assertThat(FindingAnnotations.findings(result.layers(), Layers.STANDARD)).isEqualTo(findings);
  }

  @Test
  void whatLayersCannotHoldIsSaid() {
    DocumentDiscourse findings =
        findings(
            List.of(
                new Stance.Withheld(
                    "d",
                    new Voice.Author(),
                    new Stance.Target.OfArticle("a"),
                    "nothing takes a side")));
    assertThat(FindingAnnotations.of(DOCUMENT, findings).dropped())
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("stances withheld", 1L)));
  }

  @Test
  void missingFeaturesTakeTheirDefaults() {
    LayeredText layers =
        new LayeredText(
            "d",
            TEXT,
            List.of(LayerSpan.of("Content", new Span(0, 12), Map.of("name", "The mayor"))),
            List.of());
    Quotation quotation = FindingAnnotations.findings(layers, Layers.STANDARD).quotations().get(0);
    assertThat(quotation.speaker()).isEqualTo(new Speaker.Resolved("", "The mayor"));
    assertThat(quotation.kind()).isEqualTo(Quotation.Kind.INDIRECT);
    assertThat(quotation.confidence()).isEqualTo(1);
  }

  @Test
  void aValueThatIsNoneOfItsValuesIsRefused() {
    LayeredText layers =
        new LayeredText(
            "d",
            TEXT,
            List.of(LayerSpan.of("Content", new Span(0, 12), Map.of("kind", "LOUD"))),
            List.of());
    assertThatThrownBy(() -> FindingAnnotations.findings(layers, Layers.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LOUD");
  }

  static DocumentDiscourse findings(List<Stance> more) {
    Speaker mayor = new Speaker.Resolved("a1", "Mara Lindqvist");
    Quotation outer =
        new Quotation(
            List.of(new Span(0, 12), new Span(29, 53)),
            Optional.of(new Span(23, 27)),
            Optional.of(new Span(13, 22)),
            mayor,
            Quotation.Kind.DIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.empty(),
            "marks + cue",
            0.75);
    Quotation inner =
        new Quotation(
            List.of(new Span(49, 51)),
            Optional.of(new Span(41, 45)),
            Optional.of(new Span(38, 40)),
            new Speaker.Unknown(Speaker.Reason.AMBIGUOUS),
            Quotation.Kind.INDIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.of(0),
            "rule",
            0.5);
    java.util.ArrayList<Stance> stances = new java.util.ArrayList<>(more);
    stances.add(
        0,
        new Stance.Taken(
            "d",
            new Voice.Source(mayor),
            new Stance.Target.OfConcept("the plan"),
            StanceLabel.Agreement.DISAGREE,
            0.25,
            List.of(new Passage("d", new Span(0, 12)))));
    return new DocumentDiscourse(
            "d",
            List.of(
                new Mention(new Span(13, 22), Mention.Form.NOMINAL, "a1", Optional.of("a2"), 1)),
            List.of(outer, inner),
            List.of(
                new MarkedExpression(
                    new Span(56, 62), MarkedExpression.Kind.SCARE_QUOTE, "single word", 0.9)),
            List.of(
                new Sentiment(
                    new Span(0, 12),
                    -0.5,
                    new Voice.Source(new Speaker.Described("the mayor", new Span(13, 22))),
                    Optional.of(new Span(1, 3)),
                    List.of())),
            List.of(new Echo(new Span(1, 10), new Passage("other", new Span(5, 14)), 0.875)))
        .with(Layers.STANCES, stances)
        .with(
            Layers.MARKERS, List.of(new CommentMarker(new Span(11, 19), CommentMarker.Kind.HEDGE)));
  }
}
