package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/polylogue} calls Java with. */
class LauncherTest {

  private static final String SHORT_RUN = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ";

  @TempDir Path temp;
  private Path page;

  @BeforeEach
  void aJavaThatPrintsItsArguments() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
    Path java = Files.createDirectories(temp.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.createFile(temp.resolve("polylogue.jar"));
    Path launcher = Files.createDirectories(temp.resolve("bin")).resolve("polylogue");
    Files.copy(Path.of(System.getProperty("polylogue.root"), "bin", "polylogue"), launcher);
    Files.createFile(temp.resolve("bin/compiler.json"));
    page = Files.writeString(temp.resolve("a page.txt"), "Title\n\nText.\n");
  }

  @Test
  void aShortRunIsCompiledOnce() throws Exception {
    String out = Files.createDirectories(temp.resolve("out")).toString();
    assertThat(called("", "analyze", page.toString(), "--out", out)).startsWith(SHORT_RUN);
    assertThat(called("-Xint", "analyze", page.toString())).startsWith(SHORT_RUN + "-Xint -jar");
    assertThat(called("-XX:+UseG1GC", "analyze", page.toString()))
        .startsWith("-XX:TieredStopAtLevel=1 -XX:+UseG1GC -jar");
  }

  @Test
  void ofALongerOneTheParsersNetworkAloneIsCompiledTwice() throws Exception {
    Path longer = Files.write(temp.resolve("longer.txt"), new byte[100_000]);
    assertThat(called("-Xint", "analyze", longer.toString()))
        .startsWith(
            "-XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput"
                + " -XX:CompilerDirectivesFile="
                + temp.resolve("bin/compiler.json")
                + " -Xint -jar");
    Files.delete(temp.resolve("bin/compiler.json"));
    assertThat(called("", "analyze", longer.toString())).startsWith("-jar ");
  }

  @Test
  void theNetworkIsWhereTheDirectivesLookForIt() throws Exception {
    Path directives = Path.of(System.getProperty("polylogue.root"), "bin", "compiler.json");
    assertThat(Files.readString(directives)).contains("org/polylogue/corenlp/TransitionNetwork.*");
    assertThat(Class.forName("org.polylogue.corenlp.TransitionNetwork")).isNotNull();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-DisplayVMOutput",
                "-XX:CompilerDirectivesFile=" + directives,
                "-version")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .doesNotContain("irective", "rror");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void whatIsLongOrCannotBeToldIsNot() throws Exception {
    Path large = Files.write(temp.resolve("large.txt"), new byte[600_000]);
    Path packed = Files.write(temp.resolve("small.jsonl.gz"), new byte[10]);
    for (String input : List.of(temp.toString(), large.toString(), packed.toString(), "none")) {
      assertThat(called("", "analyze", input)).startsWith("-jar ").contains(input);
    }
    assertThat(called("", "analyze", page.toString(), large.toString())).startsWith("-jar ");
    assertThat(called("", "serve", page.toString())).startsWith("-jar ");
    assertThat(called("")).startsWith("-jar ");
  }

  private String called(String options, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", temp.resolve("bin/polylogue") + ""));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", temp.resolve("jdk").toString());
    builder.environment().put("JAVA_OPTS", options);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }
}
