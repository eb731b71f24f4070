package org.polylogue.discourse.entity.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.language.Token;

/** {@link Folding}, {@link PersonName}, {@link Roles}, {@link Leader}, {@link Groups}. */
class NamePartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Élysée  Palace; elysee palace",
        "U.S.; us",
        "O’Dell; odell",
        "Groß-Łódź; gross-lodz",
        "Marks & Sons; marks & sons",
        "...; ''"
      })
  void spellingsOfANameMeet(String name, String plain) {
    assertThat(Folding.plain(name)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"Zelenskyy, Zelenskiy", "Kassym, Kasym", "Tokayev, Tokaev", "Qadir, Kadir"})
  void transliterationsOfANameMeet(String one, String other) {
    assertThat(Folding.loose(one)).isEqualTo(Folding.loose(other));
  }

  @ParameterizedTest
  @CsvSource({
    "The Acme Inc., acme",
    "Acme GmbH, acme",
    "The, the",
    "Inc, inc",
    "Acme Bay, acme bay"
  })
  void aBodyIsKnownWithoutItsLegalForm(String name, String body) {
    assertThat(Folding.body(name)).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"Ada Quill, ada-quill", "St. John's Bay, st-johns-bay", "??, unnamed"})
  void anIdIsMadeOfLettersAndHyphens(String name, String slug) {
    assertThat(Folding.slug(name)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ada Quill; Ada; ; Quill; ''",
        "Quill; ''; ; Quill; ''",
        "Jan van der Berg; Jan; ; van der Berg; ''",
        "van Berg; ''; ; van Berg; ''",
        "Ada B. Quill Jr.; Ada; B.; Quill; jr",
        "Ivan Petrovich; Ivan; Petrovich; ''; ''",
        "Ben Quill; Ben; ; Quill; ''"
      })
  void aNameIsTakenApart(String name, String given, String middle, String surname, String suffix) {
    PersonName parts = PersonName.of(name);
    assertThat(parts.given()).isEqualTo(given);
    assertThat(parts.middle()).isEqualTo(middle == null ? List.of() : List.of(middle));
    assertThat(parts.surname()).isEqualTo(surname);
    assertThat(parts.suffix()).isEqualTo(suffix);
    assertThat(parts.isFull()).isEqualTo(!given.isEmpty() && !surname.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Bill, William, true",
    "W., William, true",
    "Jean, Jean-Paul, true",
    "'', Ada, true",
    "Ada, Eva, false",
    "A., Eva, false"
  })
  void givenNamesFitOneAnother(String one, String other, boolean fits) {
    assertThat(PersonName.givenFits(one, other)).isEqualTo(fits);
    assertThat(PersonName.givenFits(other, one)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"J., true", "JP, false", "J.P., true", "J, true", "Jo, false", "Ada, false"})
  void initialsAreOneLetterOrTwo(String word, boolean initial) {
    assertThat(PersonName.isInitial(word)).isEqualTo(initial);
  }

  @ParameterizedTest
  @CsvSource({
    "he, MALE",
    "himself, MALE",
    "hers, FEMALE",
    "they, UNKNOWN",
    "it, UNKNOWN",
    "woman, UNKNOWN"
  })
  void pronounsTellAGender(String word, Gender gender) {
    assertThat(Gender.ofPronoun(word)).isEqualTo(gender);
  }

  @Test
  void aPatronymicTellsTheGenderThatTheGivenNameDoesNot() {
    assertThat(PersonName.of("Zzz Petrovna").gender()).isEqualTo(Gender.FEMALE);
    assertThat(PersonName.of("Zzz Petrovich").gender()).isEqualTo(Gender.MALE);
    assertThat(PersonName.of("Zzz Quill").gender()).isEqualTo(Gender.UNKNOWN);
    assertThat(PersonName.isShortForm("Bill")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "the prime minister, prime minister",
    "a minister, minister",
    "the ministry, ministry"
  })
  void theLongestRoleThatEndsAtAWordIsFound(String words, String role) {
    List<Token> tokens =
        List.of(words.split(" ")).stream().map(w -> new Token(0, w.length(), w, "", "")).toList();
    Roles.Found found = Roles.endingAt(tokens, tokens.size() - 1);
    assertThat(found.role().name()).isEqualTo(role);
    assertThat(found.last()).isEqualTo(tokens.size() - 1);
  }

  @Test
  void aTitleStandsBeforeANameOnly() {
    assertThat(Roles.title("mr")).isNotNull();
    assertThat(Roles.person("mr")).isNull();
    assertThat(Roles.body("ministry")).isNotNull();
  }

  @Test
  void leadersAndGroupsAreLookedUp() {
    assertThat(Leader.named("Merkel")).extracting(Leader::country).containsOnly("Germany");
    assertThat(Leader.named("Quillfeather")).isEmpty();
    assertThat(Groups.named("democrats")).contains("Democrats");
    assertThat(Groups.named("quills")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "African Americans, true",
    "Mexican-American, true",
    "American, false",
    "Ada Quill, false"
  })
  void aGroupMayHaveSeveralWords(String name, boolean compound) {
    assertThat(Groups.isCompound(name)).isEqualTo(compound);
  }

  @Test
  void aCountryNamesItsGovernment() {
    Country country = new Country("Norland", List.of(), List.of(), List.of(), List.of());
    assertThat(country.government()).isEqualTo("Government of Norland");
  }
}
