package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/** {@link Bodies}, {@link BodyMerger}, {@link PersonMerger}, {@link Nominals}, {@link Newsroom}. */
class MergeRulesTest {

  private static Name name(String text, ActorType type, int document, int at) {
    return new Name(document, at, 0, 0, type, text, new Span(at, at + 1), false);
  }

  private static Cluster body(String name) {
    Cluster cluster = new Cluster(ActorType.ORGANISATION);
    cluster.add(name);
    return cluster;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Lowmark Rovers > '' > club > Lowmark Rovers",
        "Lowmark Rovers, Tresk United > '' > club > -",
        "Lowmark Rovers, Tastewell > company > company > Tastewell",
        "Tastewell, Tastewell, Orrin > company > company > Tastewell",
        "Tastewell, Orrin > company > company > -",
        "Tastewell, Tastewell, Orrin > '' > company > -",
        "Tastewell, Orrin Holdings > '' > company > Orrin Holdings",
        "Lowmark Gazette, Tastewell > '' > paper > Lowmark Gazette",
        "Tastewell, Kremlin, Kremlin, Kremlin > company > company > Tastewell",
        "Tastewell, NATO, NATO, NATO > company > company > Tastewell",
        "Tastewell > stone > stone > -"
      })
  void aNounMeansTheOneBodyOfItsKind(String named, String said, String noun, String meant) {
    Bodies bodies = new Bodies();
    Map<String, Cluster> clusters = new HashMap<>();
    for (String one : named.split(", ")) {
      Cluster cluster = clusters.computeIfAbsent(one, MergeRulesTest::body);
      bodies.named(cluster, name(one, ActorType.ORGANISATION, 0, 0));
    }
    bodies.said(said);
    assertThat(bodies.meant(noun).map(Cluster::name).orElse("-")).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "Tastewell Orrin, company, Orrin",
    "Orrin Tastewell, company, Tastewell",
    "Tastewell Orrin, bank, -",
    "Tastewell Orrin, club, -",
    "Tastewell Orrin, paper, Orrin",
    "Tastewell Kremlin, company, Tastewell",
    "Tastewell | Orrin, company, Orrin",
    "Tastewell |, company, -",
    "Gazette Tastewell, paper, Tastewell",
    "Tastewell Gazette, paper, Gazette",
    "Gazette Kremlin, company, -"
  })
  void ofSeveralBodiesThatItMayMeanANounMeansTheLast(String read, String noun, String meant) {
    Bodies bodies = new Bodies();
    Map<String, Cluster> clusters = new HashMap<>();
    for (String one : List.of("Tastewell", "Orrin", "Kremlin", "Gazette", "Herald")) {
      clusters.put(one, body(one));
      bodies.named(clusters.get(one), name(one, ActorType.ORGANISATION, 0, 0));
    }
    bodies.said(noun);
    for (String one : read.split(" ")) {
      if (one.equals("|")) {
        bodies.begin();
      } else {
        bodies.read(clusters.get(one));
      }
    }
    assertThat(bodies.meant(noun).map(Cluster::name).orElse("-")).isEqualTo(meant);
  }

  @Test
  void aGovernmentIsNoBodyOfAKind() {
    Cluster government = body("Lowmark Rovers");
    government.government =
        Optional.of(new Country("Tresk", List.of(), List.of(), List.of(), List.of()));
    Bodies bodies = new Bodies();
    bodies.named(government, name("Lowmark Rovers", ActorType.ORGANISATION, 0, 0));
    assertThat(bodies.meant("club")).isEmpty();
  }

  /** Names with one cluster are joined by {@code =}, different ones parted by {@code /}. */
  private static <K> String groups(Map<K, Cluster> merged, List<String> names, List<K> keys) {
    Map<Cluster, List<String>> groups = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      List<String> group =
          groups.computeIfAbsent(merged.get(keys.get(i)), cluster -> new ArrayList<>());
      if (!group.contains(names.get(i))) {
        group.add(names.get(i));
      }
    }
    return String.join("/", groups.values().stream().map(g -> String.join("=", g)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "O Lowmark Water Board, O LWB > Lowmark Water Board=LWB",
        "O Board of Lowmark, O BL, O BOL > Board of Lowmark=BL=BOL",
        "O Lowmark Herald, O Herald > Lowmark Herald=Herald",
        "O Lowmark Herald, O Tresk Herald, O Herald > Lowmark Herald/Tresk Herald/Herald",
        "O The Acme Inc., O Acme > The Acme Inc.=Acme",
        "O Lowmark Herald, P Lowmark > Lowmark Herald/Lowmark",
        "O Lowmark Council, O Lowmark > Lowmark Council/Lowmark",
        "O Ministry of Fisheries, X Ministry > Ministry of Fisheries=Ministry",
        "O Royal Institute for Ships, O Institute > Royal Institute for Ships=Institute",
        "O Ministry of Fish, O Ministry of Ships, O Ministry > Ministry of Fish/Ministry of Ships/Ministry",
        "O Friends of Fish, O Friends > Friends of Fish/Friends",
        "O Lowmark Water Board, O Water Board, O LWB > Lowmark Water Board=Water Board=LWB",
        "O Lowmark Rovers, O Lowmark > Lowmark Rovers=Lowmark",
        "P Lowmark Bay, P Bay > Lowmark Bay/Bay",
        "X LWB, O Lowmark Water Board > LWB=Lowmark Water Board",
        "P Russian Federation, P Russia, G Russians > Russian Federation=Russia/Russians",
        "P US, P America > US=America",
        "P us, P America > us/America",
        "G Kern family, G Kerns, G Kern dynasty > Kern family=Kerns=Kern dynasty",
        "G Democrats, G Democratic > Democrats=Democratic",
        "O Orrin, P Orrin, P Orrin > Orrin"
      })
  void namesOfOneBodyMeet(String written, String groups) {
    Map<String, ActorType> types =
        Map.of(
            "O", ActorType.ORGANISATION,
            "P", ActorType.PLACE,
            "G", ActorType.GROUP,
            "X", ActorType.OTHER);
    List<Name> names = new ArrayList<>();
    for (String one : written.split(", ")) {
      names.add(name(one.substring(2), types.get(one.substring(0, 1)), 0, names.size()));
    }
    Map<Name, Cluster> merged = new BodyMerger().merge(names);
    assertThat(groups(merged, names.stream().map(Name::text).toList(), names)).isEqualTo(groups);
  }

  @Test
  void aNameOfSeveralTypesHasTheMostFrequentOneAndACountryItsUsualName() {
    List<Name> names =
        List.of(
            name("Orrin", ActorType.ORGANISATION, 0, 0),
            name("Orrin", ActorType.PLACE, 0, 1),
            name("Orrin", ActorType.PLACE, 0, 2),
            name("Russian Federation", ActorType.PLACE, 0, 3));
    Map<Name, Cluster> merged = new BodyMerger().merge(names);
    assertThat(merged.get(names.get(0)).type).isEqualTo(ActorType.PLACE);
    assertThat(merged.get(names.get(3)).name()).isEqualTo("Russia");
    assertThat(merged.get(names.get(3)).country).map(Country::name).contains("Russia");
  }

  /** A title in front stands in brackets; a number tells the document. */
  private static PersonMerger.Occurrence occurrence(String written, int order) {
    int bracket = written.indexOf(')');
    String title = bracket < 0 ? "" : written.substring(1, bracket);
    String[] parts = written.substring(bracket + 1).split("@");
    Gender gender = title.equals("Mrs") ? Gender.FEMALE : Gender.UNKNOWN;
    List<String> roles = title.isEmpty() || title.equals("Mrs") ? List.of() : List.of(title);
    int document = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return new PersonMerger.Occurrence(
        order,
        name(parts[0], ActorType.PERSON, document, order),
        PersonName.of(parts[0]),
        new RoleContext(0, 0, roles, List.of(), Optional.empty(), gender));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Anna Kern, Kern, A. Kern > Anna Kern=Kern=A. Kern",
        "Kern, Anna Kern > Kern=Anna Kern",
        "Anna Kern, Paul Kern > Anna Kern/Paul Kern",
        "Anna Kern, P. Kern > Anna Kern/P. Kern",
        "Bill Orton, William Orton > Bill Orton=William Orton",
        "Paul Kern, (Mrs)Kern > Paul Kern/Kern",
        "Paul Kern Jr., Paul Kern Sr. > Paul Kern Jr./Paul Kern Sr.",
        "Paul A. Kern, Paul B. Kern > Paul A. Kern/Paul B. Kern",
        "Paul Kern, Paul B. Kern > Paul Kern=Paul B. Kern",
        "Anna Kern, Anna > Anna Kern=Anna",
        "Anna Kern, (pastor)Anna > Anna Kern=Anna",
        "Anna Kern, Berta > Anna Kern/Berta",
        "Paul Kern, Otto Kern@1, Kern@1 > Paul Kern/Otto Kern=Kern",
        "Paul Kern, Kern@1, Otto Kern@1 > Paul Kern=Kern/Otto Kern",
        "Paul Kern, Kern, Otto Kern, Otto Kern > Paul Kern/Kern=Otto Kern",
        "Paul Kern, Otto Kern@1, Kern@2 > Paul Kern=Kern/Otto Kern",
        "Otto Kern, Otto Kern, Paul Kern, Kern > Otto Kern=Kern/Paul Kern",
        "Olga Brevik, Olga Petrovna > Olga Brevik=Olga Petrovna",
        "Olga Brevik, Olga Petrovna, Petrovna > Olga Brevik/Olga Petrovna=Petrovna"
      })
  void namesOfOnePersonMeetUnlessTheyContradict(String written, String groups) {
    List<PersonMerger.Occurrence> occurrences = new ArrayList<>();
    for (String one : written.split(", ")) {
      occurrences.add(occurrence(one, occurrences.size()));
    }
    Map<Integer, Cluster> merged = new PersonMerger().merge(occurrences);
    assertThat(
            groups(
                merged,
                occurrences.stream().map(one -> one.name().text()).toList(),
                occurrences.stream().map(PersonMerger.Occurrence::order).toList()))
        .isEqualTo(groups);
  }

  @Test
  void aSurnameWithAnOfficeMayBeALeaderWhomAGivenNameThenMeans() {
    List<PersonMerger.Occurrence> occurrences =
        List.of(occurrence("(president)Tokayev", 0), occurrence("Kassym-Jomart", 1));
    Map<Integer, Cluster> merged = new PersonMerger().merge(occurrences);
    assertThat(merged.get(0).leader).isPresent();
    assertThat(merged.get(1)).isSameAs(merged.get(0));
    Map<Integer, Cluster> plain =
        new PersonMerger().merge(List.of(occurrence("Tokayev", 0), occurrence("Kassym-Jomart", 1)));
    assertThat(plain.get(0).leader).isEmpty();
    assertThat(plain.get(1)).isNotSameAs(plain.get(0));
  }

  @Test
  void whomTheUsersTableNamesAttractsOtherNames() {
    PersonMerger merger = new PersonMerger();
    Cluster listed = new Cluster(ActorType.PERSON);
    merger.know(listed, PersonName.of("Anna Kern"), 0);
    Map<Integer, Cluster> merged =
        merger.merge(List.of(occurrence("Kern", 0), occurrence("Paul Kern", 1)));
    assertThat(merged.get(0)).isSameAs(listed);
    assertThat(merged.get(1)).isNotSameAs(listed);
  }

  private static Cluster person(String name, String country, String... roles) {
    Cluster cluster = new Cluster(ActorType.PERSON);
    cluster.add(name);
    cluster.roles.addAll(List.of(roles));
    cluster.country = Countries.all().named(country);
    return cluster;
  }

  private static Nominals nominals() {
    Nominals nominals = new Nominals();
    Cluster mayor = person("Kern", "", "mayor");
    mayor.affiliations.add("lowmark");
    nominals.named(1, mayor, name("Kern", ActorType.PERSON, 0, 0));
    nominals.named(
        2, person("Orrin", "Norway", "president"), name("Orrin", ActorType.PERSON, 0, 1));
    nominals.named(
        3, person("Brevik", "", "vice president"), name("Brevik", ActorType.PERSON, 0, 2));
    nominals.named(
        4, person("Tresk", "France", "president"), name("Tresk", ActorType.PERSON, 0, 3));
    nominals.named(5, person("Otto", "", "press secretary"), name("Otto", ActorType.PERSON, 0, 4));
    nominals.named(
        6, body("Dock and Deck Union"), name("Dock and Deck Union", ActorType.ORGANISATION, 0, 5));
    return nominals;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT mayor spoke|VBD > the mayor > Kern",
        "the|DT mayor of|IN Lowmark|NNP spoke|VBD > the mayor of Lowmark > Kern",
        "the|DT mayor of|IN Tresk|NNP spoke|VBD > the mayor of Tresk > -",
        "the|DT president spoke|VBD > the president > Tresk",
        "the|DT Norwegian|JJ president spoke|VBD > the Norwegian president > Orrin",
        "Norway|NNP 's|POS president spoke|VBD > Norway 's president > Orrin",
        "the|DT president of|IN Norway|NNP spoke|VBD > the president of Norway > Orrin",
        "the|DT Kazakh|JJ president spoke|VBD > the Kazakh president > -",
        "the|DT vice president spoke|VBD > the vice president > Brevik",
        "the|DT secretary spoke|VBD > the secretary > Otto",
        "the|DT new|JJ president spoke|VBD > - > -",
        "a|DT president spoke|VBD > - > -",
        "the|DT president spokesman spoke|VBD > the president spokesman > -",
        "the|DT presidents|NNS spoke|VBD > - > -",
        "Mr|NNP Mayor|NNP ,|, speak|VB > Mr Mayor > Kern"
      })
  void anOfficeIsTheLastWhoHeldItAndFits(String written, String words, String meant) {
    AnnotatedText text = Written.of(written);
    List<Nominals.Candidate> found = Nominals.find(text.sentences().get(0), 0, new Taken(text));
    assertThat(found).hasSizeLessThan(2);
    assertThat(found.isEmpty() ? "-" : found.get(0).span().of(text.text())).isEqualTo(words);
    assertThat(
            found.stream().findFirst().flatMap(nominals()::resolve).map(Cluster::name).orElse("-"))
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT union met|VBD > Dock and Deck Union",
        "the|DT dock union met|VBD > Dock and Deck Union",
        "the|DT ferry union met|VBD > -",
        "a|DT union met|VBD > -",
        "our|PRP$ union met|VBD > -",
        "the|DT unions|NNS||||union met|VBD > -"
      })
  void aBodyIsMeantByTheNounOfItsName(String written, String meant) {
    AnnotatedText text = Written.of(written);
    Description one = Description.find(text.sentences().get(0), 0, new Taken(text)).get(0);
    assertThat(nominals().resolve(one).map(Cluster::name).orElse("-")).isEqualTo(meant);
  }

  private static Newsroom newsroom(String outlet, String author, String text) {
    Publication publication =
        new Publication(
            Optional.of(outlet).filter(name -> !name.isEmpty()),
            Optional.of(author),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    AnnotatedText annotated = Written.of(text);
    Article plain = Article.of("a", "", annotated.text());
    return new Newsroom(new Article("a", "", publication, plain.text(), plain.blocks()), annotated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "By Anna Kern > [Anna Kern] > -",
        "Anna Kern and Paul Orton for the Lowmark Gazette > [Anna Kern, Paul Orton] > -",
        "Anna Kern, Lowmark Gazette > [Anna Kern] > Lowmark Gazette",
        "Words: Anna Kern | Paul Orton > [Anna Kern, Paul Orton] > -",
        "Anna Kern, Political Correspondent > [Anna Kern] > -",
        "anna > [] > -",
        "Anna > [] > -"
      })
  void aBylineNamesWritersAndPerhapsTheOutlet(String byline, String writers, String outlet) {
    Newsroom newsroom = newsroom("", byline, "it|PRP rained|VBD");
    assertThat(newsroom.writers(List.of()).stream().map(Name::text).toList()).hasToString(writers);
    assertThat(newsroom.outlet().map(Name::text).orElse("-")).isEqualTo(outlet);
  }

  @Test
  void aWriterWhoseSurnameTheArticleUsesIsNoNameOfItsOwn() {
    Newsroom newsroom = newsroom("", "Anna Kern and Paul Orton", "it|PRP rained|VBD");
    assertThat(newsroom.writers(List.of(name("Otto Kern", ActorType.PERSON, 0, 0))))
        .extracting(Name::text)
        .containsExactly("Paul Orton");
    assertThat(newsroom.writersWords()).contains("kern", "orton", "ana", "paul");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "1 > the|DT author lies|VBZ > it|PRP rained|VBD > Anna Kern",
        "1 > this|DT writer lies|VBZ > it|PRP rained|VBD > Anna Kern",
        "1 > the|DT author lies|VBZ > an|DT author left|VBD > -",
        "1 > this|DT author lies|VBZ > an|DT author left|VBD > -",
        "1 > an|DT author lies|VBZ > it|PRP rained|VBD > -",
        "1 > this|DT paper lies|VBZ > it|PRP rained|VBD > Lowmark Gazette",
        "1 > the|DT paper lies|VBZ > it|PRP rained|VBD > -",
        "1 > the|DT newspaper lies|VBZ > it|PRP rained|VBD > Lowmark Gazette",
        "1 > the|DT newspaper lies|VBZ > a|DT newspaper shut|VBD > -",
        "1 > the|DT newspaper boy lies|VBZ > it|PRP rained|VBD > -",
        "0 > this|DT newspaper asked|VBD > it|PRP rained|VBD > Lowmark Gazette",
        "0 > the|DT newspaper asked|VBD > it|PRP rained|VBD > -"
      })
  void readersMeanTheNewsroomByWordsThatTheArticleUsesForNobodyElse(
      int document, String said, String article, String meant) {
    Newsroom newsroom = newsroom("Lowmark Gazette", "Anna Kern", article);
    Cluster writer = new Cluster(ActorType.PERSON);
    writer.add("Anna Kern");
    newsroom.know(
        Map.of(
            newsroom.writers(List.of()).get(0),
            writer,
            newsroom.outlet().orElseThrow(),
            body("Lowmark Gazette")));
    AnnotatedText text = Written.of(said);
    List<Newsroom.Found> found =
        newsroom.find(text.sentences().get(0), 0, document, new Taken(text));
    assertThat(found.isEmpty() ? "-" : found.get(0).cluster().name()).isEqualTo(meant);
  }

  @Test
  void anOutletThatNothingNamesIsCalledByTheReadersWord() {
    Newsroom newsroom = newsroom("", "", "it|PRP rained|VBD");
    newsroom.know(Map.of());
    AnnotatedText text = Written.of("this|DT blog lies|VBZ and|CC this|DT paper lies|VBZ");
    List<Newsroom.Found> found = newsroom.find(text.sentences().get(0), 0, 1, new Taken(text));
    assertThat(found).extracting(one -> one.cluster().name()).containsOnly("the blog");
    assertThat(found).hasSize(2);
  }
}
