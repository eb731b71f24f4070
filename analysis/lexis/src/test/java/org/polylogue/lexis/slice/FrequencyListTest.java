package org.polylogue.lexis.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequencyListTest {

  @TempDir Path temp;

  @Test
  void countsOfAWordThatComesAgainAreAddedUp() throws IOException {
    Path file = Files.writeString(temp.resolve("list"), "# words\nthe\t7\n\ntax\t2\nthe\t1\n");
    assertThat(FrequencyList.read(file).total()).isEqualTo(10);
    assertThat(FrequencyList.read(file).size()).isEqualTo(2);
  }

  @Test
  void countsThatAreTooLargeTogetherAreRefused() throws IOException {
    Path total =
        Files.writeString(temp.resolve("total"), "the\t" + (Long.MAX_VALUE - 1) + "\ntax\t2\n");
    assertThatThrownBy(() -> FrequencyList.read(total))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add up to more than");
    Path word = Files.writeString(temp.resolve("word"), "a\t" + Long.MAX_VALUE + "\na\t1\n");
    assertThatThrownBy(() -> FrequencyList.read(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }
}
