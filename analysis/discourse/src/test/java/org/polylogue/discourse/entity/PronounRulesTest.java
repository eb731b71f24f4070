package org.polylogue.discourse.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;

/** {@link Pronouns}, {@link Relatives}. Names are labelled with the gender of who bears them. */
class PronounRulesTest {

  private final Map<String, Cluster> persons = new HashMap<>();
  private final Pronouns pronouns = new Pronouns();

  private Cluster person(String name, String gender) {
    return persons.computeIfAbsent(
        name,
        key -> {
          Cluster person = new Cluster(ActorType.PERSON);
          person.add(name);
          person.gender =
              switch (gender) {
                case "F" -> Gender.FEMALE;
                case "M" -> Gender.MALE;
                default -> Gender.UNKNOWN;
              };
          return person;
        });
  }

  private List<Pronouns.Named> named(AnnotatedText text) {
    List<Pronouns.Named> named = new ArrayList<>();
    for (NamedSpan name : text.names()) {
      Cluster person = person(name.span().of(text.text()), name.label());
      named.add(new Pronouns.Named(name.sentence(), name.firstToken(), name.lastToken(), person));
    }
    return named;
  }

  private String read(Document document, Optional<String> answered, AnnotatedText text) {
    List<String> shown = new ArrayList<>();
    for (Pronouns.Resolved one : pronouns.read(document, answered, text, named(text))) {
      shown.add(one.span().of(text.text()) + "=" + one.cluster().name());
    }
    return shown.isEmpty() ? "-" : String.join(", ", shown);
  }

  private String article(String written) {
    AnnotatedText text = Written.of(written);
    return read(Article.of("a", "", text.text()), Optional.empty(), text);
  }

  private String comment(String id, Optional<String> answered, String written) {
    AnnotatedText text = Written.of(written);
    return read(Comment.of(id, text.text()), answered, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Anna|NNP|2|nsubj|F left|VBD|0 / She|PRP|2|nsubj smiled|VBD|0 > She=Anna",
        "Paul|NNP|2|nsubj|M left|VBD|0 / She|PRP|2|nsubj smiled|VBD|0 > -",
        "Kim|NNP|2|nsubj|U left|VBD|0 / She|PRP|2|nsubj smiled|VBD|0 > She=Kim",
        "Anna|NNP|2|nsubj|F left|VBD|0 / They|PRP|2|nsubj smiled|VBD|0 > -",
        "Anna|NNP|2|nsubj|F met|VBD|0 Berta|NNP|2|obj|F / She|PRP|2|nsubj smiled|VBD|0 > She=Anna",
        "Anna|NNP|4|nsubj|F and|CC|3|cc Berta|NNP|1|conj|F left|VBD|0 / She|PRP|2|nsubj"
            + " smiled|VBD|0 > -",
        "Anna|NNP|2|nsubj|F praised|VBD|0 her|PRP|2|obj > -",
        "Anna|NNP|2|nsubj|F praised|VBD|0 herself|PRP|2|obj > herself=Anna",
        "Berta|NNP|2|nsubj|F left|VBD|0 / Anna|NNP|2|nsubj|F praised|VBD|0 her|PRP|2|obj"
            + " > her=Berta",
        "Anna|NNP|2|nsubj|F left|VBD|0 / He|PRP|4|nsubj or|CC|3|cc she|PRP|1|conj smiled|VBD|0 > -",
        "In|IN|3|case her|PRP$|3|nmod:poss speech|NN|5|obl Anna|NNP|5|nsubj|F spoke|VBD|0"
            + " > her=Anna",
        "Her|PRP$|2|nmod:poss speech|NN|3|nsubj praised|VBD|0 Anna|NNP|3|obj|F > -",
        "In|IN|3|case her|PRP$|3|nmod:poss speech|NN|0 Anna|NNP|5|nsubj|F spoke|VBD|3|ccomp"
            + " > her=Anna",
        "In|IN|3|case her|PRP$|3|nmod:poss speech|NN|0 to|IN|5|case Berta|NNP|3|nmod|F"
            + " ,|,|8|punct Anna|NNP|8|nsubj|F spoke|VBD|3|ccomp > -",
        "Anna|NNP|2|nsubj|F left|VBD|0 / A|DT|2|det woman|NN|3|nsubj came|VBD|0 / She|PRP|2|nsubj"
            + " smiled|VBD|0 > -",
        "“|``|3|punct She|PRP|3|nsubj lies|VBZ|6|ccomp ”|''|3|punct Anna|NNP|6|nsubj|F"
            + " said|VBD|0 > -",
        "Anna|NNP|2|nsubj|F said|VBD|0 “|``|5|punct She|PRP|5|nsubj lies|VBZ|2|ccomp ”|''|5|punct > -",
        "Anna|NNP|2|nsubj|F said|VBD|0 She|PRP|4|nsubj lies|VBZ|2|ccomp > She=Anna",
        "Berta|NNP|2|nsubj|F left|VBD|0 / “|``|3|punct She|PRP|3|nsubj lies|VBZ|6|ccomp"
            + " ”|''|3|punct Anna|NNP|6|nsubj|F said|VBD|0 > She=Berta"
      })
  void aPronounMeansTheMostSalientWhoAgreesIfThatIsClear(String written, String meant) {
    assertThat(article(written)).isEqualTo(meant);
  }

  @Test
  void whoIsFarOffIsMeantNoMore() {
    String between = " / It|PRP|2|nsubj rained|VBD|0".repeat(6);
    assertThat(
            article("Anna|NNP|2|nsubj|F left|VBD|0" + between + " / She|PRP|2|nsubj smiled|VBD|0"))
        .isEqualTo("-");
  }

