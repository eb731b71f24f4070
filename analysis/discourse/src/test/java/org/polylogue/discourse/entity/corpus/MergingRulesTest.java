package org.polylogue.discourse.entity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/** {@link ActorGroup}, {@link ActorMerging}, {@link UnambiguousNames}. */
class MergingRulesTest {

  /**
   * A group of one conversation: letter of its type, id after it if it is not the name's, name,
   * gender, role, country, aliases; what is left out is unknown.
   */
  private static ActorGroup group(String written) {
    String[] cells = written.strip().split(",", -1);
    ActorType type = cells[0].startsWith("P") ? ActorType.PERSON : ActorType.ORGANISATION;
    String name = cell(cells, 1);
    String id = ActorIds.of(type, name) + cells[0].substring(1);
    TreeSet<String> roles = new TreeSet<>(Set.of(cell(cells, 3)));
    roles.remove("");
    ActorProfile profile =
        new ActorProfile(
            cell(cells, 2).isEmpty() ? Gender.UNKNOWN : Gender.valueOf(cell(cells, 2)),
            roles,
            Optional.of(cell(cells, 4)).filter(country -> !country.isEmpty()),
            Optional.empty());
    TreeSet<String> aliases = new TreeSet<>(Set.of(name));
    if (!cell(cells, 5).isEmpty()) {
      aliases.add(cell(cells, 5));
    }
    ActorGroup group = new ActorGroup(id, type, profile);
    group.add(id, new Actor(id, name, type, aliases, new TreeMap<>()), profile, 1);
    group.readName();
    return group;
  }

