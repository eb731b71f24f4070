package org.polylogue.discourse.entity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

class ActorIndexTest {

  @TempDir Path folder;

  private record Found(String conversation, Actor actor, ActorProfile profile) {}

  private final List<Found> found = new ArrayList<>();

  private void person(String conversation, String name, String... aliases) {
    add(conversation, ActorType.PERSON, name, ActorProfile.EMPTY, aliases);
  }

  private void add(
      String conversation, ActorType type, String name, ActorProfile profile, String... aliases) {
    TreeSet<String> all = new TreeSet<>(List.of(aliases));
    all.add(name);
    Actor actor = new Actor(ActorIds.of(type, name), name, type, all, new TreeMap<>());
    found.add(new Found(conversation, actor, profile));
  }

  private static ActorProfile profile(Gender gender, String role, String country) {
    return new ActorProfile(
        gender, new TreeSet<>(Set.of(role)), Optional.ofNullable(country), Optional.empty());
  }

  private ActorIndex index(MergeDecisions decisions) {
    ActorIndex.Builder builder = ActorIndex.builder().decisions(decisions);
    found.forEach(one -> builder.add(one.conversation, one.actor, one.profile, 1));
    return builder.build();
  }

  private ActorIndex index() {
    return index(MergeDecisions.NONE);
  }

  @Test
  void aLoneSurnameIsTheOnlyPersonOfTheCorpusWhoBearsIt() {
    person("a", "Anna Kern");
    person("b", "Kern");
    person("c", "Anna Kern");
    ActorIndex index = index();
    assertThat(index.actors()).extracting(Actor::name).containsExactly("Anna Kern");
    assertThat(index.actor("b", "person/kern").id()).isEqualTo("person/anna-kern");
    assertThat(index.merges())
        .containsExactly(
            new Merge("person/anna-kern", "person/kern", "the only person with the surname Kern"));
  }

  @Test
  void aLoneSurnameIsOnlyProposedForSomebodyWhoIsNamedInOneOtherArticle() {
    person("a", "Dalia Hamil");
    person("b", "Hamil");
    assertThat(index().merges()).isEmpty();
    assertThat(index().proposals())
        .containsExactly(
            new Merge(
                "person/dalia-hamil", "person/hamil", "the only person with the surname Hamil"));
    person("b", "Dalia Hamil");
    assertThat(index().actors()).hasSize(1);
    found.remove(0);
    assertThat(index().actors()).as("in the same article").hasSize(1);
  }

  @Test
  void aWordThatIsShortForABodyInOneArticleIsOnlyProposed() {
    add("a", ActorType.ORGANISATION, "Brenburg District Court", ActorProfile.EMPTY, "Brenburg");
    add("b", ActorType.ORGANISATION, "Brenburg", ActorProfile.EMPTY);
    assertThat(index().merges()).isEmpty();
    assertThat(index().proposals()).hasSize(1);
  }

  @Test
  void aSurnameOfTwoIsLeftApartAndProposed() {
    person("a", "Anna Kern");
    person("b", "Paul Kern");
    person("c", "Kern");
    ActorIndex index = index();
    assertThat(index.actors()).hasSize(3);
    assertThat(index.merges()).isEmpty();
    assertThat(index.proposals())
        .extracting(Merge::actorId)
        .containsExactly("person/anna-kern", "person/paul-kern");
  }

  @Test
  void officeAndCountryTellTwoOfOneSurnameApart() {
    add("a", ActorType.PERSON, "Anna Kern", profile(Gender.FEMALE, "mayor", "France"));
    add("b", ActorType.PERSON, "Paul Kern", profile(Gender.MALE, "coach", "Spain"));
    add("c", ActorType.PERSON, "Kern", profile(Gender.UNKNOWN, "mayor", "France"));
    assertThat(index().actor("c", "person/kern").name()).isEqualTo("Anna Kern");
  }

