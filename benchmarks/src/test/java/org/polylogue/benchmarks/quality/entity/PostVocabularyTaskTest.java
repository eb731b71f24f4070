package org.polylogue.benchmarks.quality.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.learning.WordClasses;

class PostVocabularyTaskTest {

  @TempDir private Path folder;

  @Test
  void wordsArePackedAndNamesOfUsersAreLeftOut() throws IOException {
    WordClasses packed = packed("0110\tgonna\t90", "00\t@somebody\t99", "10\t@\t70");
    assertThat(packed.size()).isEqualTo(2);
    assertThat(packed.of("gonna")).isNotEqualTo(WordClasses.NONE);
    assertThat(packed.of("@")).isNotEqualTo(WordClasses.NONE);
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    packed("0110\tgonna\t90", "10\tpier\t70");
    byte[] first = Files.readAllBytes(folder.resolve("packed"));
    packed("0110\tgonna\t90", "10\tpier\t70");
    assertThat(folder.resolve("packed")).hasBinaryContent(first);
  }

  @Test
  void aLineOfAnotherKindIsNamed() {
    assertThatThrownBy(() -> packed("0110\tgonna\t90", "gonna 0110"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("clusters, line 2");
  }

  private WordClasses packed(String... lines) throws IOException {
    Path gold = Files.write(folder.resolve("clusters"), List.of(lines));
    Path model = folder.resolve("packed");
    new PostVocabularyTask().train(gold, model, new PrintWriter(new StringWriter()));
    try (InputStream in = Files.newInputStream(model)) {
      return WordClasses.read(in, "packed");
    }
  }
}