  private static String cell(String[] cells, int i) {
    return i < cells.length ? cells[i].strip() : "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "P,Anna Kern > P,Kern > false",
        "P,Anna Kern > P,Paul Kern > true",
        "P,Anna Kern > P,A. Kern > false",
        "P,Anna Kern,FEMALE > P,Kern,MALE > true",
        "P,Anna Kern,,,France > P,Kern,,,Spain > true",
        "P,Anna Kern,,,France > P,Kern,,,France > false",
        "P,Paul Kern Jr. > P,Paul Kern Sr. > true",
        "P,Paul Kern Jr. > P,Paul Kern > false",
        "P,Paul A. Kern > P,Paul B. Kern > true",
        "P,Kern > O,Kern > true",
        "O,Kern,,,France > O,Kern Works,,,Spain > true"
      })
  void factsThatCannotBeOfOneContradict(String one, String other, boolean contradict) {
    assertThat(group(one).contradicts(group(other))).isEqualTo(contradict);
    assertThat(group(other).contradicts(group(one))).isEqualTo(contradict);
  }

  @Test
  void aGroupTakesAnotherInAndHasTheFullestNameOfBoth() {
    ActorGroup full = group("P,Anna Kern");
    ActorGroup initial = group("P,A. Kern,FEMALE,mayor,France,Annie");
    ActorGroup third = group("P,Kern");
    full.take(initial);
    third.take(full);
    assertThat(initial.root()).isSameAs(third);
    assertThat(third.name()).isEqualTo("Anna Kern");
    assertThat(third.namings()).isEqualTo(3);
    assertThat(third.mentions).isEqualTo(1);
    assertThat(third.aliases).contains("Annie", "Anna Kern");
    assertThat(third.gender).isEqualTo(Gender.FEMALE);
    assertThat(third.roles).containsExactly("mayor");
    assertThat(third.person.isFull()).isTrue();
    assertThat(third.actor().name()).isEqualTo("Anna Kern");
  }

  @Test
  void theMostFrequentNameCountsOfBodiesAndOfPersonsAmongTheFullest() {
    ActorGroup body = group("O,Tresk Works");
    Actor shorter = new Actor("x", "Works", ActorType.ORGANISATION, new TreeSet<>(), Map.of());
    body.add("c", shorter, ActorProfile.EMPTY, 2);
    assertThat(body.name()).isEqualTo("Works");
    ActorGroup person = group("P,Anna Kern");
    Actor surname = new Actor("x", "Kern", ActorType.PERSON, new TreeSet<>(), Map.of());
    person.add("c", surname, ActorProfile.EMPTY, 5);
    assertThat(person.name()).isEqualTo("Anna Kern");
  }

  @Test
  void aFullNameIsKnownInTwoConversationsOrInThatOfTheSurname() {
    ActorGroup surname = group("P,Kern");
    ActorGroup full = group("P,Anna Kern");
    assertThat(full.isKnownTo(surname)).isFalse();
    full.add(surname.id, full.actor(), ActorProfile.EMPTY, 1);
    assertThat(full.isKnownTo(surname)).isTrue();
    assertThat(full.isKnownTo(group("P,Kern~2"))).isTrue();
  }

  @Test
  void whatConversationsContradictEachOtherInDoesNotDependOnTheirOrder() {
    ActorGroup one = group("O,Tresk Works");
    for (String town : List.of("Orrin", "Lowmark")) {
      Actor actor =
          new Actor(
              "x", "Tresk Works", ActorType.ORGANISATION, new TreeSet<>(), Map.of("town", town));
      one.add(town, actor, ActorProfile.EMPTY, 1);
    }
    assertThat(one.attributes).containsEntry("town", "Lowmark");
  }

  private static ActorMerging merging(String groups, ActorTable table) {
    TreeMap<String, ActorGroup> all = new TreeMap<>();
    for (String written : groups.split(";")) {
      ActorGroup group = group(written);
      if (all.putIfAbsent(group.id, group) != null) {
        all.get(group.id).add(group.id + "#2", group.actor(), ActorProfile.EMPTY, 1);
      }
    }
    ActorMerging merging = new ActorMerging(all, MergeDecisions.NONE, table);
    merging.run();
    return merging;
  }

  private static String shown(List<Merge> merges) {
    return merges.isEmpty()
        ? "-"
        : String.join(
            " ", merges.stream().map(one -> one.actorId() + "=" + one.otherId()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "P,Bill Orton; P,William Orton > person/bill-orton=person/william-orton > -",
        "P,George Hale; P,George W. Hale > person/george-hale=person/george-w-hale > -",
        "P,George Hale; P,George W. Hale; P,George H. Hale > - > person/george-h-hale=person/george-hale"
            + " person/george-w-hale=person/george-hale",
        "P,Anna Kern; P,A. Kern > person/anna-kern=person/a-kern > -",
        "P,Anna Kern; P,Anna Kern; P,Kern > person/anna-kern=person/kern > -",
        "P,Anna Kern; P,Kern > - > person/anna-kern=person/kern",
        "P,Anna Kern; P,Paul Kern; P,Kern > - > person/anna-kern=person/kern person/paul-kern=person/kern",
        "P,Anna Kern,,mayor,France; P,Paul Kern; P,Kern,,mayor,France > person/anna-kern=person/kern > -",
        "P,Anna Kern; P~2,Anna Kern > - > person/anna-kern=person/anna-kern~2",
        "P,Anna Kern,FEMALE; P~2,Anna Kern,MALE > - > -",
        "O,Lowmark Water Board,,,,LWB; O,LWB > organisation/lowmark-water-board=organisation/lwb > -",
        "O,Lowmark Herald,,,,Herald; O,Herald > - > organisation/lowmark-herald=organisation/herald",
        "O,Lowmark Water Board,,,,LWB; O,Large Wheel Body,,,,LWB; O,LWB > - >"
            + " organisation/large-wheel-body=organisation/lwb organisation/lowmark-water-board=organisation/lwb",
        "P,Kern; O,Kern > - > organisation/kern=person/kern",
        "P,Anna Kern; O,Tresk Works > - > -"
      })
  void oneThatFitsIsMergedAndSeveralAreProposed(String groups, String merges, String proposals) {
    ActorMerging merging = merging(groups, ActorTable.EMPTY);
    assertThat(shown(merging.merges())).isEqualTo(merges);
    assertThat(shown(merging.proposals())).isEqualTo(proposals);
  }

  @Test
  void theUsersTableMergesWhatItNames() throws Exception {
    ActorTable table =
        ActorTable.read(
            new StringReader("canonical,alias,type\nAnna Kern,Annie,person\n"), "table.csv");
    assertThat(shown(merging("P,Annie; P,Anna Kern", table).merges()))
        .isEqualTo("person/anna-kern=person/annie");
  }

  private static ActorIndex.ForTable table(Set<String> words, String... groups) {
    ActorIndex.Builder builder = ActorIndex.builder();
    for (String written : groups) {
      String[] parts = written.split("@");
      builder.add(parts[1], group(parts[0]).actor(), ActorProfile.EMPTY, 1);
    }
    return builder.build().forTable(words);
  }

  @Test
  void namesThatMayBeSomebodyElsesAreNotInTheTable() {
    ActorIndex.ForTable table =
        table(
            Set.of("rose"),
            "P,Anna Kern,,,,Rose@a",
            "P,Anna Kern@b",
            "P,Kern@c",
            "P,Paul Orton@a",
            "P,Annie Kern@d",
            "P,Otto Kern@e");
    assertThat(table.actors()).isEmpty();
    ActorIndex.ForTable merged =
        table(Set.of("rose"), "P,Bill Orton,,,,Rose@a", "P,William Orton@b", "P,Anna Kern@c");
    assertThat(merged.actors()).extracting(Actor::name).containsExactly("Bill Orton");
    assertThat(merged.actors().get(0).aliases()).containsExactly("Bill Orton", "William Orton");
    assertThat(merged.leftOut().get("person/bill-orton"))
        .containsExactly(Map.entry("Rose", "is a word of the articles"));
  }

  @Test
  void aBodyThatWouldLoseANameIsLeftOutAsAWhole() {
    String[] works = {"O,Tresk Water Works,,,,TRESWW@a", "O,TRESWW@b"};
    assertThat(table(Set.of(), works).actors()).hasSize(1);
    ActorIndex.ForTable table = table(Set.of("tresww"), works);
    assertThat(table.actors()).isEmpty();
    assertThat(table.leftOut().get("organisation/tresk-water-works"))
        .containsEntry("TRESWW", "left out, since TRESWW is a word of the articles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "P,Anna Brevik@d > Orton > -",
        "P,Otto Orton@d > Orton > may be Otto Orton",
        "P,Otto Orton@d > W. Orton > -",
        "P,Wilma Orton@d > W. Orton > may be Wilma Orton",
        "P,Otto Orton@d > Dr. Orton > may be Otto Orton"
      })
  void aLoneNameMayBeWhoeverElseBearsIt(String other, String alias, String doubt) {
    ActorIndex.ForTable table =
        table(Set.of(), "P,Bill Orton,,,," + alias + "@a", "P,William Orton@b", other);
    assertThat(table.leftOut().get("person/bill-orton").getOrDefault(alias, "-")).isEqualTo(doubt);
  }
}
