package org.polylogue.validation.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingTask;

class JudgedRowsTest {

  private static final CodingTask TASK =
      new CodingTask("sentiments", "label", List.of(), List.of());
  private static final CodingBook BOOK = CodingBook.shipped(TASK).orElseThrow();

  @TempDir Path folder;

  private Path sample() throws IOException {
    StringBuilder rows = new StringBuilder("row,before,text,after,code,note,coder,");
    rows.append("stratum,stratum_rows,inclusion,task\n");
    for (int i = 1; i <= 4; i++) {
      rows.append("r").append(i).append(",Before. ,The bridge  is grand ").append(i);
      rows.append(",. After.,negative,mine,Ann,1,40,0.1,\"");
      rows.append(TASK.toJson().replace("\"", "\"\"")).append("\"\n");
    }
    return Files.writeString(folder.resolve("sample.csv"), rows);
  }

  private JudgedRows judged(String codes, StringWriter out) throws IOException {
    Path table = Files.writeString(folder.resolve("codes.csv"), codes);
    return JudgedRows.write(sample(), BOOK, CodeTable.read(table, "elsewhere"), out);
  }

  @Test
  void codesFromElsewhereAreCheckedAndReadAsThoseOfACoder() throws IOException {
    StringWriter out = new StringWriter();
    JudgedRows judged =
        judged(
            "id,label,evidence\nr1,positive,bridge is grand\nr2,positive,dull\nr3,great,\n", out);
    assertThat(judged.rows()).isEqualTo(4);
    assertThat(judged.codes()).isEqualTo(Map.of("positive", 1));
    assertThat(judged.rejected())
        .containsOnlyKeys(
            "the evidence is not in the text",
            "the code great is not in the codebook",
            "the table has no such row");
    CodedSample read =
        CodedSample.read(List.of(Files.writeString(folder.resolve("coded.csv"), out.toString())));
    assertThat(read.coders()).containsExactly("elsewhere");
    assertThat(read.rows().get("r1").code()).contains("positive");
    assertThat(read.rows().get("r2").code()).isEmpty();
    assertThat(out.toString()).contains("the evidence is not in the text: dull");
  }

  @Test
  void aJudgeDoesNotSeeWhatPeopleCoded() throws IOException {
    RowJudge curious =
        new RowJudge() {
          @Override
          public String name() {
            return "curious";
          }

          @Override
          public RowAnswer answer(RowQuestion question) {
            assertThat(question.shown()).containsOnlyKeys("before", "text", "after");
            return RowAnswer.of("neutral", "");
          }
        };
    assertThat(JudgedRows.write(sample(), BOOK, curious, new StringWriter()).codes())
        .isEqualTo(Map.of("neutral", 4));
  }

  @Test
  void evidenceMayBePartedByOtherWhiteSpaceAndReachIntoTheContext() {
    RowQuestion question =
        new RowQuestion("r", BOOK, Map.of("before", "It was ", "text", "grand\n\tindeed"));
    assertThat(question.holds("was grand indeed")).isTrue();
    assertThat(question.holds("grand  indeed ")).isTrue();
    assertThat(question.holds("Grand")).isFalse();
    assertThat(question.holds(" ")).isFalse();
  }

  @Test
  void aTableWithoutItsColumnsOrWithARowTwiceIsRefused() {
    assertThatThrownBy(() -> judged("id,code\nr1,positive\n", new StringWriter()))
        .hasMessageContaining("no column label");
    assertThatThrownBy(() -> judged("id,label\nr1,positive\nr1,neutral\n", new StringWriter()))
        .hasMessageContaining("r1 twice");
  }
}
