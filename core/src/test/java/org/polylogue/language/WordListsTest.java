package org.polylogue.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WordListsTest {

  private static WordLists read(String rows) throws IOException {
    return WordLists.read(new StringReader("list\twords\tsource\n" + rows), "words.tsv");
  }

  @Test
  void theRowsOfAListAreOneList() throws IOException {
    WordLists lists =
        read("# greetings\ngreet\thello hi\tmine\n\npart\tbye\tmine\ngreet\tgood_day\tB\n");

    assertThat(lists.names()).containsExactly("greet", "part");
    assertThat(lists.list("greet")).containsExactly("hello", "hi", "good day");
  }

  @Test
  void aRowWithoutASourceIsNamedByItsLine() {
    assertThatIOException()
        .isThrownBy(() -> read("greet\thello\tmine\npart\tbye\t\n"))
        .withMessageContaining("words.tsv, line 3");
  }

  @Test
  void aListThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("greet\thello\tmine\n").list("part"))
        .withMessageContaining("part");
  }
}
