package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.entity.post.PostNameFinder;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.ActorType;

/**
 * {@link NameKinds}, {@link NameFinder}, {@link MissedNames}, {@link Headings}, {@link NameTypes},
 * {@link PersonClues}, {@link Families}, {@link RecalledNames}.
 */
class NameRulesTest {

  private static final NameFinder FINDER =
      new NameFinder(ActorTable.EMPTY, PostNameFinder.shipped());

  @ParameterizedTest
  @CsvSource({
    "BBC, OTHER, ORGANISATION",
    "bbc, OTHER,",
    "Downing Street, PLACE, ORGANISATION",
    "Constitution, OTHER, WORK",
    "constitution, OTHER,",
    "Polish American, OTHER, GROUP",
    "Democrats, OTHER, GROUP",
    "Democrats, PERSON,",
    "Brexit, OTHER, EVENT",
    "Brexit, PERSON,",
    "Wall Street, OTHER, PLACE",
    "Lowmark Post, OTHER, ORGANISATION",
    "Anna Post, PERSON,",
    "Anna Price, OTHER, PERSON",
    "Anna Law, ORGANISATION, PERSON",
    "University of Tresk, PLACE, ORGANISATION",
    "Civic Centre, OTHER, ORGANISATION",
    "Civic Centre, PLACE,",
    "World War II, OTHER, EVENT",
    "Clean Air Act, OTHER, WORK",
    "Orrin Lake, OTHER, PLACE",
    "Orrin Lake, PERSON,",
    "Lake Orrin, OTHER, PLACE",
    "Tresk Orrin, OTHER,"
  })
  void theWordsOfANameTellItsKind(String name, ActorType guess, ActorType kind) {
    assertThat(NameKinds.told(List.of(name.split(" ")), guess).orElse(null)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCATION, Norway, PLACE",
    "LOCATION, Kremlin, ORGANISATION",
    "PERSON, Danes, GROUP",
    "MISC, Tresk-backed,",
    "ORGANIZATION, Omar bin Said, PERSON",
    "MISC, Latin,",
    "MISC, Orrinism,",
    "MISC, MoreNorway,",
    "MISC, Orrin, OTHER",
    "person, Orrin, PERSON",
    "creative-work, Orrin, WORK"
  })
  void aLabelAndTheWordsGiveAType(String label, String words, ActorType type) {
    assertThat(FINDER.type(label, words)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "Norway, true",
    "norway, true",
    "US, true",
    "U.S., true",
    "us, false",
    "Lowmark, false"
  })
  void shortNamesOfCountriesNeedTheirCapitals(String words, boolean country) {
    assertThat(FINDER.isCountry(words)).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Anna|NNP|||PERSON Kern|NNP|||PERSON _- _Orton|NNP left|VBD > PERSON Anna Kern-Orton",
        "Anna|NNP|||PERSON Kern|NNP|||PERSON - Orton|NNP left|VBD > PERSON Anna Kern",
        "The|DT Major|NNP|||PERSON left|VBD > -",
        "Major|NNP|||PERSON left|VBD > PERSON Major",
        "Board|NNP|||ORGANIZATION Chief|NNP|||ORGANIZATION Anna|NNP|||ORGANIZATION"
            + " Brevik|NNP|||ORGANIZATION left|VBD > PERSON Anna Brevik",
        "Senate|NNP|||ORGANIZATION Anna|NNP|||ORGANIZATION Brevik|NNP|||ORGANIZATION left|VBD >"
            + " ORGANISATION Senate; PERSON Anna Brevik",
        "Anna|NNP|||ORGANIZATION Brevik|NNP|||ORGANIZATION KC|NNP|||ORGANIZATION left|VBD >"
            + " PERSON Anna Brevik",
        "Democrat|NNP|||PERSON Anna|NNP|||PERSON Brevik|NNP|||PERSON left|VBD >"
            + " PERSON Anna Brevik",
        "“|`` Orrin|NNP|||ORGANIZATION grew|VBD > ORGANISATION Orrin",
        "orrin|NN|||ORGANIZATION grew|VBD > -",
        "11:43|CD|||MISC passed|VBD > -",
        "Swedish|JJ|||MISC Air|NNP Force|NNP flew|VBD > ORGANISATION Swedish Air Force",
        "ships|NNS left|VBD Norway|NNP > PLACE Norway",
        "ships|NNS left|VBD norway|NN > -"
      })
  void namesAreCutAndJoinedWhereTheirWordsSaySo(String text, String shown) {
    assertThat(Names.shown(FINDER.find(Written.of(text), 0, false))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"norway, PLACE norway", "turkey, -", "norwegians, GROUP norwegians"})
  void commentsWriteCountriesInLowerCase(String word, String shown) {
    AnnotatedText text = Written.of("i|PRP like|VBP " + word);
    assertThat(Names.shown(FINDER.find(text, 1, true))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT Dock|NNP and|CC Deck|NNP Union|NNP met|VBD again|RB today|NN > ORGANISATION Dock and Deck Union",
        "Dock|NNP and|CC Deck|NNP Union|NNP met|VBD again|RB today|NN > ORGANISATION Deck Union",
        "Lane|NNP &|CC Frost|NNP closed|VBD > ORGANISATION Lane & Frost",
        "Lane|NNP and|CC Frost|NNP closed|VBD > -",
        "Miller|NNP|||PERSON _'s|POS Row|NNP is|VBZ quiet|JJ > PLACE Miller's Row",
        "Miller|NNP|||PERSON _'s|POS Hat|NNP is|VBZ red|JJ > PERSON Miller",
        "Omar|NNP|||PERSON bin|NNP Said|NNP|||PERSON left|VBD > PERSON Omar bin Said",
        "Omar|NNP|||PERSON and|CC Said|NNP|||PERSON left|VBD > PERSON Omar; PERSON Said",
        "the|DT Dock|NN|||ORGANISATION and|CC Deck|NNP|||ORGANISATION"
            + " Union|NNP|||ORGANISATION met|VBD again|RB today|NN > ORGANISATION Dock and Deck Union",
        "the|DT Walkers|NNPS _'|POS Alliance|NNP met|VBD > ORGANISATION Walkers' Alliance",
        "the|DT Kern|NNP|||PERSON _'s|POS Alliance|NNP met|VBD > PERSON Kern",
        "Bravo|NNP|||PERSON Anna|NNP|||PERSON > PERSON Anna",
        "Poor|NNP|||PLACE Orrin|NNP|||PLACE > PLACE Orrin",
        "Bravo|NNP|||ORGANISATION Orrin|NNP|||ORGANISATION > ORGANISATION Bravo Orrin",
        "Section|NN|||OTHER 4|CD was|VBD cut|VBN > -",
        "Tastewell|NNP|||ORGANISATION 4|CD was|VBD cut|VBN > ORGANISATION Tastewell",
        "Section|NN|||PERSON 4|CD was|VBD cut|VBN > PERSON Section",
        "Labour|NNP|||ORGANISATION 45|CD percent|NN > ORGANISATION Labour",
        "Anna|NNP|||PERSON (|-LRB- D|NNP -|HYPH Wis.|NNP )|-RRB- left|VBD >"
            + " PERSON Anna; PLACE Wisconsin",
        "Anna|NNP|||PERSON (|-LRB- D-N.C.|NNP )|-RRB- left|VBD > PERSON Anna; PLACE North Carolina",
        "in|IN Orrin|NNP|||PLACE ,|, Va|NNP|||PLACE .|. > PLACE Orrin; PLACE Virginia",
        "La|NNP Va|NNP left|VBD > -",
        "in|IN Orrin|NNP|||PLACE ,|, La|NNP Rochelle|NNP left|VBD > PLACE Orrin",
        "in|IN Orrin|NNP|||PLACE ,|, La.|NNP left|VBD > PLACE Orrin; PLACE Louisiana",
        "Anna|NNP|||PERSON ,|, Miss|NNP|||OTHER Universe|NNP|||OTHER ,|, left|VBD >"
            + " PERSON Anna; OTHER Miss Universe",
        "they|PRP read|VBD the|DT Gazette|NNP today|NN > ORGANISATION Gazette",
        "they|PRP read|VBD Gazette|NNP today|NN > -",
        "StarFeed|NNP grew|VBD > ORGANISATION StarFeed",
        "Tastewell|NNP pays|VBZ > ORGANISATION Tastewell",
        "so|RB Tastewell|NNP _'s|POS cooks|NNS left|VBD > ORGANISATION Tastewell",
        "they|PRP like|VBP Tastewell|NNP > -",
        "Friday|NNP ended|VBD > -",
        "Bridge|NNP ended|VBD > -",
        "Tastewells|NNPS pay|VBP > -",
        "McAdam|NNP grew|VBD > -",
        "MacBrevik|NNP grew|VBD > -",
        "Anna|NNP Brevik|NNP left|VBD > PERSON Anna Brevik",
        "Orrin|NNP Brevik|NNP left|VBD > -",
        "New|NNP Bridge|NNP Opens|NNP In|NNP Lowmark|NNP Harbour|NNP > -"
      })
  void namesThatNoFinderSawAreReadFromTheirCapitals(String written, String shown) {
    AnnotatedText text = Written.of(written);
    List<Name> names = Names.of(text, 0);
    MissedNames.add(text, 0, names);
    assertThat(Names.shown(names)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Kern|NNP|||PERSON campaign paid|VBD > ORGANISATION Kern campaign",
        "Kern|NNP|||PERSON _'s|POS presidential|JJ campaign paid|VBD >"
            + " ORGANISATION Kern's presidential campaign",
        "Kern|NNP|||PERSON _'s|POS loud|JJ brother paid|VBD > PERSON Kern",
        "Kern|NNP|||PLACE campaign paid|VBD > PLACE Kern"
      })
  void aCampaignOfAPersonIsABody(String text, String shown) {
    AnnotatedText annotated = Written.of(text);
    List<Name> names = Names.of(annotated, 0);
    MissedNames.addTails(List.of(annotated), names);
    assertThat(Names.shown(names)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Council Votes On New Bridge > true",
        "Council Votes On New Bridge . > true",
        "Mayor Kern Opens the Harbour Bridge > true",
        "Mayor Kern Opens the Harbour Bridge . > false",
        "The council voted on a new bridge . > false",
        "Kern Wins > false"
      })
  void aHeadingHasCapitalsNearlyThroughout(String text, boolean heading) {
    assertThat(Headings.isHeading(Written.sentence(text))).isEqualTo(heading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Kern Opens New Harbour Bridge > PERSON Kern",
        "Norway Bans Plastic Straws Today > PLACE Norway",
        "Berta Brevik Leads Chess Team > PERSON Berta Brevik",
        "BBC Opens Harbour Studio Today > ORGANISATION BBC",
        "Mayor|||| Opens New|||ORGANISATION| Harbour|||ORGANISATION| Bridge Today > -",
        "Tastewell|NNP|||ORGANISATION Opens New Harbour Kitchen > ORGANISATION Tastewell"
      })
  void namesInHeadingsAreThoseThatSomethingElseTells(String heading, String shown) {
    AnnotatedText text =
        Written.of(heading + " / Anna|NNP|||PERSON Kern|NNP|||PERSON smiled|VBD .|.");
    List<Name> names = Names.of(text, 0);
    Headings.settle(List.of(text), List.of(names));
    names.remove(names.size() - 1);
    assertThat(Names.shown(names)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Anna|NNP|||PERSON Price|NNP|||PERSON left|VBD / Price|NNP|||PLACE spoke|VBD > PERSON",
        "Anna|NNP|||PERSON Price|NNP|||PERSON left|VBD / the|DT Price|NNP|||PLACE fell|VBD > PLACE",
        "Anna|NNP|||PERSON Price|NNP|||PERSON left|VBD / but|CC Price|NNP spoke|VBD > PERSON",
        "she|PRP lives|VBZ in|IN Tresk|NNP|||PERSON > PLACE",
        "she|PRP lives|VBZ in|IN Tresk|NNP|||ORGANISATION > PLACE",
        "she|PRP lives|VBZ in|IN Orrin|NNP|||PERSON > PERSON",
        "President|NNP Tresk|NNP|||PLACE spoke|VBD > PERSON",
        "the|DT caterer ,|, Tresk|NNP|||PERSON ,|, left|VBD > ORGANISATION",
        "Tresk|NNP|||PERSON ,|, a|DT caterer ,|, left|VBD > ORGANISATION",
        "Tresk|NNP|||PERSON _'s|POS shareholders|NNS left|VBD > ORGANISATION",
        "Tresk|NNP|||PERSON and|CC its|PRP$ cooks|NNS left|VBD > ORGANISATION",
        "the|DT Tresk|NNP|||PERSON left|VBD > ORGANISATION",
        "Tresk|NNP|||PERSON left|VBD > PERSON",
        "Tresk|NNP|||ORGANISATION ,|, 78|CD ,|, left|VBD > PERSON",
        "Tresk|NNP|||ORGANISATION ,|, 7|CD ,|, left|VBD > ORGANISATION",
        "then|RB Otto|NNP|||ORGANISATION left|VBD > PERSON",
        "the|DT Otto|NNP|||ORGANISATION left|VBD > ORGANISATION",
        "then|RB Easter|NNP|||OTHER ended|VBD > OTHER",
        "Tresk|NNP|||PLACE ,|, 78|CD ,|, left|VBD > PLACE",
        "Tresk|NNP|||ORGANISATION ,|, who|WP left|VBD > PERSON",
        "Tresk|NNP|||ORGANISATION 's|POS mother|NN left|VBD > PERSON",
        "in|IN his|PRP$ season|NN ,|, Tresk|NNP|||ORGANISATION played|VBD > PERSON",
        "Tresk|NNP|||ORGANISATION lost|VBD his|PRP$ job|NN > PERSON",
        "a|DT mayor|NN came|VBD / Tresk|NNP|||ORGANISATION lost|VBD his|PRP$ job|NN > ORGANISATION",
        "the|DT film|NN Tresk|NNP|||ORGANISATION won|VBD > WORK",
        "an|DT episode|NN of|IN Tresk|NNP|||ORGANISATION > WORK",
        "the|DT Institute|NNP|||PLACE paid|VBD > ORGANISATION"
      })
  void aNameHasTheTypeThatMostOfItsPlacesTell(String written, ActorType type) {
    AnnotatedText text = Written.of(written);
    List<Name> names = Names.of(text, 0);
    NameTypes.settle(List.of(text), List.of(names), Set.of("orrin"));
    assertThat(names.get(names.size() - 1).type()).isEqualTo(type);
    assertThat(names).hasSize(written.startsWith("Anna") ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Orrin|NNP|||ORGANISATION Labs|NNP|||ORGANISATION grew|VBD / Orrin|NNP|||PLACE fell|VBD >"
            + " ORGANISATION Orrin Labs; ORGANISATION Orrin",
        "Orrin|NNP|||ORGANISATION Labs|NNP|||ORGANISATION grew|VBD / but|CC Orrin|NNP fell|VBD >"
            + " ORGANISATION Orrin Labs; ORGANISATION Orrin",
        "Norway|NNP|||ORGANISATION Labs|NNP|||ORGANISATION grew|VBD / Norway|NNP|||PLACE fell|VBD >"
            + " ORGANISATION Norway Labs; PLACE Norway",
        "Orrin|NNP|||ORGANISATION Council|NNP|||ORGANISATION met|VBD / off|IN"
            + " Orrin|NNP|||ORGANISATION it|PRP rained|VBD >"
            + " ORGANISATION Orrin Council; PLACE Orrin",
        "Lorrund|NNP|||ORGANISATION fell|VBD / Lorrundian|NNP|||OTHER ships|NNS left|VBD >"
            + " PLACE Lorrund; GROUP Lorrundian",
        "Lorrund|NNP|||PERSON fell|VBD / Lorrundian|NNP|||OTHER ships|NNS left|VBD >"
            + " PERSON Lorrund; OTHER Lorrundian",
        "Christ|NNP|||OTHER left|VBD / Christian|NNP|||GROUP ships|NNS left|VBD >"
            + " OTHER Christ; GROUP Christian",
        "Trump|NNP|||ORGANISATION Group|NNP|||ORGANISATION grew|VBD / Trump|NNP|||PERSON left|VBD >"
            + " ORGANISATION Trump Group; PERSON Trump",
        "Brevik|NNP|||ORGANISATION Labs|NNP|||ORGANISATION grew|VBD / Brevik|NNP|||PERSON left|VBD >"
            + " ORGANISATION Brevik Labs; PERSON Brevik",
        "Anna|NNP|||PERSON Kern|NNP|||PERSON left|VBD / Kern|NNP|||ORGANISATION"
            + " of|IN|||ORGANISATION the|DT|||ORGANISATION Orrin|NNP|||ORGANISATION"
            + " Club|NNP|||ORGANISATION left|VBD >"
            + " PERSON Anna Kern; PERSON Kern; ORGANISATION Orrin Club",
        "Anna|NNP|||PERSON Orrin|NNP|||PERSON left|VBD the|DT Orrin|NNP|||ORGANISATION"
            + " Museum|NNP|||ORGANISATION / the|DT Orrin|NNP|||PERSON paid|VBD >"
            + " PERSON Anna Orrin; ORGANISATION Orrin Museum; ORGANISATION Orrin"
      })
  void otherNamesOfTheConversationTellAType(String written, String shown) {
    AnnotatedText text = Written.of(written);
    List<Name> names = Names.of(text, 0);
    NameTypes.settle(List.of(text), List.of(names), Set.of("brevik"));
    assertThat(Names.shown(names)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT Kern|NNP|||PERSON family left|VBD > GROUP Kern family",
        "a|DT Kern|NNP|||PERSON family left|VBD > PERSON Kern",
        "the|DT Jordan|NNP|||PLACE family left|VBD > PLACE Jordan",
        "Anna|NNP|||PERSON Kern|NNP|||PERSON met|VBD the|DT Kerns|NNPS >"
            + " PERSON Anna Kern; GROUP Kerns",
        "Anna|NNP|||PERSON Kern|NNP|||PERSON met|VBD Kerns|NNPS > PERSON Anna Kern",
        "Anna|NNP|||PERSON Kern|NNP|||PERSON met|VBD Otto|NNP|||PERSON Kerns|NNP|||PERSON and|CC"
            + " the|DT Kerns|NNPS > PERSON Anna Kern; PERSON Otto Kerns",
        "Anna|NNP|||PERSON Orton|NNP|||PERSON met|VBD the|DT Kerns|NNPS > PERSON Anna Orton",
        "Anna|NNP|||PERSON Dane|NNP|||PERSON met|VBD the|DT Danes|NNPS > PERSON Anna Dane"
      })
  void aFamilyIsAGroup(String written, String shown) {
    AnnotatedText text = Written.of(written);
    List<Name> names = Names.of(text, 0);
    Families.settle(List.of(text), List.of(names));
    assertThat(Names.shown(names)).isEqualTo(shown);
  }

  @Test
  void aFamilyGoesByItsNameWhateverNounFollows() {
    assertThat(Families.key("kern family")).isEqualTo("kern");
    assertThat(Families.key("kern dynasty")).isEqualTo("kern");
    assertThat(Families.key("kern party")).isEqualTo("kern party");
    assertThat(Families.key("family")).isEqualTo("family");
  }

  private static final AnnotatedText KNOWN =
      Written.of(
          "Anna|NNP|||PERSON Kern|NNP|||PERSON and|CC Paul|NNP|||PERSON Fields|NNP|||PERSON run|VBP"
              + " StarFeed|NNP|||ORGANISATION in|IN Tresk|NNP|||PLACE ,|, a|DT calm|JJ place");

  private static List<Name> recalled(String comment, int document) {
    AnnotatedText text = Written.of(comment);
    List<Name> names = new ArrayList<>(Names.of(text, document));
    RecalledNames known =
        new RecalledNames(
            List.of(KNOWN, text), List.of(Names.of(KNOWN, 0), names), Set.of("berta"));
    known.retype(names);
    known.find(text, document, names);
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "i|PRP like|VBP kern > PERSON kern",
        "i|PRP like|VBP KERN > PERSON KERN",
        "i|PRP like|VBP kerning > -",
        "i|PRP kern|VBP them|PRP > -",
        "MS|NN BERTA|NN LIES|VBZ > PERSON BERTA",
        "i|PRP like|VBP starfeed > -",
        "i|PRP like|VBP STARFEED > ORGANISATION STARFEED",
        "i|PRP like|VBP fields|NNS > -",
        "i|PRP like|VBP Fields|NNS > PERSON Fields",
        "i|PRP like|VBP Kern|NNP|||PLACE > PERSON Kern",
        "i|PRP like|VBP Anna|NNP|||OTHER > PERSON Anna",
        "i|PRP like|VBP Tresk|NNP|||PLACE > PLACE Tresk",
        "i|PRP like|VBP Kern|NNP|||EVENT > EVENT Kern"
      })
  void commentsNameThoseOfTheArticleWithoutCapitals(String comment, String shown) {
    assertThat(Names.shown(recalled(comment, 1))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "KERN|NNP : It|PRP rains|VBZ > PERSON KERN",
        "kern|NNP : It|PRP rains|VBZ > -",
        "STARFEED|NNP : It|PRP rains|VBZ > -"
      })
  void transcriptsNameTheirSpeakersInCapitals(String article, String shown) {
    assertThat(Names.shown(recalled(article, 0))).isEqualTo(shown);
  }
}