  @Test
  void fatherAndSonAndDifferentGivenNamesStayApart() {
    person("a", "Paul Kern Jr.");
    person("b", "Paul Kern Sr.");
    person("c", "George W. Hale");
    person("d", "George H. Hale");
    person("e", "Ilham Aliyev");
    person("f", "Heydar Aliyev");
    assertThat(index().actors()).hasSize(6);
  }

  @Test
  void variantsOfAGivenNameAndOfATransliterationAreMerged() {
    person("a", "Bill Orton");
    person("b", "William Orton");
    person("c", "Olena Zelenskyy");
    person("d", "Olena Zelensky");
    person("e", "O. Zelenskiy");
    ActorIndex index = index();
    assertThat(index.actors()).hasSize(2);
    assertThat(index.merges()).hasSize(3);
  }

  @Test
  void namesakesOfDifferentCountriesStayApart() {
    add("a", ActorType.PERSON, "Li Wen", profile(Gender.UNKNOWN, "minister", "China"));
    add("b", ActorType.PERSON, "Li Wen", profile(Gender.UNKNOWN, "coach", "Singapore"));
    ActorIndex index = index();
    assertThat(index.actors())
        .extracting(Actor::id)
        .containsExactly("person/li-wen", "person/li-wen~2");
    assertThat(index.actor("a", "person/li-wen")).isNotEqualTo(index.actor("b", "person/li-wen"));
  }

  @Test
  void anAcronymIsTheOnlyBodyThatIsShortenedSo() {
    add("a", ActorType.ORGANISATION, "Lowmark Water Board", ActorProfile.EMPTY, "LWB");
    add("b", ActorType.ORGANISATION, "LWB", ActorProfile.EMPTY);
    add("c", ActorType.ORGANISATION, "Sunfield Herald", ActorProfile.EMPTY, "Herald");
    add("d", ActorType.ORGANISATION, "Lowmark Herald", ActorProfile.EMPTY, "Herald");
    add("e", ActorType.ORGANISATION, "Herald", ActorProfile.EMPTY);
    add("f", ActorType.ORGANISATION, "Honest Bridges PAC", ActorProfile.EMPTY, "PAC");
    add("g", ActorType.ORGANISATION, "PAC", ActorProfile.EMPTY);
    ActorIndex index = index();
    assertThat(index.actor("g", "organisation/pac").name()).as("a kind of body").isEqualTo("PAC");
    assertThat(index.actor("b", "organisation/lwb").name()).isEqualTo("Lowmark Water Board");
    assertThat(index.actor("e", "organisation/herald").name()).isEqualTo("Herald");
  }

  @Test
  void aNameWithoutMiddleNamesJoinsThoseWithThemOnlyIfTheyAreOne() {
    person("a", "Paul Kern");
    person("b", "Paul A. Kern");
    person("c", "Paul Albert Kern");
    person("d", "Peter Orton");
    person("e", "Peter A. Orton");
    person("f", "Peter H. Orton");
    ActorIndex index = index();
    String paul = index.actor("a", "person/paul-kern").id();
    assertThat(index.actor("b", "person/paul-a-kern").id()).isEqualTo(paul);
    assertThat(index.actor("c", "person/paul-albert-kern").id()).isEqualTo(paul);
    assertThat(
            List.of(
                index.actor("d", "person/peter-orton").id(),
                index.actor("e", "person/peter-a-orton").id(),
                index.actor("f", "person/peter-h-orton").id()))
        .doesNotHaveDuplicates();
    assertThat(index.proposals())
        .filteredOn(one -> one.otherId().equals("person/peter-orton"))
        .hasSize(2);
  }

