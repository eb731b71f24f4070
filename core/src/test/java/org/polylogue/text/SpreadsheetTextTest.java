package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        "＝1",
        "＋1",
        "－2",
        "＠S",
        "'=1"
      })
  void whatASpreadsheetWouldRunGetsAnApostrophe(String text) {
    assertThat(SpreadsheetText.guarded(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'", "'tis", "''", "1-2", "Yes - no", "“=”"})
  void otherTextsStayAsTheyAre(String text) {
    assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
    assertThat(SpreadsheetText.unguarded(text)).isEqualTo(text);
  }

  @Property(tries = 300)
  void everyTextComesBack(@ForAll @Chars({'\'', '=', '\n', '＋', 'a'}) String text) {
    assertThat(SpreadsheetText.unguarded(SpreadsheetText.guarded(text))).isEqualTo(text);
  }
}
