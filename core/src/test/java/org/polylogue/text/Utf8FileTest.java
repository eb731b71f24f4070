package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Utf8FileTest {

  @TempDir Path temp;

  @Test
  void aMarkOfByteOrderIsNoText() throws IOException {
    Path marked = Files.writeString(temp.resolve("a.csv"), "\uFEFFZoë\n\uFEFF");
    try (BufferedReader reader = Utf8File.open(marked)) {
      assertThat(reader.lines()).containsExactly("Zoë", "\uFEFF");
    }
    try (BufferedReader reader = Utf8File.open(Files.createFile(temp.resolve("empty")))) {
      assertThat(reader.readLine()).isNull();
    }
  }

  @Test
  void anotherEncodingIsAnErrorThatNamesFileAndCure() throws IOException {
    byte[] latin = "Zoë".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(temp.resolve("latin.csv"), latin);
    assertThatThrownBy(
            () -> {
              try (BufferedReader reader = Utf8File.open(file)) {
                reader.readLine();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": not UTF-8; save it as UTF-8");
  }
}