  @Test
  void decisionsOfTheUserAreApplied() throws Exception {
    person("a", "Anna Kern");
    person("b", "Paul Kern");
    person("c", "Kern");
    person("d", "Maria Ostrova");
    person("e", "Ostrova");
    Path file = folder.resolve("merges.csv");
    Files.writeString(
        file,
        "decision,actor,other,reason\n"
            + "accept,person/paul-kern,person/kern,seen\n"
            + "reject,person/maria-ostrova,person/ostrova,her sister\n"
            + ",person/anna-kern,person/paul-kern,not yet\n");
    MergeDecisions decisions = MergeDecisions.read(file);
    ActorIndex index = index(decisions);
    assertThat(index.actor("c", "person/kern").id()).isEqualTo("person/paul-kern");
    assertThat(index.actors()).hasSize(4);
    assertThat(rows(decisions, index))
        .contains("reject,person/maria-ostrova,person/ostrova,her sister,Maria Ostrova,Ostrova,1,")
        .contains(
            "accept,person/paul-kern,person/kern,seen,Paul Kern,Kern,1,Kern: may be Anna Kern")
        .hasSize(2);
  }

  private static List<String> rows(MergeDecisions decisions, ActorIndex index) {
    return decisions.rows(index, index.forTable(Set.of())).stream()
        .map(row -> row.stream().map(Object::toString).collect(Collectors.joining(",")))
        .toList();
  }

  private MergeDecisions decide(String... rows) throws Exception {
    Path file = folder.resolve("decided.csv");
    Files.writeString(file, "\uFEFFdecision,actor,other\n" + String.join("\n", rows) + "\n");
    return MergeDecisions.read(file);
  }

  @Test
  void whatIsRejectedStaysApartAlsoThroughOthers() throws Exception {
    person("a", "Olena Zelenskiy");
    person("b", "Olena Zelensky");
    person("c", "Olena Zelenskyy");
    MergeDecisions decisions =
        decide(
            "accept,person/olena-zelensky,person/olena-zelenskyy",
            "reject,person/olena-zelenskiy,person/olena-zelensky");
    ActorIndex index = index(decisions);
    assertThat(index.actor("c", "person/olena-zelenskyy"))
        .isEqualTo(index.actor("b", "person/olena-zelensky"))
        .isNotEqualTo(index.actor("a", "person/olena-zelenskiy"));
  }

  @Test
  void rejectingOneOfTwoWhoFitMakesTheOtherNoCertainty() throws Exception {
    person("a", "Anna Kern");
    person("b", "Paul Kern");
    person("c", "Kern");
    ActorIndex index = index(decide("reject,person/anna-kern,person/kern"));
    assertThat(index.actors()).hasSize(3);
    assertThat(index.proposals())
        .containsExactly(new Merge("person/paul-kern", "person/kern", "one of 2 who fit"));
  }

  @Test
  void whatIsAcceptedIsReadByItsFullName() throws Exception {
    person("a", "Kern");
    person("b", "Paul Kern");
    person("c", "Anna Kern");
    person("d", "A. Kern");
    ActorIndex index = index(decide("accept,person/kern,person/paul-kern"));
    assertThat(index.actor("d", "person/a-kern").name()).isEqualTo("Anna Kern");
  }

  @Test
  void oneNameWithTwoTypesIsProposed() {
    person("a", "Vera Stolund");
    person("a", "Stolund");
    add("c", ActorType.ORGANISATION, "Stolund", ActorProfile.EMPTY);
    assertThat(index().proposals())
        .containsExactly(
            new Merge(
                "person/vera-stolund", "organisation/stolund", "one name, found with two types"));
  }

  @Test
  void twoOfOneNameInAnArticleAreOnlyProposedUnlessTheTableFoundOne() {
    found.add(new Found("a", namesake("person/li-wen", Map.of()), ActorProfile.EMPTY));
    found.add(new Found("a", namesake("person/li-wen~2", Map.of()), ActorProfile.EMPTY));
    assertThat(index().actors()).hasSize(2);
    assertThat(index().proposals()).hasSize(1);
    found.remove(1);
    found.add(
        new Found("a", namesake("person/li-wen~2", Map.of("party", "x")), ActorProfile.EMPTY));
    assertThat(index().actors()).hasSize(1);
    assertThat(index().actor("a", "person/li-wen~2").attributes()).containsEntry("party", "x");
  }

