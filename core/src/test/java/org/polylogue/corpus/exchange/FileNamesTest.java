package org.polylogue.corpus.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "page-12_b.2, page-12_b.2",
    "Case, Case~1",
    "case, case",
    "cASE, cASE~e",
    "NYT-2016, NYT-2016~7",
    "a/b c, a%2Fb%20c",
    "ü, %C3%BC",
    "Ü, %C3%9C",
    ".hidden, %2Ehidden",
    "a~b, a%7Eb",
    "CON, %43ON~3",
    "nul, %6Eul",
    "COM1, %43OM1~3",
    "lpt9.2016, %6Cpt9.2016",
    "console, console",
    "com10, com10"
  })
  void anIdBecomesANameThatEveryFileSystemTakesAndComesBack(String id, String name) {
    assertThat(FileNames.of(id)).isEqualTo(name);
    assertThat(FileNames.toId(name)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"PROGRA~1, PROGRA~1", "draft~2, draft~2", "100%, 100%", "a%zz, a%zz", "~, ~"})
  void aNameThatWasNotMadeHereStandsForItself(String name, String id) {
    assertThat(FileNames.toId(name)).isEqualTo(id);
  }

  @Test
  void idsThatDifferInCapitalsAloneHaveNamesThatDifferWithoutThem() {
    String letters = "aAbB%~.-/1éÉ";
    Random random = new Random(7);
    Set<String> ids = new HashSet<>(List.of("con", "Con", "cOn", "CON"));
    while (ids.size() < 3_000) {
      StringBuilder id = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        id.append(letters.charAt(random.nextInt(letters.length())));
      }
      ids.add(id.toString());
    }
    Set<String> names = new HashSet<>();
    for (String id : ids) {
      String name = FileNames.of(id);
      assertThat(names.add(name.toLowerCase(Locale.ROOT))).as("%s is %s", id, name).isTrue();
      assertThat(FileNames.toId(name)).isEqualTo(id);
    }
  }

  @Test
  void anIdThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> FileNames.of("x".repeat(181))).hasMessageContaining("too long");
  }
}
