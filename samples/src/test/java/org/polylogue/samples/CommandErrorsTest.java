package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong call ends with exit code 2 and one line that says what is wrong. */
class CommandErrorsTest {

  @TempDir Path temp;
  private String page;
  private String out;

  @BeforeEach
  void aPageAndAFolder() throws IOException {
    page = Files.writeString(temp.resolve("page.txt"), "Title\n\nText.\n").toString();
    out = temp.resolve("out").toString();
  }

  @Test
  void aMissingFile() {
    assertOneLine("no such file or folder: ", "analyze", page + ".none", "--out", out);
  }

  @Test
  void anUnknownOption() {
    assertOneLine("did you mean --threads?", "analyze", page, "--out", out, "--thread", "2");
    assertOneLine("Unknown option: '--bogus'", "analyze", page, "--out", out, "--bogus");
  }

  @Test
  void anEmptyFolder() throws IOException {
    Path empty = Files.createDirectories(temp.resolve("empty/below"));
    assertOneLine("no file in folder", "analyze", empty.getParent().toString(), "--out", out);
  }

  @Test
  void anEmptyArgument() {
    assertOneLine("an empty path; name a file or folder", "analyze", "", "--out", out);
    assertOneLine("an empty path; name a file or folder", "kwic", "", page, "--word", "dam");
    assertOneLine("an empty path; name a file or folder", "analyze", page, "--out", "");
    assertOneLine("an empty path; name a file or folder", "dfm", page, "--out=");
  }

  @Test
  void anOutputThatIsAFile() {
    assertOneLine("is a file, not a folder", "analyze", page, "--out", page);
  }

  @Test
  void anOutputUnderAFile() {
    assertOneLine("results cannot be written to", "analyze", page, "--out", page + "/below");
  }

  @Test
  void anOutputAmongTheInputs() {
    assertOneLine(
        "choose a folder outside",
        "analyze",
        temp.toString(),
        "--out",
        temp.resolve("o").toString());
  }

  @Test
  void anOutputThatALinkLeadsAmongTheInputs() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Path pages = Files.createDirectory(temp.resolve("pages"));
    Files.move(Path.of(page), pages.resolve("page.txt"));
    try {
      Files.createSymbolicLink(outside.resolve("link"), pages);
    } catch (UnsupportedOperationException | IOException e) {
      Assumptions.abort("no links here: " + e);
    }
    for (String name : List.of("link", "link/new/below")) {
      assertOneLine(
          "choose a folder outside",
          "analyze",
          pages.toString(),
          "--out",
          outside.resolve(name).toString());
    }
  }

  @Test
  void noThreads() {
    assertOneLine("must be at least 1", "analyze", page, "--out", out, "--threads", "0");
    assertOneLine("'many' is not an int", "analyze", page, "--out", out, "--threads", "many");
  }

  @Test
  void anUnknownSubcommand() {
    assertOneLine("did you mean analyze?", "analyse", page);
  }

  @Test
  void withoutSubcommandTheyAreListed() {
    StringWriter printed = new StringWriter();
    assertThat(Main.run(new PrintWriter(printed), new PrintWriter(new StringWriter()))).isZero();
    assertThat(printed.toString()).contains("analyze").contains("kwic").contains("Example");
  }

  @Test
  void aMistypedOption() {
    assertOneLine("did you mean --word?", "kwic", page, "--wrd", "x");
    assertOneLine("did you mean --traces?", "analyze", page, "--out", out, "--trace");
  }

  @Test
  void anUnknownLayer() {
    assertOneLine("there is no layer 'quotes'", "analyze", page, "--out", out, "--only", "quotes");
  }

  @Test
  void quietAndVerboseAtOnce() {
    assertOneLine("exclusive", "analyze", page, "--out", out, "--quiet", "--verbose");
  }

  @Test
  void noOutput() {
    assertOneLine("--out", "analyze", page);
  }

  @Test
  void helpNamesEverySubcommandAndEndsWell() {
    StringWriter printed = new StringWriter();
    assertThat(Main.run(new PrintWriter(printed), new PrintWriter(new StringWriter()), "--help"))
        .isZero();
    assertThat(printed.toString()).contains("analyze").contains("Exit codes");
  }

  private void assertOneLine(String words, String... args) {
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int code = Main.run(new PrintWriter(printed), new PrintWriter(errors), args);
    assertThat(code).isEqualTo(2);
    assertThat(printed.toString()).isEmpty();
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).startsWith("polylogue").contains(words);
    assertThat(temp.resolve("out")).doesNotExist();
  }
}