  private static Actor namesake(String id, Map<String, String> attributes) {
    return new Actor(id, "Li Wen", ActorType.PERSON, new TreeSet<>(Set.of("Li Wen")), attributes);
  }

  @Test
  void namesThatTheTableGivesOneActorAreMerged() {
    person("a", "Ilva Sommer");
    person("b", "Auntie Volt");
    Actor known =
        new Actor(
            "person/ilva-sommer",
            "Ilva Sommer",
            ActorType.PERSON,
            new TreeSet<>(Set.of("Ilva Sommer", "Auntie Volt")),
            Map.of());
    ActorIndex index =
        ActorIndex.builder()
            .table(ActorTable.of(List.of(known)))
            .add("a", found.get(0).actor(), ActorProfile.EMPTY, 1)
            .add("b", found.get(1).actor(), ActorProfile.EMPTY, 1)
            .build();
    assertThat(index.actors()).extracting(Actor::name).containsExactly("Ilva Sommer");
  }

  @Test
  void titlesInTheNamesOfResultsTellGenderAndOffice() {
    Actor actor =
        new Actor(
            "person/kern",
            "Kern",
            ActorType.PERSON,
            new TreeSet<>(Set.of("Ms Kern", "Prime Minister Kern")),
            Map.of());
    ActorProfile profile = ActorProfile.ofNames(actor);
    assertThat(profile.gender()).isEqualTo(Gender.FEMALE);
    assertThat(profile.roles()).containsExactly("prime minister");
  }

  @Test
  void namesOfMarksAreNoReasonToFail() {
    person("a", "Anna — Kern");
    person("b", "Anna B. Kern");
    person("c", "  ");
    person("d", "Anna  Kern");
    assertThat(index().actors()).isNotEmpty();
  }

  @Test
  void theFileOfProposalsCanBeReadBack() throws Exception {
    person("a", "Anna Kern");
    person("b", "Paul Kern");
    person("c", "Kern");
    Path file = folder.resolve("merges.csv");
    List<String> rows = rows(MergeDecisions.NONE, index());
    assertThat(rows).contains(",person/anna-kern,person/kern,one of 2 who fit,Anna Kern,Kern,1,");
    Files.writeString(
        file, String.join(",", MergeDecisions.COLUMNS) + "\n" + String.join("\n", rows) + "\n");
    assertThat(index(MergeDecisions.read(file)).actors()).hasSize(3);
  }

  @Property(tries = 40)
  void theOrderOfTheConversationsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    String[] given = {"Anna", "Paul", "Bill", "William", "A.", ""};
    String[] surnames = {"Kern", "Orton", "Zelensky", "Zelenskyy", "Hale Jr."};
    String[] countries = {"France", "Spain", null};
    ActorIndexTest test = new ActorIndexTest();
    for (int i = 0; i < 40; i++) {
      String name =
          (given[random.nextInt(given.length)] + " " + surnames[random.nextInt(surnames.length)])
              .trim();
      Gender gender = Gender.values()[random.nextInt(3)];
      test.add(
          "c" + i,
          ActorType.PERSON,
          name,
          profile(gender, "mayor", countries[random.nextInt(countries.length)]));
    }
    List<String> forward = describe(test);
    Collections.shuffle(test.found, random);
    assertThat(describe(test)).isEqualTo(forward);
  }

  private static List<String> describe(ActorIndexTest test) {
    ActorIndex index = test.index();
    List<String> lines =
        test.found.stream()
            .map(
                one ->
                    one.conversation
                        + " "
                        + index.actor(one.conversation, one.actor.id()).toString())
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    index.merges().forEach(merge -> lines.add(merge.toString()));
    index.proposals().forEach(merge -> lines.add(merge.toString()));
    return lines;
  }
}
