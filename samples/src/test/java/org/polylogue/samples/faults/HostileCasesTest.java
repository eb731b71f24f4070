package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.samples.Main;

/** Files that once ended, hung or silently emptied a run; each has an outcome, with its cure. */
class HostileCasesTest {

  private static final DiscourseModels MODELS = DiscourseModels.shipped();

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "hy1500.jsonl, 0, ",
    "long-word-40k.jsonl, 0, ",
    "quotes-10k.jsonl, 0, ",
    "q.txt, 1, leave it out",
    "c2.html, 0, ",
    "utf32.txt, 0, ",
    "a_bad2ndheader.jsonl.gz, 1, compressed",
    "b_cut2ndheader.jsonl.gz, 1, compressed",
    "d_zeropad.jsonl.gz, 1, compressed"
  })
  void eachIsReadOrAFailureThatSaysWhereAndWhy(String name, int code, String said)
      throws IOException {
    Path file = Path.of(System.getProperty("polylogue.root"), "../shared/cases/hostile", name);
    assumeTrue(Files.exists(file), "no " + file);
    StringWriter err = new StringWriter();
    Path out = temp.resolve("out");
    int ended =
        PlainAnalyze.command(() -> PlainAnalyze.discourse(MODELS))
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .execute(file.toString(), "--out", out.toString(), "--threads", "1");
    String failures = Files.readString(out.resolve("failures.jsonl"));
    assertThat(ended).as(err + failures).isEqualTo(code);
    if (said != null) {
      assertThat(failures).contains(name).contains(said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"((a{1,1000}){1,1000}){1,1000}", "(?:(?:a{900}){900}){900}"})
  void anExpressionThatWouldFillTheMemoryIsRefusedInOneLine(String expression) throws IOException {
    Path text = Files.writeString(temp.resolve("a.txt"), "Title\n\nA text.\n");
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "kwic",
            text.toString(),
            "--regex",
            expression);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("ask for less");
  }
}
