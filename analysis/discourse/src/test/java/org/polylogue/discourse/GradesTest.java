package org.polylogue.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polylogue.model.Quotation;
import org.polylogue.model.Quotation.Grade;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class GradesTest {

  private static Quotation quotation(int start, int end, Grade grade, OptionalInt parent) {
    return new Quotation(
        List.of(new Span(start, end)),
        Optional.empty(),
        Optional.empty(),
        new Speaker.DocumentAuthor(),
        Quotation.Kind.INDIRECT,
        Quotation.Mode.SPEECH,
        grade,
        parent,
        "test",
        1);
  }

  private static final DocumentDiscourse FOUND =
      new DocumentDiscourse(
          "d",
          List.of(),
          List.of(
              quotation(0, 5, Grade.ATTITUDE, OptionalInt.empty()),
              quotation(10, 40, Grade.SAID, OptionalInt.empty()),
              quotation(12, 20, Grade.SAID, OptionalInt.of(1)),
              quotation(50, 90, Grade.THOUGHT, OptionalInt.empty()),
              quotation(60, 70, Grade.SAID, OptionalInt.of(3))),
          List.of(),
          List.of(),
          List.of());

  @Test
  void aParentIsFoundAtItsPlaceAmongTheQuotationsThatStay() {
    List<Quotation> said = FOUND.ofGrades(EnumSet.of(Grade.SAID)).quotations();

    assertThat(said).extracting(Quotation::grade).containsOnly(Grade.SAID).hasSize(3);
    assertThat(said.get(1).parent()).hasValue(0);
    assertThat(said.get(2).parent()).isEmpty();
  }

  @Test
  void allGradesAreAllQuotations() {
    assertThat(FOUND.ofGrades(EnumSet.allOf(Grade.class))).isEqualTo(FOUND);
  }
}
