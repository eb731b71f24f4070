package org.polylogue.discourse.entity.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.entity.world.NameLists.Kind;
import org.polylogue.discourse.learning.WordClasses;

class NameListsTest {

  private final NameLists lists = NameLists.shipped();

  @Test
  void aNameIsFoundInAnyCaseAndAsAHashtag() {
    assertThat(lists.hits(List.of("COPENHAGEN")).get(0)).contains("LARGE_CITY1");
    assertThat(lists.hits(List.of("#copenhagen")).get(0)).contains("LARGE_CITY1");
    assertThat(lists.hits(List.of("copenhagener")).get(0)).doesNotContain("LARGE_CITY1");
  }

  @Test
  void eachWordOfALongerNameTellsItsPlaceInIt() {
    List<List<String>> hits = lists.hits(List.of("from", "Buenos", "Aires", "today"));
    assertThat(hits.get(0)).doesNotContain("LARGE_CITYB");
    assertThat(hits.get(1)).contains("LARGE_CITYB").doesNotContain("LARGE_CITY1");
    assertThat(hits.get(2)).contains("LARGE_CITYL");
  }

  @Test
  void everydayWordsAreToldFromUnknownOnes() {
    int frequent = lists.rarity("water", WordClasses.NONE);
    int rare = lists.rarity("abacuses", WordClasses.NONE);
    assertThat(frequent).isEqualTo(1).isLessThan(rare);
    assertThat(lists.rarity("vrbnikk", WordClasses.NONE)).isEqualTo(5);
    assertThat(lists.rarity("vrbnikk", 77)).isEqualTo(4);
    assertThat(lists.rarity(":-)", WordClasses.NONE)).isZero();
  }

  @Test
  void lettersThatAreHeldOutAreCut() {
    assertThat(NameLists.shortened("#Goooool", 2)).isEqualTo("gool");
    assertThat(NameLists.shortened("@GOOD", 2)).isEqualTo("good");
    assertThat(NameLists.shortened("Goooool", Integer.MAX_VALUE)).isEqualTo("goooool");
  }

  @Test
  void theNamesOfAListCanBeListedAgain() {
    assertThat(NameLists.names(Kind.LARGE_CITY)).contains("copenhagen", "buenos aires").isSorted();
  }

  @Test
  void aNameOfTwoListsIsInBoth() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int entries =
        NameLists.write(
            Map.of(Kind.GIVEN, List.of("Florence", "Anna"), Kind.LARGE_CITY, List.of("FLORENCE")),
            out);
    assertThat(entries).isEqualTo(2);
    Map<String, Integer> words =
        WordClasses.readWords(new ByteArrayInputStream(out.toByteArray()), "lists");
    assertThat(words)
        .containsEntry("anna", 1)
        .containsEntry("florence", 1 | 1 << Kind.LARGE_CITY.ordinal());
  }
}
