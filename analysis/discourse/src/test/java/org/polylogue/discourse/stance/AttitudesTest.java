package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Comment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.text.Span;

class AttitudesTest {

  /** The cue is between braces, the actor between brackets; the content begins after the cue. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lund {praised} the [Harbour Trust] for its patience. | FAVOR",
        "Lund {backs} Mayor [Anna Brodie]. | FAVOR",
        "Lund {accused} [Tom Kessler] of hiding the report. | AGAINST",
        "Lund has {denounced} [Kessler], who was not there. | AGAINST",
        "Lund {said} [Kessler] was late. | none",
        "Lund did not {support} [Kessler] in the vote. | none",
        "Lund has never {criticised} [Kessler] in public. | none",
        "Lund {praised} [Kessler]'s speech. | none",
        "Lund {backed} the [Kessler] plan. | none",
        "Lund {praised} the work of [Kessler]. | none",
        "Lund {prefers} the term “[guests]” for them. | none",
        "Lund {blamed} the weather, a late start and old nets for what [Kessler] found. | none"
      })
  void a_verb_tells_the_stance_towards_its_object(String marked, String expected) {
    String text = marked.replaceAll("[\\[\\]{}]", "");
    Span cue = span(marked, '{', '}');
    Quotation quotation =
        new Quotation(
            List.of(new Span(cue.end() + 1, text.length())),
            Optional.of(cue),
            Optional.empty(),
            new Speaker.Resolved("person/peter-lund", "Peter Lund"),
            Quotation.Kind.INDIRECT,
            Quotation.Mode.SPEECH,
            Quotation.Grade.ATTITUDE,
            OptionalInt.empty(),
            "test",
            1);
    Optional<Stance> told =
        Attitudes.of(
            Comment.of("c", text),
            quotation,
            new Stance.Target.OfActor("actor", "the actor"),
            List.of(span(marked, '[', ']')));
    assertThat(told.flatMap(Stance::taken).map(taken -> taken.label().toString()).orElse("none"))
        .as(marked)
        .isEqualTo(expected);
  }

  private static Span span(String marked, char open, char close) {
    return new Span(
        plain(marked.substring(0, marked.indexOf(open))),
        plain(marked.substring(0, marked.indexOf(close))));
  }

  private static int plain(String marked) {
    return marked.replaceAll("[\\[\\]{}]", "").length();
  }
}