  @Test
  void commentsMeanThoseOfTheCommentThatTheyAnswerThenTheMainPersonOfTheArticle() {
    article(
        "Paul|NNP|2|nsubj|M left|VBD|0 / Paul|NNP|2|nsubj|M sang|VBD|0 / Paul|NNP|2|nsubj|M"
            + " ran|VBD|0 / Otto|NNP|2|nsubj|M came|VBD|0");
    assertThat(comment("c1", Optional.empty(), "He|PRP|2|nsubj lies|VBZ|0")).isEqualTo("He=Paul");
    assertThat(comment("c2", Optional.empty(), "This|DT|2|det man|NN|3|nsubj lies|VBZ|0"))
        .isEqualTo("This man=Paul");
    comment("c3", Optional.empty(), "Otto|NNP|2|nsubj|M lies|VBZ|0");
    assertThat(comment("c4", Optional.of("c3"), "He|PRP|2|nsubj does|VBZ|0")).isEqualTo("He=Otto");
    assertThat(comment("c5", Optional.empty(), "She|PRP|2|nsubj lies|VBZ|0")).isEqualTo("-");
    String far = "Anna|NNP|2|nsubj|%s lies|VBZ|0" + " / It|PRP|2|nsubj rained|VBD|0".repeat(11);
    String he = " / He|PRP|2|nsubj lies|VBZ|0";
    assertThat(comment("c6", Optional.empty(), String.format(far, "M") + he)).isEqualTo("-");
    assertThat(
            comment("c7", Optional.empty(), String.format(far.replace("Anna", "Berta"), "F") + he))
        .isEqualTo("He=Paul");
  }

  @Test
  void nobodyIsTheMainPersonWhereTwoAreNamedAsOften() {
    article("Paul|NNP|2|nsubj|M left|VBD|0 / Otto|NNP|2|nsubj|M came|VBD|0");
    assertThat(comment("c1", Optional.empty(), "He|PRP|2|nsubj lies|VBZ|0")).isEqualTo("-");
  }

  @Test
  void whoseGenderNothingTellsCountsHalf() {
    article("Paul|NNP|2|nsubj|M left|VBD|0 / Kim|NNP|2|nsubj|U came|VBD|0");
    assertThat(comment("c1", Optional.empty(), "He|PRP|2|nsubj lies|VBZ|0")).isEqualTo("He=Paul");
  }

  @Test
  void somebodyDescribedMayBeAnActorWhoIsMeant() {
    Cluster woman = person("the woman", "F");
    pronouns.describe(0, 0, 1, woman);
    assertThat(article("A|DT|2|det woman|NN|3|nsubj came|VBD|0 / She|PRP|2|nsubj smiled|VBD|0"))
        .isEqualTo("She=the woman");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Anna|NNP|3|nmod:poss|F 's|POS|1|case dad|NN|4|nsubj left|VBD|0 > dad=Anna's father",
        "Anna|NNP|2|nsubj|F met|VBD|0 her|PRP$|4|nmod:poss sister|NN|2|obj"
            + " > her=Anna, sister=Anna's sister",
        "Anna|NNP|4|nmod:poss|F 's|POS|1|case old|JJ|4|amod boat|NN|5|nsubj sank|VBD|0 > -",
        "Anna|NNP|3|nmod:poss|F 's|POS|1|case dad|NN|4|nsubj left|VBD|0 / The|DT|2|det"
            + " father|NN|3|nsubj smiled|VBD|0 > dad=Anna's father, The father=Anna's father",
        "Anna|NNP|3|nmod:poss|F 's|POS|1|case mother|NN|8|nsubj -|HYPH in|IN -|HYPH law|NN"
            + " left|VBD|0 > mother - in - law=Anna's mother-in-law",
        "Anna|NNP|3|nmod:poss|F 's|POS|1|case father|NN|7|nsubj ,|,|3|punct Otto|NNP|3|appos|M"
            + " ,|,|3|punct left|VBD|0 / Her|PRP$|2|nmod:poss father|NN|3|nsubj sang|VBD|0"
            + " > Her=Anna, father=Otto"
      })
  void aPossessorMakesARelativeAnActor(String written, String meant) {
    assertThat(article(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "dad, father",
    "mummy, mother",
    "granny, grandmother",
    "grandpa, grandfather",
    "sister, sister",
    "driver,"
  })
  void relativesHaveOneWordEach(String lemma, String kin) {
    assertThat(Relatives.kin(lemma).orElse(null)).isEqualTo(kin);
  }

  @Test
  void aRelativeIsTheSameWhereverTheOwnerIsAndTakesANameOnceItIsGiven() {
    Relatives relatives = new Relatives();
    Cluster anna = person("Anna", "F");
    Cluster otto = person("Otto", "M");
    Cluster father = relatives.of(anna, "father", "her dad");
    assertThat(relatives.of(anna, "father", "her father")).isSameAs(father);
    assertThat(father.aliases).containsExactly("her dad", "her father");
    assertThat(relatives.only("father")).contains(father);
    relatives.know(anna, "father", otto, "her father");
    assertThat(relatives.who(father)).isSameAs(otto);
    assertThat(relatives.only("father")).contains(otto);
    relatives.of(otto, "father", "his father");
    assertThat(relatives.only("father")).isEmpty();
    relatives.know(otto, "brother", otto, "his brother");
    assertThat(relatives.only("brother")).isEmpty();
  }
}
