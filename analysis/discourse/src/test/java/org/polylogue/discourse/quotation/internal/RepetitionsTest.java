package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class RepetitionsTest {

  private static final String ARTICLE =
      "The mayor said the tram is late because of snow. A \u201cpeace clause of sorts\u201d helped.";

  private static final Repetitions TEXTS =
      new Repetitions(
          List.of(
              new Repetitions.Source(
                  "a", "Ada Reed", ARTICLE, List.of(saidByTheMayor()), List.of(marked())),
              new Repetitions.Source(
                  "c1", "Tom", "Nobody asked the drivers.", List.of(), List.of())));

  private static Quotation saidByTheMayor() {
    int start = ARTICLE.indexOf("the tram");
    return new Quotation(
        List.of(new Span(start, ARTICLE.indexOf(". A"))),
        Optional.empty(),
        Optional.empty(),
        new Speaker.Described("The mayor", new Span(0, 9)),
        Quotation.Kind.INDIRECT,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "test",
        1);
  }

  private static MarkedExpression marked() {
    int start = ARTICLE.indexOf('\u201c');
    return new MarkedExpression(
        new Span(start, ARTICLE.indexOf('\u201d') + 1),
        MarkedExpression.Kind.SCARE_QUOTE,
        "test",
        1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the tram is late | The mayor",
        "because of | The mayor",
        "Tram IS late, because of snow ... | The mayor",
        "nobody asked the drivers | Tom",
        "asked the | -",
        "late | -",
        "peace clause of sorts | -",
        "the tram is early | -",
      })
  void whoIsQuotedByWordsInMarks(String words, String speaker) {
    Speaker found = TEXTS.speaker("c2", words, new Span(0, words.length()));
    String name = found instanceof Speaker.Described described ? described.description() : "-";
    assertThat(name).isEqualTo(speaker);
  }

  @ParameterizedTest
  @CsvSource({"nobody asked the drivers"})
  void aCommentDoesNotQuoteItself(String words) {
    assertThat(TEXTS.speaker("c1", words, new Span(0, words.length()))).isNull();
  }
}
