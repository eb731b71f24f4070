package org.polylogue.discourse.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.attribution.AttributionReader;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class QuotationFinderTest {

  private static final QuotationFinder FINDER = QuotationFinder.shipped();

  private static Quotations find(String text) {
    return find(Article.of("a", "", text));
  }

  private static Quotations find(Article article) {
    return FINDER.find(article, PlainText.annotate(article));
  }

  private static List<Quotation> blocks(Quotations found) {
    return found.quotations().stream().filter(q -> q.kind() == Quotation.Kind.BLOCK).toList();
  }

  /** As the guard of languages leaves what is not in English. */
  @Test
  void aDocumentThatWasLeftUnreadQuotesNothing() {
    String text = "„Wir bauen nicht“, sagte Anna. “Nein” “Ja”";
    AnnotatedText unread =
        new AnnotatedText(text, List.of(), List.of(), EnumSet.allOf(Capability.class));
    assertThat(FINDER.find(Article.of("a", "", text), unread)).isEqualTo(Quotations.NONE);
    assertThat(FINDER.find(Comment.of("c", text), unread)).isEqualTo(Quotations.NONE);
  }

  @Test
  void aParagraphAfterALeadInThatEndsInAColonIsABlockQuotation() {
    String text =
        """
        Corvin explained:

        We have waited for the tram and you know it.

        Thus the mayor left.
        """;
    List<Quotation> found = blocks(find(text));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).extent().of(text)).startsWith("We have").endsWith("know it.");
    assertThat(found.get(0).speaker())
        .isInstanceOfSatisfying(
            Speaker.Resolved.class, s -> assertThat(s.name()).isEqualTo("Corvin"));
  }

  @Test
  void aBlockGoesOnWhileItsVoiceSpeaks() {
    String text =
        """
        Corvin said:

        We have waited for the tram.

        And you have waited with us.

        The mayor left the hall.
        """;
    assertThat(blocks(find(text)).get(0).content()).hasSize(2);
  }

  @Test
  void aListAfterAColonIsNoBlockQuotation() {
    assertThat(blocks(find("Corvin said:\n\n1. We have trams.\n\n2. We have rain.\n"))).isEmpty();
  }

  @Test
  void aSenderLineBeginsABlock() {
    String text = "From the desk of Hanne Corvin\n\nWe have waited. You know it.\n";
    List<Quotation> found = blocks(find(text));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).mode()).isEqualTo(Quotation.Mode.WRITING);
  }

  @Test
  void aMarkedUpBlockIsAQuotationWhateverStandsBefore() {
    String text = "It rained.\nThe harbour is closed.";
    Article article =
        new Article(
            "a",
            "",
            Publication.UNKNOWN,
            text,
            List.of(
                new Block(Block.Kind.PARAGRAPH, new Span(0, 10)),
                new Block(Block.Kind.QUOTATION, new Span(11, text.length()))));
    Quotations found = find(article);
    assertThat(blocks(found)).hasSize(1);
    assertThat(blocks(found).get(0).speaker())
        .isEqualTo(new Speaker.Unknown(Speaker.Reason.NO_SOURCE));
  }

  @Test
  void turnsWithNamesAreQuotationsOfTheirNames() {
    String text = "CORVIN: The tram is late.\n\nTORP: It is a bicycle.\n\nCORVIN: Then go.\n";
    Quotations found = find(text);
    List<String> speakers = new ArrayList<>();
    for (Quotation q : found.quotations()) {
      if (q.rule().startsWith("turn")) {
        speakers.add(((Speaker.Resolved) q.speaker()).name());
      }
    }
    assertThat(speakers).containsExactly("CORVIN", "TORP", "CORVIN");
  }

  @Test
  void aLabelThatStandsAloneIsNoTurn() {
    assertThat(find("Update: The tram is late.\n\nIt rained.").quotations())
        .noneMatch(q -> q.rule().startsWith("turn"));
  }

  @Test
  void questionsOfAnInterviewAreTheAuthors() {
    String text =
        "\u2014 Corvin, is it late?\n\n\u2014 It is.\n\n\u2014 Will you go?\n\n\u2014 I will.\n";
    List<Quotation> turns =
        find(text).quotations().stream().filter(q -> q.rule().equals("turn with a dash")).toList();
    assertThat(turns).hasSize(4);
    assertThat(turns.get(0).speaker()).isEqualTo(new Speaker.DocumentAuthor());
    assertThat(turns.get(1).speaker()).isInstanceOf(Speaker.Resolved.class);
  }

  @Test
  void everySecondParagraphOfAnInterviewWithoutNamesIsAnAnswer() {
    String text =
        "Corvin runs the trams.\n\nIs the tram late?\n\nWe are waiting for rails.\n\n"
            + "Who pays?\n\nI do not know.\n\nAnd when will it run?\n\nIn May.\n\n"
            + "The council met on Monday.\n";
    assertThat(blocks(find(text)))
        .extracting(q -> q.extent().of(text))
        .containsExactly("We are waiting for rails.", "I do not know.", "In May.");
  }

  @Test
  void questionsThatTheAuthorAnswersAreNoInterview() {
    String text =
        "Who may vote?\n\nEverybody over eighteen.\n\nWhere?\n\nIn the school.\n\n"
            + "When?\n\nOn Sunday.\n";
    assertThat(find(text).quotations()).isEmpty();
  }

  @Test
  void aMessageWithItsSenderBeginsABlock() {
    String text =
        "On Monday an email from the rector, Corvin:\n\nIn view of the weather all is shut.\n\n"
            + "It rained.\n";
    assertThat(blocks(find(text)))
        .singleElement()
        .satisfies(q -> assertThat(q.extent().of(text)).startsWith("In view").endsWith("shut."));
  }

  @Test
  void aQuotedLineOfACommentIsAQuotation() {
    String text = "> the tram will never run\nIt ran on Monday.";
    Comment comment = Comment.of("c", text);
    assertThat(FINDER.find(comment, PlainText.annotate(comment)).quotations())
        .singleElement()
        .satisfies(q -> assertThat(q.extent().of(text)).isEqualTo("the tram will never run"));
  }

  @Test
  void aDashSignsTheParagraphBeforeIt() {
    for (String text :
        List.of(
            "\u201CThe tram is late and the rain too.\u201D \u2014 Hanne Corvin\n",
            "\u201CThe tram is late and the rain too.\u201D\n\n\u2014 Hanne Corvin, mayor\n")) {
      Quotations found = find(text);
      assertThat(found.quotations()).hasSize(1);
      assertThat(found.quotations().get(0).source().orElseThrow().of(text))
          .startsWith("Hanne Corvin");
      assertThat(found.quotations().get(0).speaker()).isInstanceOf(Speaker.Resolved.class);
    }
  }

  @Test
  void markedWordsWithoutACueAreExpressions() {
    Quotations found =
        find("The novel \u201CWinter Wheat\u201D is new. The word \u201Cclause\u201D is old.");
    assertThat(found.expressions())
        .extracting(MarkedExpression::kind)
        .containsExactly(MarkedExpression.Kind.TITLE, MarkedExpression.Kind.TERM);
    assertThat(found.quotations())
        .noneMatch(q -> q.kind() == Quotation.Kind.DIRECT || q.kind() == Quotation.Kind.MIXED);
  }

  @Test
  void withACertaintyAskedForNothingUnsureIsLeft() {
    Article article = Article.of("a", "", "Corvin said:\n\nWe have waited.\n");
    assertThat(
            FINDER.withMinimumConfidence(1).find(article, PlainText.annotate(article)).quotations())
        .isEmpty();
    assertThatThrownBy(() -> FINDER.withMinimumConfidence(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }

  @Test
  void aDamagedModelIsNamed() {
    assertThatThrownBy(
            () ->
                QuotationFinder.read(
                    new ByteArrayInputStream("PLQX".getBytes(StandardCharsets.UTF_8)), "my.model"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("my.model");
  }

  @Test
  void aReaderReadsEachArticleOnceAndNoCommentThatIsLeftToAnotherFinder() throws IOException {
    List<String> read = new ArrayList<>();
    AttributionReader reader =
        (text, wanted) -> {
          read.add(text.text());
          return AttributionReader.Odds.of(text.tokenCount());
        };
    try (InputStream model = QuotationFinder.shippedModel()) {
      QuotationFinder finder =
          QuotationFinder.read(model, "shipped", Optional.of(reader)).withComments(FINDER);
      Article article = Article.of("a", "", "Corvin said that we have waited.");
      Comment comment = Comment.of("c", "Corvin told me that we have waited.");
      // the shipped model weighs no odds, so they change nothing
      assertThat(finder.find(article, PlainText.annotate(article))).isEqualTo(find(article));
      finder.withMinimumConfidence(0.2).find(comment, PlainText.annotate(comment));
      assertThat(read).containsExactly(article.text());
    }
  }

  @Test
  void blankTextQuotesNothing() {
    assertThat(find("")).isEqualTo(Quotations.NONE);
    assertThat(find(" \n \u0000 ").quotations()).isEmpty();
  }

  @Test
  void hostileMarksAreRead() {
    for (String text :
        List.of(
            "\"".repeat(100_000),
            "\u201Ca ".repeat(20_000),
            "\u201C\u00AB\u2018\"\u201E'\u300C``".repeat(4_000),
            "word ".repeat(100_000) + "\u201C" + "word ".repeat(100_000),
            "Corvin said: ".repeat(4_000),
            "Corvin said:\n\n".repeat(3_000),
            "\u2014 Why?\n".repeat(3_000))) {
      check(text, find(text));
    }
  }

  @Provide
  Arbitrary<String> articleText() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Corvin ",
            "said ",
            "that ",
            "we ",
            "have ",
            "\u201C",
            "\u201D",
            "\"",
            "\n\n",
            ": ",
            "\u2014 ",
            ". ",
            ", ",
            "he ",
            "the tram ",
            "is ",
            "late ",
            "'",
            "Q: ",
            "A: ",
            "\u00AB",
            "\u00BB",
            "\uD83D\uDE00 ",
            "wrote ",
            "Torp ",
            "told ",
            "I ");
    return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  @Property(tries = 150)
  void spansLieInTheTextAndSegmentsAreOrdered(@ForAll("articleText") String text) {
    check(text, find(text));
  }

  @Property(tries = 40)
  void theSameIsFoundAloneAndAfterOthers(
      @ForAll("articleText") String before, @ForAll("articleText") String text) {
    Quotations alone = find(text);
    find(before);
    assertThat(find(text)).isEqualTo(alone);
  }

  private static void check(String text, Quotations found) {
    List<Quotation> all = found.quotations();
    for (int i = 0; i < all.size(); i++) {
      Quotation q = all.get(i);
      assertThat(q.extent().end()).isLessThanOrEqualTo(text.length());
      q.cue().ifPresent(s -> assertThat(s.end()).isLessThanOrEqualTo(text.length()));
      q.source().ifPresent(s -> assertThat(s.end()).isLessThanOrEqualTo(text.length()));
      if (q.parent().isPresent()) {
        Quotation parent = all.get(q.parent().getAsInt());
        assertThat(q.parent().getAsInt()).isLessThan(i);
        assertThat(parent.extent().contains(q.extent())).isTrue();
      }
      if (i > 0) {
        assertThat(q.extent().start()).isGreaterThanOrEqualTo(all.get(i - 1).extent().start());
      }
    }
    for (MarkedExpression e : found.expressions()) {
      assertThat(e.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(e.span().isEmpty()).isFalse();
    }
  }
}
