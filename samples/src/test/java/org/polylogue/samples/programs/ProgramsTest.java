package org.polylogue.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class ProgramsTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root"));
  private static final String PAGES = ROOT.resolve("samples/corpus/pages").toString();

  @Test
  void whoIsQuotedCountsTheSpeakersOfAnArticle() {
    assertThat(printed(WhoIsQuoted::main, PAGES + "/strait-treaty.txt"))
        .anyMatch(line -> line.endsWith("Vaalgard"));
  }

  @Test
  void threadShapesMeasuresEveryArticle() {
    assertThat(printed(ThreadShapes::main, PAGES))
        .hasSize(9)
        .anyMatch(line -> line.startsWith("river-dam\tThreadShape[comments=11, depth=5"));
  }

  @Test
  void whatReadersRepeatNamesTheWords() {
    assertThat(printed(WhatReadersRepeat::main, PAGES + "/stadium-vote.txt"))
        .anyMatch(line -> line.contains("\tforty floodlights") && line.endsWith("at nine"));
  }

  @Test
  void eachProgramHasAtMostFortyLines() throws IOException {
    Path sources = ROOT.resolve("samples/src/main/java/org/polylogue/samples/programs");
    try (Stream<Path> files = Files.list(sources)) {
      List<Path> programs = files.toList();
      assertThat(programs).hasSizeGreaterThanOrEqualTo(4);
      for (Path program : programs) {
        assertThat(Files.readAllLines(program)).hasSizeLessThanOrEqualTo(40);
      }
    }
  }

  private static List<String> printed(Consumer<String[]> program, String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      program.accept(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
