package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Written;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.quotation.internal.ContentFeatures.Candidate;
import org.polylogue.language.AnnotatedText;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * {@link AttributionDecoder} and {@link DocumentReading} with the shipped models, {@link
 * Continuations} with weights of one feature, {@link GradeFeatures}.
 */
class DecodingRulesTest {

  private static final AttributionDecoder DECODER = new AttributionDecoder(models(), 0.3);
  private static final Grader GRADER = grader();

  private static AttributionModels models() {
    try (InputStream in = QuotationFinder.class.getResourceAsStream("attribution.model")) {
      return AttributionModels.read(in, "attribution.model");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Grader grader() {
    try (InputStream in = QuotationFinder.class.getResourceAsStream("grades.model")) {
      return Grader.read(in, "grades.model");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(ParsedText t, int[] part) {
    return t.text.substring(t.charStart[part[0]], t.charEnd[part[1]]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj|PERSON said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp _.|.|2|punct"
            + " > said > that it rained > Ada",
        "It|PRP|2|nsubj rained|VBD|0 _,|,|2|punct Ada|NNP|5|nsubj|PERSON said|VBD|2|parataxis _.|.|2|punct"
            + " > said > It rained > Ada",
        "“|``|3|punct _Why|WRB|3|advmod wait|VB|0 _?|.|3|punct _”|''|3|punct / she|PRP|2|nsubj"
            + " asked|VBD|0|||ask _.|.|2|punct > asked > Why wait?” > she",
        "It|PRP|2|nsubj rained|VBD|0 _.|.|2|punct > - > - > -"
      })
  void aCueHasAContentAndASource(String written, String cue, String content, String source) {
    ParsedText t = Parsed.of(written);
    List<AttributionDecoder.Found> found = DECODER.decode(t, DECODER.cueScores(t));
    assertThat(found).hasSize(cue.equals("-") ? 0 : 1);
    for (AttributionDecoder.Found one : found) {
      assertThat(t.word[one.cue()]).isEqualTo(cue);
      assertThat(one.content())
          .extracting(part -> words(t, part))
          .first()
          .asString()
          .contains(content);
      assertThat(words(t, new int[] {one.source(), one.source()})).isEqualTo(source);
      assertThat(one.confidence()).isBetween(0.3, 1.0);
    }
  }

  @Test
  void aDecoderThatAsksForMoreFindsLess() {
    ParsedText t =
        Parsed.of(
            "Ada|NNP|2|nsubj|PERSON said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp");
    AttributionDecoder sure = new AttributionDecoder(models(), 1);
    assertThat(sure.decode(t, sure.cueScores(t))).isEmpty();
  }

  @Test
  void onlyWordsOfParsedSentencesOfBearableLengthMayBeCues() {
    String clause = "Ada|NNP|2|nsubj|PERSON said|VBD|0";
    ParsedText bearable = Parsed.of(clause + " now|RB|2|advmod".repeat(248));
    ParsedText tooLong = Parsed.of(clause + " now|RB|2|advmod".repeat(249));
    assertThat(DECODER.cueScores(bearable)[1]).isGreaterThan(-20);
    assertThat(DECODER.cueScores(bearable)[0]).isEqualTo(-20);
    assertThat(DECODER.cueScores(tooLong)).containsOnly(-20);
  }

  @Test
  void aNeighbouringSentenceIsACandidateOnlyWhereItIsMarked() {
    String cue = " / she|PRP|2|nsubj asked|VBD|0|||ask _.|.|2|punct";
    ParsedText marked = Parsed.of("“|`` _Why|WRB wait|VB|0 _?|. _”|''" + cue);
    ParsedText plain = Parsed.of("Why|WRB wait|VB|0 _?|." + cue);
    assertThat(before(marked)).isTrue();
    assertThat(before(plain)).isFalse();
  }

  private static boolean before(ParsedText t) {
    int cue = List.of(t.word).indexOf("asked");
    return AttributionDecoder.candidates(models().boundary(), t, cue, new FeatureBuffer()).stream()
        .anyMatch(one -> one.hasBefore() && t.sentenceOf[one.e1()] == 0);
  }

  @Test
  void scoresBecomeProbabilities() {
    double[] p = {0, Math.log(3), -1000};
    AttributionDecoder.softmax(p);
    assertThat(p[0]).isCloseTo(0.25, within(1e-9));
    assertThat(p[1]).isCloseTo(0.75, within(1e-9));
    assertThat(p[2]).isZero();
  }

  @Test
  void aCandidateHasTheSpansOfItsSides() {
    ParsedText t = Parsed.of("One two three four");
    assertThat(AttributionDecoder.spans(t, new Candidate(0, 1, 3, 3, 0, 0)))
        .containsExactly(new Span(0, 7), new Span(14, 18));
    assertThat(AttributionDecoder.spans(t, new Candidate(-1, -1, 3, 3, 0, 0)))
        .containsExactly(new Span(14, 18));
  }

  private static WeightTable weights(float forward, float backward) {
    FeatureBuffer f = new FeatureBuffer();
    f.add(4000 + ContinuationFeatures.BIAS);
    f.add(4100 + ContinuationFeatures.BIAS);
    int[] keys = Arrays.copyOf(f.keys, 2);
    boolean swapped = keys[0] > keys[1];
    Arrays.sort(keys);
    return new WeightTable(
        keys, swapped ? new float[] {backward, forward} : new float[] {forward, backward});
  }

  private static List<String> parts(ParsedText t, Continuations.Grown grown) {
    return grown.parts().stream().map(part -> words(t, part)).toList();
  }

  @Test
  void aContentGoesOnWhereItsMarksDo() {
    ParsedText t =
        Parsed.of("It rains / “ _We wait _. / We stay _. / We go _” , Ada said|VBD|0 / “ _Why _?");
    int said = List.of(t.word).indexOf("said");
    int go = List.of(t.word).indexOf("go");
    Continuations none = new Continuations(weights(0, 0), t, new float[t.size]);
    assertThat(parts(t, none.grow(said, new Candidate(go - 1, go, -1, -1, 0, 0))))
        .containsExactly("“We wait.", "We stay.", "We go");
    Continuations on = new Continuations(weights(1, 0), t, new float[t.size]);
    assertThat(parts(t, on.grow(said, new Candidate(go - 1, go, -1, -1, 0, 0))))
        .containsExactly("“We wait.", "We stay.", "We go", "“Why?");
  }

  @ParameterizedTest
  @CsvSource({"2, 1, true, false", "1, 2, false, true", "1, 1, false, true"})
  void aSentenceBetweenTwoCuesGoesToTheSurerOne(
      float forward, float backward, boolean first, boolean second) {
    ParsedText t = Parsed.of("Ada said it rains / Trams stop / It snows said Bo");
    Continuations continuations =
        new Continuations(weights(forward, backward), t, new float[t.size]);
    Continuations.Grown one = continuations.grow(1, new Candidate(-1, -1, 2, 3, 0, 0));
    Continuations.Grown other = continuations.grow(8, new Candidate(6, 7, -1, -1, 0, 0));
    assertThat(parts(t, one)).contains("Trams stop");
    Continuations.share(List.of(one, other));
    assertThat(parts(t, one).contains("Trams stop")).isEqualTo(first);
    assertThat(parts(t, other).contains("Trams stop")).isEqualTo(second);
    assertThat(parts(t, one)).doesNotContain("It snows");
  }

  @Test
  void theBestCueOfASentenceStandsOutsideOfMarks() {
    ParsedText t = Parsed.of("Ada said “ _we say _” so / it rains");
    float[] cues = new float[t.size];
    Arrays.fill(cues, -3);
    cues[1] = 1;
    cues[4] = 5;
    assertThat(Continuations.bestCue(t, cues, 0)).isEqualTo(1);
    assertThat(Continuations.bestCue(t, cues, 1)).isEqualTo(-3);
  }

  private static FeatureBuffer grade(String written, boolean comment) {
    ParsedText t = Parsed.of(written);
    int cue = IntStream.range(0, t.size).filter(i -> t.head[i] < 0).findFirst().orElseThrow();
    int begin =
        IntStream.range(0, t.size)
            .filter(i -> t.relation[i].equals("begin"))
            .findFirst()
            .orElse(cue + 1);
    FeatureBuffer f = new FeatureBuffer();
    GradeFeatures.extract(t, cue, -1, List.of(new int[] {begin, t.size - 1}), comment, 0, f);
    return f;
  }

  private static boolean has(FeatureBuffer features, FeatureBuffer one) {
    return Arrays.stream(features.keys, 0, features.size).anyMatch(key -> key == one.keys[0]);
  }

  private static FeatureBuffer feature(int template, int value) {
    FeatureBuffer one = new FeatureBuffer();
    one.add(7000 + template, value);
    return one;
  }

  private static FeatureBuffer feature(int template, int value, int register) {
    FeatureBuffer one = new FeatureBuffer();
    one.add(7000 + template, value, register);
    return one;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "I|PRP|2|nsubj said|VBD|0 it rains > 1",
        "you|PRP|2|nsubj said|VBD|0 it rains > 2",
        "this|DT|2|nsubj said|VBD|0 it rains > 3",
        "people|NNS|2|nsubj said|VBD|0 it rains > 4",
        "she|PRP|2|nsubj said|VBD|0 it rains > 5",
        "which|WDT|2|nsubj said|VBD|0 it rains > 6",
        "Ada|NNP|2|nsubj|PERSON said|VBD|0 it rains > 7",
        "nobody|NN|2|nsubj said|VBD|0 it rains > 8",
        "said|VBD|0 it rains > 0"
      })
  void aGradeDependsOnWhoTheSubjectIs(String written, int subject) {
    assertThat(has(grade(written, false), feature(GradeFeatures.SUBJECT, subject))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Say|VB|0 it rains > 1 > 0",
        "Ada|NNP|2|nsubj say|VBP|0 it rains > 0 > 0",
        "to|TO|2|mark say|VB|0 it rains > 0 > 0",
        "do|VBP|2|aux||do say|VB|0 it rains > 1 > 0",
        "will|MD|2|aux say|VB|0 it rains > 0 > 0",
        "said|VBD|0 it rains > 0 > 0",
        "said|VBD|0 it rains ? > 0 > 1"
      })
  void aGradeDependsOnCommandsAndQuestions(String written, int command, int question) {
    for (boolean comment : new boolean[] {false, true}) {
      int register = comment ? 1 : 0;
      FeatureBuffer f = grade(written, comment);
      assertThat(has(f, feature(GradeFeatures.COMMAND, command, register))).isTrue();
      assertThat(has(f, feature(GradeFeatures.QUESTION, question, register))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|3|nsubj might|MD|3|aux say|VB|0 it rains > might > - > 0 > 2",
        "if|IN|3|mark Ada|NNP|3|nsubj said|VBD|0 it rains > - > if > 0 > 16",
        "Ada|NNP|2|nsubj said|VBD|0 “ _it rains _” > - > - > 2 > 0",
        "Ada|NNP|2|nsubj said|VBD|0 it “ _rains _” > - > - > 1 > 0",
        "Ada|NNP|4|nsubj did|VBD|4|aux not|RB|4|advmod say|VB|0 it rains > - > - > 0 > 1"
      })
  void aGradeDependsOnModalsMarkersMarksAndDenial(
      String written, String modal, String marker, int marks, int plain) {
    FeatureBuffer f = grade(written, false);
    int modalHash = modal.equals("-") ? 0 : modal.hashCode();
    int markerHash = marker.equals("-") ? 0 : marker.hashCode();
    assertThat(has(f, feature(GradeFeatures.MODAL, modalHash))).isTrue();
    assertThat(has(f, feature(GradeFeatures.CLAUSE_MARKER, markerHash))).isTrue();
    assertThat(has(f, feature(GradeFeatures.MARKS, marks))).isTrue();
    assertThat(has(f, feature(GradeFeatures.PLAIN, plain, 0))).isTrue();
  }

  @Test
  void templatesOfOneGradeAreApartFromThoseOfAnother() {
    ParsedText t = Parsed.of("Ada|NNP|2|nsubj|PERSON said|VBD|0 it rains");
    FeatureBuffer one = new FeatureBuffer();
    FeatureBuffer other = new FeatureBuffer();
    GradeFeatures.extract(t, 1, 0, List.of(new int[] {2, 3}), false, 0, one);
    GradeFeatures.extract(t, 1, 0, List.of(new int[] {2, 3}), false, 1, other);
    assertThat(Arrays.copyOf(other.keys, other.size))
        .doesNotContain(Arrays.copyOf(one.keys, one.size));
  }

  private static List<Quotation> read(String written, boolean comment, OptionalDouble minimum) {
    AnnotatedText text = Written.of(written);
    Document document = comment ? Comment.of("c", text.text()) : Article.of("a", "", text.text());
    ParsedText t = ParsedText.of(text, document.blocks());
    return new DocumentReading(t, document, Cast.of(t), DECODER, GRADER, null, minimum)
        .quotations();
  }

  private static final String NESTED =
      "Ada|NNP|||PERSON _:|: Bo|NNP|4|nsubj|PERSON said|VBD|0 that|IN|7|mark it|PRP|7|nsubj"
          + " rains|VBZ|4|ccomp _.|.|4|punct // Cy|NNP|||PERSON _:|: It|PRP snows|VBZ|0 _.|.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj|PERSON said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp _.|.|2|punct"
            + " > INDIRECT > that it rained > Ada",
        "“|``|3|punct _It|PRP|3|nsubj rains|VBZ|7|ccomp _,|,|7|punct _”|''|7|punct Ada|NNP|7|nsubj|PERSON"
            + " said|VBD|0 _.|.|7|punct > DIRECT > “It rains,” > Ada",
        "Ada|NNP|2|nsubj|PERSON said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp and|CC|7|cc"
            + " announced|VBD|5|conj||announce more|JJR|7|obj _.|.|2|punct > INDIRECT >"
            + " that it rained > Ada",
        "Nobody|NN|2|nsubj said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp _.|.|2|punct"
            + " > - > - > -",
        "Ada|NNP|2|nsubj|PERSON said|VBD|0 so|RB|2|advmod _.|.|2|punct > - > - > -",
        "the|DT|4|det so-called|JJ|4|amod “|``|4|punct _reform|NN|6|nsubj _”|''|4|punct failed|VBD|0"
            + " _.|.|6|punct > - > - > -"
      })
  void aDocumentIsReadWithModelsAndRules(
      String written, String kind, String content, String speaker) {
    List<Quotation> found = read(written, false, OptionalDouble.empty());
    String text = Written.of(written).text();
    assertThat(found).hasSize(kind.equals("-") ? 0 : 1);
    for (Quotation one : found) {
      assertThat(one.kind().name()).isEqualTo(kind);
      assertThat(one.extent().of(text)).isEqualTo(content);
      assertThat(one.speaker().label()).isEqualTo(speaker);
    }
  }

  @Test
  void aQuotationInAnotherOneKnowsIt() {
    List<Quotation> found = read(NESTED, false, OptionalDouble.empty());
    assertThat(found).extracting(one -> one.speaker().label()).containsExactly("Ada", "Bo", "Cy");
    assertThat(found.get(1).parent()).hasValue(0);
    assertThat(found.get(0).parent()).isEmpty();
    assertThat(found.get(2).parent()).isEmpty();
  }

  @Test
  void iInAQuotationIsWhoSpeaksThereAndElsewhereTheWriter() {
    String inner = NESTED.replace("Bo|NNP|4|nsubj|PERSON", "I|PRP|4|nsubj");
    assertThat(read(inner, false, OptionalDouble.empty()))
        .extracting(one -> one.speaker().label())
        .containsExactly("Ada", "Ada", "Cy");
    String own =
        "I|PRP|2|nsubj said|VBD|0 that|IN|5|mark it|PRP|5|nsubj rained|VBD|2|ccomp _.|.|2|punct";
    assertThat(read(own, true, OptionalDouble.empty()))
        .extracting(Quotation::speaker)
        .containsExactly(new Speaker.DocumentAuthor());
  }

  @Test
  void whatIsLessSureThanAskedIsLeftOut() {
    assertThat(read(NESTED, false, OptionalDouble.of(1))).isEmpty();
    assertThat(read(NESTED, false, OptionalDouble.of(0.79))).hasSize(3);
    assertThat(read(NESTED, false, OptionalDouble.of(0.85))).hasSize(1);
  }
}
