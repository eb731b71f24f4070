package org.polylogue.discourse.entity.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.language.Sentence;

/** {@link PostFeatures}, {@link PostHints}. */
class PostFeaturesTest {

  private static FeatureVector first(String written) {
    return new PostFeatures(Written.of(written)).of(0).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Kern; w=kern",
        "@anna left; w=@",
        "#Oslo rocks; w=oslo",
        "https://x.example/a now; w=http",
        "2016 now; w=0000",
        "McKern2 left; s=XxXxxd",
        "AAAAA left; s=XX",
        "Kern left; w+1=left",
        "Kern; w+1=$",
        "Kern; w-1=^",
        "Kern LEFT OSLO; sc=Xxx all",
        "kern left; sc=xx none",
        "Kern left it all; sc=Xxx some",
        "Kern|NNP|||PERSON Orton|NNP|||PERSON left; nn+1=BP IP",
        "Kern|NNP left|VBD; tt+1=NNP VBD",
        "Anna left; givenU",
        "anna left; givenl",
        "mayor Kern; titlel",
        "Norway wins; countryU",
        "Oslo wins; capitalU",
        "Danes win; peopleU",
        "the Danes; people+1U",
        "ministry says; bodyl",
        "Kern left; bk",
        "Kern left; eern",
        "Kern left; p=first Xxx"
      })
  void aTokenIsDescribedByItsWordShapeNeighboursAndLists(String written, String feature) {
    assertThat(first(written).value(feature)).isEqualTo(1);
    assertThat(new PostFeatures(Written.of("xyz Abc d3 efg")).of(0).get(2).value(feature)).isZero();
  }

  @Test
  void theTagBeforeIsAFeatureOfItsOwn() {
    assertThat(PostFeatures.transition("B-person")).isNotEqualTo(PostFeatures.transition("O"));
  }

  private static FeatureVector hint(String written, int token, List<String> wellKnown) {
    Sentence sentence = Written.sentence(written);
    String[] engine = new String[sentence.size()];
    Arrays.fill(engine, "O");
    engine[token] = "BP";
    FeatureVector features = new FeatureVector();
    new PostHints(sentence, engine).mark(token, wellKnown, features);
    return features;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Anna|NNP left; 0; g=GIVEN1",
        "Anna|NNP left; 0; gs=GIVEN1U",
        "Anna|NNP left; 0; gt=GIVEN1NNP",
        "Anna|NNP left; 0; gn=GIVEN1BP",
        "ANNA|NNP left; 0; gs=GIVEN1A",
        "anna|NN left; 0; gs=GIVEN1l",
        "so Anna|NNP left; 0; g+1=GIVEN1lU",
        "Anna|NNP left; 1; g-1=GIVEN1Ul",
        "the house; 1; d=1l",
        "the House; 1; d=1U",
        "the zzqxv; 1; d=5l",
        "the !!; 1; d=0p",
        "the 2016; 1; d=0d",
        "soooo good; 0; d=1l",
        "the zzqxv; 1; f=-1",
        "zzqxv now; 0; v-14=^",
        "zzqxv now; 1; v+14=$",
        "zzqxv now; 0; v4=?"
      })
  void aTokenIsDescribedByListsTheDictionaryAndClasses(String written, int token, String feature) {
    assertThat(hint(written, token, List.of()).value(feature)).isEqualTo(1);
    double everyday = hint("is it so", 1, List.of()).value(feature);
    double unknown = hint("is Qqzxy so", 1, List.of()).value(feature);
    assertThat(everyday + unknown).isLessThan(2);
  }

  @Test
  void aWellKnownNameIsToldFromAnEverydayWord() {
    assertThat(hint("the House", 1, List.of("person1")).value("kd=person11U")).isEqualTo(1);
    assertThat(hint("the Zzqxv", 1, List.of("person1")).value("kd=person15U")).isEqualTo(1);
  }
}
