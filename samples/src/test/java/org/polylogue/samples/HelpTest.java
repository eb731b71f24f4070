package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of each subcommand fits a terminal of 80 columns and shows how it is called. */
class HelpTest {

  private static final int COLUMNS = 80;

  static Stream<String> subcommands() {
    return new CommandLine(new Main())
        .getSubcommands().keySet().stream()
            .filter(name -> !List.of("help", "generate-completion").contains(name));
  }

  @ParameterizedTest
  @MethodSource("subcommands")
  void helpFitsATerminalAndHasAnExample(String subcommand) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    assertThat(Main.run(out, out, subcommand, "--help")).isZero();
    List<String> lines = printed.toString().lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
    assertThat(printed.toString()).containsPattern("Examples?:\\s+polylogue " + subcommand);
  }
}
