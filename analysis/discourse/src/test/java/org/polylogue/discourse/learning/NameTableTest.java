package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NameTableTest {

  @Property(tries = 200)
  void itAnswersAsAMapDoes(@ForAll @Size(max = 300) Map<String, Integer> numbers) {
    NameTable table = new NameTable(numbers.size());
    Map<Long, Integer> map = new HashMap<>();
    numbers.forEach(
        (name, number) -> {
          boolean fresh = map.put(NameTable.hash(name), number) == null;
          assertThat(table.put(NameTable.hash(name), number)).isEqualTo(fresh);
        });
    numbers.keySet().forEach(n -> assertThat(get(table, n)).isEqualTo(map.get(NameTable.hash(n))));
    assertThat(get(table, "a name that nobody gave")).isEqualTo(NameTable.NONE);
  }

  private static int get(NameTable table, String name) {
    return table.get(NameTable.hash(name));
  }

  @Test
  void aFoldedHashIsThatOfTheWordInLowerCase() {
    assertThat(NameTable.foldedHash("Tide")).isEqualTo(NameTable.hash("tide"));
    assertThat(NameTable.hash("Tide")).isNotEqualTo(NameTable.hash("tide"));
  }
}
