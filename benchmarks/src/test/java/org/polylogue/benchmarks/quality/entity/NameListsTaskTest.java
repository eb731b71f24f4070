package org.polylogue.benchmarks.quality.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameListsTaskTest {

  @TempDir private Path folder;

  private static byte[] city(String name, int population) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] message = new byte[text.length + 6];
    message[0] = (byte) (text.length + 5);
    message[1] = 2 << 3 | 2;
    message[2] = (byte) text.length;
    System.arraycopy(text, 0, message, 3, text.length);
    message[text.length + 3] = 9 << 3;
    message[text.length + 4] = (byte) (population & 127 | 128);
    message[text.length + 5] = (byte) (population >> 7);
    return message;
  }

  @Test
  void citiesAreReadWithTheirInhabitants() throws IOException {
    Map<String, Integer> read = new HashMap<>();
    CityFile.read(city("Lowmark", 12_345), read::put);
    assertThat(read).containsExactly(Map.entry("Lowmark", 12_345));
  }

  @Test
  void aTornFileOfCitiesIsRefused() {
    byte[] city = city("Lowmark", 12_345);
    for (int end = 1; end < city.length; end++) {
      byte[] torn = java.util.Arrays.copyOf(city, end);
      assertThatThrownBy(() -> CityFile.read(torn, (name, population) -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no file of cities");
    }
  }

  @Test
  void aMissingPackageIsNamedByItsList() throws IOException {
    Files.writeString(folder.resolve("people-names.txt"), "# names\nKern\n");
    PrintWriter out = new PrintWriter(new StringWriter());
    assertThatThrownBy(() -> new NameListsTask().train(folder, folder.resolve("out"), out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing for the list GIVEN");
  }
}
