package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

class ActorProfileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person/orla-venn | Orla Venn | Mrs Orla Venn | '' | female text",
        "person/dean-holt | Dean Holt | Congressman Holt | '' | male text",
        "person/anna-kern | Anna Kern | Kern | '' | female names",
        "person/anna-kern | Anna Kern | Kern | diverse | diverse table",
        "person/described/congresswoman | congresswoman | the congresswoman | '' | female text",
        "person/described/judge | judge | the judge | '' | ''",
        "organisation/anna-kern | Anna Kern | Kern | '' | ''",
      })
  void aGenderSaysWhereItIsFrom(
      String id, String name, String alias, String listed, String expected) {
    ActorType type = id.startsWith("person") ? ActorType.PERSON : ActorType.ORGANISATION;
    Map<String, String> attributes = listed.isEmpty() ? Map.of() : Map.of("gender", listed);
    Actor actor = new Actor(id, name, type, new TreeSet<>(List.of(name, alias)), attributes);
    String found =
        ActorProfile.genderOf(actor)
            .map(known -> known.gender() + " " + known.source().name().toLowerCase())
            .orElse("");
    assertThat(found).isEqualTo(expected);
  }
}
