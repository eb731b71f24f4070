package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.model.ActorType;

/**
 * {@link Clauses}, {@link Description}, {@link DescribedActors}, {@link Metonymy}, {@link
 * RoleContext}.
 */
class ClauseRulesTest {

  private static String word(Clauses clauses, int token) {
    return token < 0 ? "-" : clauses.sentence.token(token).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "She|PRP|2|nsubj left|VBD|0 > left > She",
        "She|PRP|2|nsubj wanted|VBD|0 to|TO|4|mark go|VB|2|xcomp > go > She",
        "He|PRP|2|nsubj came|VBD|0 and|CC|4|cc left|VBD|2|conj > left > He",
        "He|PRP|2|nsubj said|VBD|0 it|PRP|4|nsubj rained|VBD|2|ccomp > rained > it",
        "He|PRP|2|nsubj said|VBD|0 leave|VB|2|ccomp > leave > -",
        "Leave|VB|0 > Leave > -"
      })
  void aVerbSharesTheSubjectOfTheOneAboveIt(String written, String verb, String subject) {
    Clauses clauses = new Clauses(Written.sentence(written));
    assertThat(word(clauses, clauses.subject(Written.token(clauses.sentence, verb))))
        .isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "In|IN|3|case her|PRP$|3|nmod:poss speech|NN|5|obl she|PRP|5|nsubj spoke|VBD|0 > her > she",
        "When|WRB|3|advmod he|PRP|3|nsubj came|VBD|6|advcl ,|,|6|punct Ann|NNP|6|nsubj left|VBD|0"
            + " > he > Ann",
        "Ann|NNP|2|nsubj left|VBD|0 when|WRB|5|advmod he|PRP|5|nsubj came|VBD|2|advcl > he > -",
        "Ann|NNP|2|nsubj said|VBD|0 she|PRP|4|nsubj left|VBD|2|ccomp > she > -",
        "Her|PRP$|2|nmod:poss friend|NN|3|nsubj left|VBD|0 > Her > -"
      })
  void aPronounMayPrecedeTheSubjectOfTheMainClause(String written, String word, String subject) {
    Clauses clauses = new Clauses(Written.sentence(written));
    assertThat(word(clauses, clauses.subjectAfter(Written.token(clauses.sentence, word))))
        .isEqualTo(subject);
  }

  @Test
  void aPhraseHasAHeadAndTheRoleOfWhatItIsBeside() {
    Clauses clauses =
        new Clauses(
            Written.sentence(
                "Ann|NNP|6|nsubj ,|,|1|punct the|DT|4|det mayor|NN|1|appos ,|,|1|punct left|VBD|0"));
    assertThat(clauses.headOf(2, 3)).isEqualTo(3);
    assertThat(clauses.headOf(0, 4)).isZero();
    assertThat(clauses.phrase(3)).isZero();
    assertThat(clauses.phrase(5)).isEqualTo(5);
    assertThat(clauses.child(0, "appos")).isEqualTo(3);
    assertThat(clauses.child(0, "conj")).isEqualTo(-1);
  }

  @Test
  void aSentenceThatIsTooLongAnswersNothing() {
    String rest = " now|RB|2|advmod".repeat(249);
    Clauses longest = new Clauses(Written.sentence("She|PRP|2|nsubj left|VBD|0" + rest));
    assertThat(longest.subject(1)).isEqualTo(-1);
    assertThat(longest.relation(0)).isEmpty();
    Clauses shorter =
        new Clauses(Written.sentence("She|PRP|2|nsubj left|VBD|0" + rest.substring(16)));
    assertThat(shorter.subject(1)).isZero();
  }

  private static String shown(Description one) {
    return String.join(
        " ",
        one.article().name(),
        one.type().name(),
        one.noun().replace(' ', '_') + (one.plural() ? "+" : ""),
        one.modifiers().toString().replace(" ", ""),
        one.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT town council met|VBD > DEFINITE ORGANISATION council [town] town council",
        "our|PRP$ council met|VBD > DEFINITE ORGANISATION council [] council",
        "a|DT lawyer left|VBD > INDEFINITE PERSON lawyer [] lawyer",
        "several|JJ lawyers|NNS||||lawyer left|VBD > INDEFINITE GROUP lawyer+ [several]"
            + " several lawyers",
        "two|CD lawyers|NNS||||lawyer left|VBD > INDEFINITE GROUP lawyer+ [] lawyers",
        "most|JJS lawyers|NNS||||lawyer left|VBD > NONE GROUP lawyer+ [] lawyers",
        "his|PRP$ lawyer left|VBD > POSSESSIVE PERSON lawyer [] lawyer",
        "my|PRP$ lawyer left|VBD > OWN PERSON lawyer [] lawyer",
        "the|DT union 's|POS lawyer left|VBD > DEFINITE PERSON lawyer [union]"
            + " the union's lawyer",
        "Ann|NNP 's|POS lawyer left|VBD > DEFINITE PERSON lawyer [ann] Ann's lawyer",
        "the|DT leader of|IN the|DT ferry union left|VBD > DEFINITE PERSON leader [union]"
            + " leader of the ferry union",
        "the|DT French|JJ government met|VBD > DEFINITE ORGANISATION government [french]"
            + " French government",
        "closing|VBG|0 councils|NNS|1|obj||council costs|VBZ money > NONE GROUP council+ []"
            + " councils",
        "the|DT closing|VBG|3|amod council met|VBD|0 > DEFINITE ORGANISATION council [closing]"
            + " closing council",
        "Mayor|NNP left|VBD > -",
        "the|DT council chamber shut|VBD > -"
      })
  void aNounForAnActorIsReadWithWhatStandsBeforeIt(String written, String shown) {
    AnnotatedText text = Written.of(written.replace(" 's", " _'s"));
    List<Description> found =
        Description.find(text.sentences().get(0), 0, new Taken(text)).stream()
            .filter(one -> !one.noun().equals("union"))
            .toList();
    assertThat(found.isEmpty() ? "-" : shown(found.get(0))).isEqualTo(shown);
  }

  @Test
  void aDescriptionTellsItsGovernmentAndKeepsNamesApart() {
    AnnotatedText text =
        Written.of(
            "the|DT French|JJ government and|CC the|DT French|JJ governments|NNS||||government");
    List<Description> found = Description.find(text.sentences().get(0), 0, new Taken(text));
    assertThat(found.get(0).government()).map(Country::name).contains("France");
    assertThat(found.get(1).government()).isEmpty();
    Taken taken = new Taken(text);
    taken.mark(0, 2, 2);
    assertThat(Description.find(text.sentences().get(0), 0, taken)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT|2|det mayor|NN|3|nsubj said|VBD|0 > SPEAKS",
        "the|DT|2|det mayor|NN|3|nsubj left|VBD|0 > ACTS",
        "Ann|NNP|5|nsubj and|CC|4|cc the|DT|4|det mayor|NN|1|conj left|VBD|0 > ACTS",
        "it|PRP|3|nsubj:pass was|VBD|3|aux:pass shut|VBN|0 by|IN|6|case the|DT|6|det"
            + " mayor|NN|3|obl > ACTS",
        "it|PRP|2|nsubj stood|VBD|0 by|IN|5|case the|DT|5|det mayor|NN|2|obl > OTHER",
        "the|DT|2|det mayor|NN|4|nsubj:pass was|VBD|4|aux:pass thanked|VBN|0 > UNDERGOES",
        "they|PRP|2|nsubj met|VBD|0 the|DT|4|det mayor|NN|2|obj > CONCERNED",
        "the|DT|2|det mayor|NN|4|nmod:poss 's|POS|2|case hat|NN|5|nsubj fell|VBD|0 > CONCERNED",
        "the|DT|2|det mayor|NN|4|nsubj was|VBD|4|cop ill|JJ|0 > CONCERNED",
        "the|DT|2|det mayor|NN|0 > CONCERNED",
        "Ann|NNP|5|nsubj ,|,|1|punct the|DT|4|det mayor|NN|1|appos left|VBD|0 > SAID_OF",
        "the|DT|2|det mayor|NN|4|nsubj Ann|NNP|2|appos left|VBD|0 > SAID_OF",
        "she|PRP|4|nsubj is|VBZ|4|cop the|DT|4|det mayor|NN|0 > SAID_OF",
        "the|DT|3|det mayor|NN|3|compound elections|NNS|4|nsubj begin|VBP|0 > SAID_OF",
        "she|PRP|2|nsubj spoke|VBD|0 as|IN|4|case mayor|NN|2|obl > SAID_OF"
      })
  void aNounPlaysAPartInItsClause(String written, DescribedActors.Part part) {
    Clauses clauses = new Clauses(Written.sentence(written));
    assertThat(DescribedActors.part(clauses, Written.token(clauses.sentence, "mayor")))
        .isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "the|DT|2|det council|NN|3|nsubj said|VBD|0 / the|DT|2|det council|NN|3|nsubj left|VBD|0"
            + " > the council 2",
        "the|DT town council|NN|4|nsubj said|VBD|0 / the|DT council|NN|3|nsubj left|VBD|0"
            + " > the town council 2",
        "the|DT town council|NN|4|nsubj said|VBD|0 / the|DT ferry council|NN|4|nsubj said|VBD|0"
            + " > the town council 1, the ferry council 1",
        "lawyers|NNS|2|nsubj||lawyer protested|VBD|0 > lawyers 1",
        "a|DT lawyer|NN|3|nsubj left|VBD|0 > -",
        "they|PRP|2|nsubj met|VBD|0 the|DT lawyer|NN|2|obj > the lawyer 1",
        "they|PRP|2|nsubj met|VBD|0 a|DT lawyer|NN|2|obj > -",
        "they|PRP|2|nsubj met|VBD|0 lawyers|NNS|2|obj||lawyer > -",
        "the|DT|2|det people|NNS|3|nsubj said|VBD|0 > -",
        "she|PRP|4|nsubj is|VBZ|4|cop the|DT|4|det lawyer|NN|0 > -"
      })
  void whoDoesOrSaysSomethingIsAnActor(String written, String actors) {
    AnnotatedText text = Written.of(written);
    DescribedActors described = new DescribedActors();
    for (int s = 0; s < text.sentences().size(); s++) {
      Sentence sentence = text.sentences().get(s);
      Clauses clauses = new Clauses(sentence);
      for (Description one : Description.find(sentence, s, new Taken(text))) {
        DescribedActors.Part part = DescribedActors.part(clauses, one.head());
        described.add(new DescribedActors.Place(0, s, one, part));
      }
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    described.actors().forEach(one -> places.merge(one.cluster().name(), 1, Integer::sum));
    List<String> shown = new ArrayList<>();
    places.forEach((name, count) -> shown.add(name + " " + count));
    assertThat(shown.isEmpty() ? "-" : String.join(", ", shown)).isEqualTo(actors);
  }

  @Test
  void aBankInACommentIsNoneThatAnybodyKnows() {
    AnnotatedText text = Written.of("a|DT|2|det bank|NN|3|nsubj said|VBD|0");
    Description bank = Description.find(text.sentences().get(0), 0, new Taken(text)).get(0);
    Description the =
        Description.find(
                Written.sentence("the|DT|2|det bank|NN|3|nsubj left|VBD|0"), 0, new Taken(text))
            .get(0);
    DescribedActors described = new DescribedActors();
    described.add(new DescribedActors.Place(1, 0, bank, DescribedActors.Part.SPEAKS));
    described.add(new DescribedActors.Place(1, 0, the, DescribedActors.Part.ACTS));
    assertThat(described.actors()).hasSize(1);
    assertThat(described.actors().get(0).place().description()).isSameAs(the);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Moscow|NNP|2|nsubj|X warned|VBD|0|||warn them|PRP|2|obj > Russia",
        "Moscow|NNP|2|nsubj|X grew|VBD|0|||grow > -",
        "London|NNP|4|nsubj and|CC|3|cc Moscow|NNP|1|conj|X agreed|VBD|0|||agree > Russia",
        "They|PRP|2|nsubj warned|VBD|0|||warn Moscow|NNP|2|obj|X > -",
        "Moscow|NNP|3|nmod:poss|X 's|POS|1|case decision|NN|4|nsubj came|VBD|0 > Russia",
        "Moscow|NNP|3|nmod:poss|X 's|POS|1|case streets|NNS|4|nsubj emptied|VBD|0 > -",
        "They|PRP|3|nsubj:pass were|VBD|3|aux:pass warned|VBN|0|||warn by|IN|5|case"
            + " Moscow|NNP|3|obl|X > Russia",
        "They|PRP|3|nsubj:pass were|VBD|3|aux:pass warned|VBN|0|||warn in|IN|5|case"
            + " Moscow|NNP|3|obl|X > -",
        "They|PRP|2|nsubj warned|VBD|0|||warn by|IN|4|case Moscow|NNP|2|obl|X > -",
        "official|JJ|2|amod Paris|NNP|3|nsubj|X slept|VBD|0|||sleep > France",
        "The|DT|2|det Kremlin|NNP|3|nsubj|X warned|VBD|0|||warn them|PRP|3|obj > Russia",
        "Lowmark|NNP|2|nsubj|X warned|VBD|0|||warn them|PRP|2|obj > -"
      })
  void aCapitalActsForItsGovernment(String written, String country) {
    AnnotatedText text = Written.of(written);
    NamedSpan at = text.names().get(0);
    Sentence sentence = text.sentences().get(0);
    Name name =
        Name.of(
            text.text(), 0, 0, sentence, at.firstToken(), at.lastToken(), ActorType.PLACE, false);
    assertThat(
            Metonymy.government(name, sentence, Countries.all().named(name.text()))
                .map(Country::name)
                .orElse("-"))
        .isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "President|NNP Anna|NNP|||P Kern|NNP|||P left|VBD > President > [president] [] - UNKNOWN",
        "Mrs|NNP Kern|NNP|||P left|VBD > Mrs > [] [] - FEMALE",
        "the|DT president Kern|NNP|||P left|VBD > Kern > [president] [] - UNKNOWN",
        "former|JJ French|JJ president Kern|NNP|||P left|VBD > Kern > [president] [] France"
            + " UNKNOWN",
        "Tresk|NNP Council|NNP chairwoman Kern|NNP|||P left|VBD > Kern > [chairwoman]"
            + " [tresk council] - FEMALE",
        "Kern|NNP|||P ,|, the|DT mayor of|IN Lowmark|NNP ,|, left|VBD > Kern > [mayor] [lowmark]"
            + " - UNKNOWN",
        "Kern|NNP|||P ,|, president of|IN Kazakhstan|NNP ,|, left|VBD > Kern > [president] []"
            + " Kazakhstan UNKNOWN",
        "Kern|NNP|||P ,|, the|DT mayor spokesman ,|, left|VBD > Kern > [spokesman] [] - MALE",
        "Kern|NNP|||P ,|, left|VBD the|DT mayor > Kern > [] [] - UNKNOWN",
        "the|DT Kazakh|JJ president ,|, Kern|NNP|||P ,|, left|VBD > Kern > [president] []"
            + " Kazakhstan UNKNOWN",
        "the|DT mayor left|VBD ,|, Kern|NNP|||P stayed|VBD > Kern > [] [] - UNKNOWN"
      })
  void titlesAndAppositionsTellWhoSomebodyIs(String written, String titleFirst, String shown) {
    AnnotatedText text = Written.of(written);
    NamedSpan at = text.names().get(0);
    Sentence sentence = text.sentences().get(0);
    RoleContext context = RoleContext.of(sentence, at.firstToken(), at.lastToken());
    int name = titleFirst.equals("Kern") ? at.firstToken() : Written.token(sentence, titleFirst);
    assertThat(context.titleFirst()).isEqualTo(name);
    assertThat(
            String.join(
                " ",
                context.roles().toString(),
                context.affiliations().toString(),
                context.country().map(Country::name).orElse("-"),
                context.gender().name()))
        .isEqualTo(shown);
    assertThat(RoleContext.NONE.gender()).isEqualTo(Gender.UNKNOWN);
  }

  @Test
  void aTitleInLowerCaseIsWhatSomebodyIsCalledButNoPartOfTheMention() {
    Sentence sentence = Written.sentence("on|IN mayor|NN Kern|NNP");
    RoleContext context = RoleContext.of(sentence, 2, 2);
    assertThat(context.titleFirst()).isEqualTo(2);
    assertThat(context.calledFirst()).isEqualTo(1);
  }
}
