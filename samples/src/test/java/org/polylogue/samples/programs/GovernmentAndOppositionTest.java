package org.polylogue.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.polylogue.samples.command.Debates;

@ResourceLock(Resources.SYSTEM_OUT)
class GovernmentAndOppositionTest {

  @TempDir Path temp;

  @Test
  void words_of_the_government_come_with_a_ratio_over_0_and_those_of_the_opposition_under_it()
      throws IOException {
    String results = Debates.write(temp).toString();
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      GovernmentAndOpposition.main(new String[] {results, "side=government", "side=opposition"});
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.matches("growth\t[0-9.]+\t[0-9.E-]+"))
        .anyMatch(line -> line.matches("unsafe\t-[0-9.]+\t[0-9.E-]+"));
  }

  @Test
  void the_program_has_at_most_30_lines() throws IOException {
    Path source =
        Path.of(System.getProperty("polylogue.root"))
            .resolve(
                "samples/src/main/java/org/polylogue/samples/programs/GovernmentAndOpposition.java");
    assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(31);
  }
}
