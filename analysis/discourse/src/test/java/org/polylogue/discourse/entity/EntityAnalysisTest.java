package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.pipeline.Scope;

class EntityAnalysisTest {

  /** Names in one cell are of one actor; what stands in different cells is of different ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PERSON Anna Kern] left .~Mrs [PERSON Kern] said so . | Anna Kern=Kern",
        "[PERSON Anna Kern] left .~[PERSON Anna] said so . | Anna Kern=Anna",
        "[PERSON A. Kern] left .~[PERSON Kern] said so .~[PERSON Anna Kern] left . |"
            + " A. Kern=Kern=Anna Kern",
        "[PERSON Bill Orton] left .~[PERSON William Orton] said so . | Bill Orton=William Orton",
        "[PERSON Anna Kern] met [PERSON Paul Kern] . | Anna Kern/Paul Kern",
        "[PERSON Paul Kern Jr.] met [PERSON Paul Kern Sr.] . | Paul Kern Jr./Paul Kern Sr.",
        "[PERSON Paul Kern] left .~Mrs [PERSON Kern] said so . | Paul Kern/Kern",
        "[PERSON P. Kern] met [PERSON Anna Kern] . | P. Kern/Anna Kern",
        "[PERSON Olena Zelenskyy] left .~[PERSON Zelensky] said so . | Olena Zelenskyy=Zelensky",
        "President [PERSON Tokayev] left .~[PERSON Kassym-Jomart Kemelevich] met [PERSON Kasym] ."
            + " | Tokayev=Kassym-Jomart Kemelevich=Kasym",
        "[PERSON Roman Abramovich] met [PERSON Roman Petrov] .~[PERSON Abramovich] left . |"
            + " Roman Abramovich=Abramovich/Roman Petrov",
        "[ORGANIZATION Lowmark Water Board] met .~[ORGANIZATION LWB] said so . |"
            + " Lowmark Water Board=LWB",
        "[ORGANIZATION Lowmark Herald] left .~the [ORGANIZATION Herald] said so . |"
            + " Lowmark Herald=Herald",
        "[ORGANIZATION Lowmark Herald] met [ORGANIZATION Sunfield Herald] .~[ORGANIZATION Herald]"
            + " left . | Lowmark Herald/Sunfield Herald/Herald",
        "[LOCATION Russian Federation] and [LOCATION Russia] , [MISC Russians] |"
            + " Russian Federation=Russia/Russians",
        "[LOCATION Republic of Kazakhstan] is [LOCATION Kazakhstan] | "
            + "Republic of Kazakhstan=Kazakhstan",
        "the U.S. and the US and America | U.S.=US=America",
        "[ORGANIZATION Rosatom General] Director [PERSON Alexey Likhachev] said | "
            + "Rosatom/General Director Alexey Likhachev",
      })
  void namesOfOneActorArePutTogetherAndOthersStayApart(String text, String groups) {
    Map<String, String> ids = ids(text.replace('~', '\n'));
    List<String> seen = new ArrayList<>();
    for (String group : groups.split("/")) {
      String[] names = group.split("=");
      for (String name : names) {
        assertThat(ids).as(name).containsKey(name.trim());
        assertThat(ids.get(name.trim())).as(name).isEqualTo(ids.get(names[0].trim()));
      }
      assertThat(seen).doesNotContain(ids.get(names[0].trim()));
      seen.add(ids.get(names[0].trim()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moscow said no . | Government of Russia",
        "official Paris left . | Government of France",
        "The Kremlin warned him . | Government of Russia",
        "Kazakhstan agreed . | Government of Kazakhstan",
        "Rain fell in Moscow . | ''",
        "Paris lies in France . | ''",
        "[PERSON Denzel Washington] said no . | ''",
        "[LOCATION Washington] refused . | Government of United States",
        "The [LOCATION Washington state] lies in the west . | ''",
      })
  void aCapitalStandsForItsGovernmentWhereItActs(String text, String government) {
    Entities entities = analyze(text);
    Mention mention = entities.mentions("article").get(0);
    assertThat(mention.metonym().map(id -> entities.actor(id).name()).orElse(""))
        .isEqualTo(government);
    assertThat(entities.actor(mention.actorId()).name()).doesNotContain("Government");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President [PERSON Nazarbayev] left .~the Kazakh president said | Nazarbayev",
        "[PERSON Anna Kern] , the mayor of [LOCATION Lowmark] , left .~the mayor said | Anna Kern",
        "the mayor , [PERSON Anna Kern] , left .~the mayor said | Anna Kern",
        "President [PERSON Macron] left .~the Kazakh president said | ''",
        "[PERSON Anna Kern] left .~the mayor said | ''",
        "President [PERSON Obama] met President [PERSON Nazarbayev] .~the American president said |"
            + " Obama",
        "President [PERSON Obama] left .~the new president said | ''",
        "President [PERSON Obama] left .~the vice president said | ''",
      })
  void anOfficeMeansTheLastWhoHeldIt(String text, String name) {
    Entities entities = analyze(text.replace('~', '\n'));
    String found =
        entities.mentions("article").stream()
            .filter(mention -> mention.form() == Mention.Form.NOMINAL)
            .map(mention -> entities.actor(mention.actorId()).name())
            .findFirst()
            .orElse("");
    assertThat(found).isEqualTo(name);
  }

  /** One type for each name, whatever a finder said of it where. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PERSON Anna Price] left .~[LOCATION Price] said so . | Price | PERSON",
        "[PERSON Anna Young] left .~[ORGANIZATION Young] said so . | Young | PERSON",
        "[PERSON Anna Law] left .~but Law said so . | Law | PERSON",
        "[PERSON Valeska Paris] left .~[LOCATION Paris] said so . | Paris | PERSON",
        "[PERSON Valeska Paris] left .~She lives in [LOCATION Paris] . | Paris | PLACE",
        "[LOCATION Kern Foundation] met . | Kern Foundation | ORGANISATION",
        "[PERSON Clinton Foundation] met . | Clinton Foundation | ORGANISATION",
        "[MISC World War II] was long . | World War II | EVENT",
        "[ORGANIZATION Clean Air Act] passed . | Clean Air Act | WORK",
        "[MISC Polish American] voters | Polish American | GROUP",
        "[LOCATION White House] refused . | White House | ORGANISATION",
        "The [PERSON Kern] campaign paid . | Kern campaign | ORGANISATION",
        "[MISC Swedish] Air Force planes | Swedish Air Force | ORGANISATION",
        "[PERSON Democrat Anna Kern] left . | Anna Kern | PERSON",
        "the caterer , [LOCATION Tastewell] , left . | Tastewell | ORGANISATION",
        "[ORGANIZATION Senate Anna Kern] left . | Anna Kern | PERSON",
      })
  void aNameHasOneTypeThatItsWordsItsBearerOrItsPlacesTell(
      String text, String name, ActorType type) {
    Entities entities = analyze(text.replace('~', '\n'));
    assertThat(entities.mentions("article"))
        .filteredOn(
            mention ->
                mention.span().of(MarkedLanguage.plain(text.replace('~', '\n'))).equals(name))
        .extracting(mention -> entities.actor(mention.actorId()).type())
        .containsExactly(type);
  }

  @Test
  void numbersScoresAndTimesAreNoActors() {
    assertThat(analyze("[MISC 11:43] [ORGANIZATION +7] [MISC 1994] [PERSON 12] [MISC -8]").actors())
        .isEmpty();
  }

  @Test
  void commentsAreReadWithTheArticlesActors() {
    Conversation conversation =
        Conversation.of(
            MarkedLanguage.article("President [PERSON Maria Ostrova] left [LOCATION Lowmark] ."),
            List.of(
                MarkedLanguage.comment("c1", "[PERSON Ostrova] is right about russia"),
                MarkedLanguage.comment("c2", "I never trusted ostrova or KAZAKHSTAN")));
    Entities entities = new Scope().get(new EntityAnalysis(new MarkedLanguage()), conversation);
    String ostrova = entities.mentions("article").get(0).actorId();
    assertThat(entities.mentions("c1"))
        .extracting(Mention::actorId)
        .containsExactly(ostrova, "place/russia");
    assertThat(entities.mentions("c2"))
        .extracting(Mention::actorId)
        .containsExactly(ostrova, "place/kazakhstan");
  }

  @Test
  void theUsersTableHasPriorityAndItsAttributesFlow() throws Exception {
    ActorTable table =
        ActorTable.read(
            new StringReader(
                "canonical,alias,type,party\n"
                    + "Maria Ostrova,the iron mayor,person,Blue\n"
                    + "Maria Ostrova,Masha,person,Blue\n"),
            "table.csv");
    Entities entities =
        new Scope()
            .get(
                new EntityAnalysis(new MarkedLanguage(), table),
                Conversation.of(
                    MarkedLanguage.article("the iron mayor met [LOCATION Masha] ."), List.of()));
    assertThat(entities.actors()).hasSize(1);
    Actor ostrova = entities.actors().get(0);
    assertThat(ostrova.name()).isEqualTo("Maria Ostrova");
    assertThat(ostrova.type()).isEqualTo(ActorType.PERSON);
    assertThat(ostrova.attributes()).containsEntry("party", "Blue");
    assertThat(entities.mentions("article")).hasSize(2);
  }

  @Test
  void aFullNameOfTheTableAttractsTheSurnameInItsConversation() throws Exception {
    ActorTable table =
        ActorTable.read(
            new StringReader("canonical,type\nMaria Ostrova,person\nPaul Kern,person\n"),
            "table.csv");
    Entities entities =
        new Scope()
            .get(
                new EntityAnalysis(new MarkedLanguage(), table),
                Conversation.of(
                    MarkedLanguage.article(
                        "[PERSON Maria Ostrova] met [PERSON Paul Kern] . [PERSON Ostrova] left ."
                            + " [PERSON Anna Kern] and [PERSON P. Kern] stayed ."),
                    List.of()));
    assertThat(entities.actors())
        .extracting(Actor::name)
        .containsExactlyInAnyOrder("Maria Ostrova", "Paul Kern", "Anna Kern");
  }

  @Test
  void aBlankConversationHasNobody() {
    Conversation blank = Conversation.of(MarkedLanguage.article(""), List.of(Comment.of("c", " ")));
    Entities entities =
        new Scope()
            .get(
                new EntityAnalysis(
                    (document, scope) ->
                        new org.polylogue.language.AnnotatedText(
                            document.text(), List.of(), List.of(), java.util.Set.of())),
                blank);
    assertThat(entities.actors()).isEmpty();
    assertThat(entities.mentions("c")).isEmpty();
  }

  private static Map<String, String> ids(String text) {
    Entities entities = analyze(text);
    Map<String, String> ids = new TreeMap<>();
    for (Mention mention : entities.mentions("article")) {
      String words = mention.span().of(MarkedLanguage.plain(text));
      ids.put(words, mention.actorId());
      for (String title : new TreeSet<>(List.of("President ", "Mrs "))) {
        if (words.startsWith(title)) {
          ids.put(words.substring(title.length()), mention.actorId());
        }
      }
    }
    return ids;
  }

  private static Entities analyze(String text) {
    return new Scope()
        .get(
            new EntityAnalysis(new MarkedLanguage()),
            Conversation.of(MarkedLanguage.article(text), List.of()));
  }
}
