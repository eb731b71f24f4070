package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private final StringWriter file = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠A"
      })
  void textThatASpreadsheetWouldRunGetsAnApostrophe(String text) throws IOException {
    assertThat(cellOf(text, false)).isEqualTo("'" + text);
    assertThat(cellOf(text, true)).isEqualTo(text);
  }

  @Test
  void numbersStayNumbers() throws IOException {
    new CsvTable(file, false, "a", "b", "c").row(-3, -0.5, Optional.of(-1));
    assertThat(file.toString()).isEqualTo("a,b,c\n-3,-0.5,-1\n");
  }

  @Test
  void whatIsMissingIsAnEmptyCell() throws IOException {
    new CsvTable(file, false, "a", "b", "c").row(null, Optional.empty(), "");
    assertThat(file.toString()).startsWith("a,b,c\n,,");
  }

  @Test
  void aRowWithTheWrongNumberOfCellsIsRefused() throws IOException {
    CsvTable table = new CsvTable(file, false, "a", "b");
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("x"));
  }

  @Property(tries = 200)
  void anyTextIsReadBackAsItWas(@ForAll String text) throws IOException {
    String cell = cellOf(text, true);
    assertThat(cell).isEqualTo(text);
  }

  private static String cellOf(String text, boolean raw) throws IOException {
    StringWriter file = new StringWriter();
    new CsvTable(file, raw, "n", "a").row(1, text);
    CSVRecord record =
        CSVFormat.RFC4180.parse(new StringReader(file.toString())).getRecords().get(1);
    return record.get(1);
  }
}
