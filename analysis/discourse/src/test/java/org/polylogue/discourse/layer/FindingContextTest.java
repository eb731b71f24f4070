package org.polylogue.discourse.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class FindingContextTest {

  @ParameterizedTest
  @CsvSource({
    "0,",
    "2, d:q0",
    "5, d:q1",
    "7, d:q2",
    "8, d:q1",
    "9, d:q0",
    "12,",
    "15, d:q0",
    "20,"
  })
  void theInnermostQuotationAroundAPlaceIsFound(int place, String quotation) {
    FindingContext context =
        context(
            List.of(
                quotation(new Span(2, 11), new Span(14, 18)),
                quotation(new Span(5, 9)),
                quotation(new Span(6, 8))));
    assertThat(context.quotationAround(new Span(place, place + 1)))
        .isEqualTo(Optional.ofNullable(quotation));
  }

  @Property(tries = 300)
  void nestedQuotationsAreFoundAsByLookingAtEachOfThem(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 40) Integer> starts,
      @ForAll @IntRange(min = 0, max = 60) int place) {
    List<Quotation> quotations =
        starts.stream()
            .flatMap(
                at -> Stream.of(new Span(at / 8 * 8, at / 8 * 8 + 8), new Span(at, at / 8 * 8 + 8)))
            .filter(span -> !span.isEmpty())
            .map(FindingContextTest::quotation)
            .toList();
    Optional<Span> expected =
        quotations.stream()
            .map(one -> one.content().get(0))
            .filter(span -> span.start() <= place && place < span.end())
            .max((a, b) -> Integer.compare(a.start(), b.start()));
    Optional<Span> found =
        context(quotations)
            .quotationAround(new Span(place, place + 1))
            .map(id -> quotations.get(Integer.parseInt(id.substring(3))).content().get(0));
    assertThat(found).isEqualTo(expected);
  }

  private static FindingContext context(List<Quotation> quotations) {
    return new FindingContext("d", "d", Map.of(), Map.of(), Map.of(Layers.QUOTATIONS, quotations));
  }

  private static Quotation quotation(Span... content) {
    return new Quotation(
        List.of(content),
        Optional.empty(),
        Optional.empty(),
        new Speaker.DocumentAuthor(),
        Quotation.Kind.DIRECT,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "rule",
        1);
  }
}
