package org.polylogue.discourse.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;

class ParseNeedTest {

  private static final ParseNeed NEED = QuotationFinder.shipped().parseNeed();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "The|DT soup|NN _.|.; false",
        "Two|CD trams|NNS daily|RB _.|.; false",
        "Menu|NN _:|: soup|NN; true",
        "the|DT “ _reform|NN _” failed|VBD; true",
        "the|DT `` reform|NN '' failed|VBD; true",
        "Ada|NNP said|VBD it|PRP rained|VBD; true",
        "Ada|NNP said|DT; false"
      })
  void aSentenceWithMarksAColonOrAPossibleCueNeedsAParse(String written, boolean needed) {
    assertThat(NEED.test(Written.sentence(written).tokens())).isEqualTo(needed);
  }

  @Test
  void nothingNeedsNoParse() {
    assertThat(NEED.test(List.of())).isFalse();
  }
}
