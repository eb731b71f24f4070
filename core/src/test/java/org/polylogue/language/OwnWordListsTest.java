package org.polylogue.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the property holds for the whole process")
class OwnWordListsTest {

  private static final String TABLE = "function-words.tsv";

  @TempDir Path folder;
  private String before;

  @BeforeEach
  void name() {
    before = System.getProperty(WordLists.OWN);
    System.setProperty(WordLists.OWN, folder.toString());
  }

  @AfterEach
  void forget() {
    if (before == null) {
      System.clearProperty(WordLists.OWN);
    } else {
      System.setProperty(WordLists.OWN, before);
    }
  }

  private Path write(String name, String lines) throws IOException {
    Path file = folder.resolve("language").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, lines);
  }

  @Test
  void aListOfOnesOwnStandsInPlaceOfOneAndTheOthersStay() throws IOException {
    String list = shipped().names().iterator().next();
    Path own = write(TABLE, "list\twords\tsource\n" + list + "\tskerry sea_loch\tmine\n");
    WordLists lists = WordLists.of(WordLists.class, TABLE);
    assertThat(lists.list(list)).containsExactly("skerry", "sea loch");
    assertThat(lists.names()).isEqualTo(shipped().names());
    assertThat(WordLists.own()).containsExactly(own);
  }

  private WordLists shipped() {
    String folder = System.clearProperty(WordLists.OWN);
    WordLists shipped = WordLists.of(WordLists.class, TABLE);
    System.setProperty(WordLists.OWN, folder);
    return shipped;
  }

  @Test
  void aListOfAnotherNameIsRefusedWithTheNamesThatThereAre() throws IOException {
    write(TABLE, "list\twords\tsource\nfjord\tskerry\tmine\n");
    assertThatThrownBy(() -> WordLists.of(WordLists.class, TABLE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(TABLE)
        .hasMessageContaining("no list fjord");
  }

  @Test
  void aFileInPlaceOfNoTableIsRefused() throws IOException {
    write("wordz.tsv", "list\twords\tsource\n");
    assertThatThrownBy(WordLists::own)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no language/wordz.tsv");
  }
}
