package org.polylogue.lexis.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

class FeatureMatrixTest {

  private static final String FIRST = "The dam, Ann said, is a Dam. Bo says the old dam fell down.";

  private static TokenIndex index() {
    TokenIndexBuilder builder = TokenIndex.builder().withLayer(Region.QUOTATION);
    builder.add(
        text(
            "a1",
            Map.of("outlet", "Herald", "date", "2023-01-10"),
            FIRST,
            List.of(
                region(FIRST, "is a Dam", Map.of("speaker", "Ann")),
                region(FIRST, "the old dam fell down", Map.of("speaker", "Bo")),
                region(FIRST, "old dam", Map.of("speaker", "Cy")))));
    builder.add(
        text(
            "a2",
            Map.of("outlet", "Times", "date", "2023-02-11"),
            "An old dam is a dam.",
            List.of(new Region(Region.QUOTATION, new Span(0, 19), Map.of("speaker", "Ann")))));
    builder.add(text("a3", Map.of("outlet", "Times", "date", "2023-02-12"), "!!!", List.of()));
    return builder.build();
  }

  private static Region region(String text, String words, Map<String, String> facts) {
    int at = text.indexOf(words);
    return new Region(Region.QUOTATION, new Span(at, at + words.length()), facts);
  }

  private static IndexedText text(
      String id, Map<String, String> facts, String text, List<Region> regions) {
    return new IndexedText(
        id, facts, new PlainEngine().annotate(Article.of(id, "", text)), regions);
  }

  private static FeatureMatrix matrix(TextUnits units, Features features) {
    return FeatureMatrix.of(Subcorpus.all(index()), units, features);
  }

  private static String row(FeatureMatrix matrix, int row) {
    List<String> cells = new ArrayList<>();
    for (int i = matrix.counts().start(row); i < matrix.counts().start(row + 1); i++) {
      cells.add(matrix.features().get(matrix.counts().column(i)) + " " + matrix.counts().count(i));
    }
    return matrix.name(row) + ": " + String.join(", ", cells);
  }

  private static List<String> rows(FeatureMatrix matrix) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < matrix.counts().rows(); row++) {
      rows.add(row(matrix, row));
    }
    return rows;
  }

  @Test
  void aDocumentIsARowIfItHasAWord() {
    FeatureMatrix matrix = matrix(TextUnits.documents(), Features.words());
    assertThat(rows(matrix))
        .containsExactly(
            "a1: a 1, ann 1, bo 1, dam 3, down 1, fell 1, is 1, old 1, said 1, says 1, the 2",
            "a2: a 1, an 1, dam 2, is 1, old 1");
    assertThat(matrix.unit(0).facts())
        .isEqualTo(Map.of("document", "a1", "outlet", "Herald", "date", "2023-01-10"));
  }

  @Test
  void wordsOfAQuotationInsideAnotherAreItsOwn() {
    assertThat(rows(matrix(TextUnits.quotations(), Features.words())))
        .containsExactly(
            "a1@19-27: a 1, dam 1, is 1",
            "a1@37-58: down 1, fell 1, the 1",
            "a1@41-48: dam 1, old 1",
            "a2@0-19: a 1, an 1, dam 2, is 1, old 1");
  }

  @Test
  void unitsShareFactsOfSpeakersAndOfDocuments() {
    assertThat(rows(matrix(TextUnits.parse("speaker"), Features.words())))
        .containsExactly(
            "Ann: a 2, an 1, dam 3, is 2, old 1", "Bo: down 1, fell 1, the 1", "Cy: dam 1, old 1");
    assertThat(rows(matrix(TextUnits.parse("speaker, date.7"), Features.words())))
        .hasSize(4)
        .contains("Ann | 2023-01: a 1, dam 1, is 1");
    FeatureMatrix outlets = matrix(TextUnits.parse("outlet"), Features.words());
    assertThat(outlets.name(0) + outlets.name(1)).isEqualTo("HeraldTimes");
    assertThat(outlets.passage(0)).isEmpty();
    assertThat(outlets.beginning(0, 5)).isEmpty();
    FeatureMatrix months = matrix(TextUnits.parse("outlet,date.7"), Features.words());
    assertThat(months.facts("outlet")).containsExactly("Herald", "Times");
    assertThat(months.facts("date.4")).containsExactly("2023", "2023");
    assertThat(months.articles()).containsExactly(0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> months.facts("speaker"))
        .withMessage("no speaker is known of these texts, only [date.7, outlet]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix(TextUnits.parse("party"), Features.words()))
        .withMessageContaining("no party is known of these texts, only [date, outlet, speaker]");
  }

  @Test
  void onlySelectedWordsCount() {
    FeatureMatrix author =
        FeatureMatrix.of(
            Subcorpus.of(index(), Slice.SOURCE.negate()), TextUnits.documents(), Features.words());
    assertThat(rows(author)).containsExactly("a1: ann 1, bo 1, dam 1, said 1, says 1, the 1");
  }

  @Test
  void factsOfAUnitGroupItAndPointAtItsArticle() {
    FeatureMatrix matrix = matrix(TextUnits.quotations(), Features.words());
    assertThat(matrix.facts("speaker")).containsExactly("Ann", "Bo", "Cy", "Ann");
    assertThat(matrix.facts("date.7")).containsExactly("2023-01", "2023-01", "2023-01", "2023-02");
    assertThat(matrix.facts("slice")).containsOnly("all");
    assertThat(matrix.groups("speaker"))
        .isEqualTo(Map.of("Ann", List.of(0, 3), "Bo", List.of(1), "Cy", List.of(2)));
    assertThat(matrix.articles()).containsExactly(0, 0, 0, 1);
    assertThat(matrix.passage(3).orElseThrow().span()).isEqualTo(new Span(0, 19));
    assertThat(matrix.beginning(3, 2)).isEqualTo("An old");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix.facts("party"))
        .withMessage("no party is known of these texts, only [date, document, outlet, speaker]");
  }

  @Test
  void aUnitIsARowInEachPartOfTheCorpusThatHoldsAWordOfIt() {
    TokenIndex index = index();
    Map<String, Subcorpus> parts = new LinkedHashMap<>();
    parts.put("said", Subcorpus.of(index, Slice.SOURCE));
    parts.put("own", Subcorpus.of(index, Slice.SOURCE.negate()));
    FeatureMatrix matrix = FeatureMatrix.of(parts, TextUnits.documents(), Features.words());
    assertThat(rows(matrix))
        .containsExactly(
            "a1: a 1, dam 2, down 1, fell 1, is 1, old 1, the 1",
            "a2: a 1, an 1, dam 2, is 1, old 1",
            "a1: ann 1, bo 1, dam 1, said 1, says 1, the 1");
    assertThat(matrix.facts("slice")).containsExactly("said", "said", "own");
    assertThat(matrix.unit(2).name()).isEqualTo("own | a1");
    assertThat(matrix.unit(2).facts()).containsEntry("slice", "own");
    assertThat(matrix.articles()).containsExactly(0, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureMatrix.of(Map.of(), TextUnits.documents(), Features.words()));
  }

  @Test
  void functionWordsAndWordsWithoutALetterCanBeLeftOut() {
    TokenIndex index = Corpora.of("In 1999 the dam fell, 2 said.");
    Features features = Features.words().without(Features.functionWords()).withoutNumbers();
    assertThat(FeatureMatrix.of(Subcorpus.all(index), TextUnits.documents(), features).features())
        .containsExactly("dam", "fell");
  }

  @Test
  void sequencesBreakAtPunctuationAndAtWordsThatAreLeftOut() {
    Features pairs = Features.words().sequences(2, 2);
    assertThat(rows(matrix(TextUnits.documents(), pairs)).get(0))
        .isEqualTo(
            "a1: a dam 1, ann said 1, bo says 1, dam fell 1, fell down 1, is a 1, old dam 1, says"
                + " the 1, the dam 1, the old 1");
    assertThat(rows(matrix(TextUnits.documents(), pairs.without(Set.of("a", "the")))).get(0))
        .isEqualTo("a1: ann said 1, bo says 1, dam fell 1, fell down 1, old dam 1");
    assertThat(row(matrix(TextUnits.documents(), Features.words().sequences(1, 3)), 1))
        .isEqualTo(
            "a2: a 1, a dam 1, an 1, an old 1, an old dam 1, dam 2, dam is 1, dam is a 1, is 1, is a"
                + " 1, is a dam 1, old 1, old dam 1, old dam is 1");
  }

  @Test
  void anExpressionCountsAsOneWordTheLongestFirst() {
    Features features =
        Features.words().with(List.of(List.of("old", "dam"), List.of("Old", "dam", "is")));
    assertThat(row(matrix(TextUnits.documents(), features), 1))
        .isEqualTo("a2: a 1, an 1, dam 1, old dam is 1");
    // the pair and the expression of two words are one feature
    assertThat(row(matrix(TextUnits.documents(), features.sequences(1, 2)), 0))
        .contains("old dam 1", "the old dam 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Features.words().with(List.of(List.of("dam"))));
  }

  @Test
  void categoriesOfADictionaryMayBeTheColumns() {
    Dictionary dictionary =
        new Dictionary(
            List.of(
                new Dictionary.Category("water", List.of(new Dictionary.Entry(List.of("d?m"), 1))),
                new Dictionary.Category(
                    "age", List.of(new Dictionary.Entry(List.of("old", "dam"), 1))),
                new Dictionary.Category("none", List.of())),
            List.of());
    FeatureMatrix matrix =
        FeatureMatrix.of(
            Map.of("all", Subcorpus.all(index())),
            TextUnits.documents(),
            TokenAttribute.WORD,
            dictionary);
    assertThat(matrix.features()).containsExactly("water", "age", "none");
    assertThat(rows(matrix)).containsExactly("a1: water 3, age 1", "a2: water 2, age 1");
  }

  @Test
  void rareAndCommonFeaturesAreTrimmedAndRowsStay() {
    FeatureMatrix matrix = matrix(TextUnits.documents(), Features.words());
    assertThat(rows(matrix.trimmed(2, 1, 1)))
        .containsExactly("a1: a 1, dam 3, is 1, old 1, the 2", "a2: a 1, dam 2, is 1, old 1");
    assertThat(matrix.trimmed(1, 2, 1).features()).containsExactly("a", "dam", "is", "old");
    assertThat(rows(matrix.trimmed(2, 1, 0.5))).containsExactly("a1: the 2", "a2: ");
  }

  @Test
  void weightsAreThoseOfQuantedasExample() throws IOException {
    // Manning, Raghavan and Schütze 2008: idf is log10(N / df)
    FeatureMatrix matrix = matrix(TextUnits.documents(), Features.words());
    int the = matrix.features().indexOf("the");
    for (int cell = 0; cell < matrix.counts().start(1); cell++) {
      boolean own = matrix.counts().column(cell) == the;
      if (own) {
        assertThat(matrix.tfIdf(cell)).isCloseTo(2 * Math.log10(2), within(1e-12));
      }
    }
    StringWriter out = new StringWriter();
    matrix.trimmed(2, 1, 0.5).writeMatrixMarket(out, true);
    assertThat(out.toString())
        .isEqualTo("%%MatrixMarket matrix coordinate real general\n2 1 1\n1 1 0.602060\n");
    out = new StringWriter();
    matrix.trimmed(2, 2, 1).writeMatrixMarket(out, false);
    assertThat(out.toString())
        .isEqualTo(
            "%%MatrixMarket matrix coordinate real general\n2 4 8\n1 1 1\n1 2 3\n1 3 1\n1 4 1\n"
                + "2 1 1\n2 2 2\n2 3 1\n2 4 1\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAreThoseOfAPlainLoop(long seed) {
    Random random = new Random(seed);
    TokenIndexBuilder builder = TokenIndex.builder();
    Map<String, Integer> expected = new HashMap<>();
    for (int d = 0; d < 20; d++) {
      StringBuilder text = new StringBuilder();
      String before = null;
      for (int i = 0; i < 200; i++) {
        String word = "w" + (char) ('a' + random.nextInt(6));
        text.append(word);
        expected.merge("d" + d + "/" + word, 1, Integer::sum);
        if (before != null) {
          expected.merge("d" + d + "/" + before + " " + word, 1, Integer::sum);
        }
        boolean comma = random.nextInt(5) == 0;
        text.append(comma ? ", " : " ");
        before = comma ? null : word;
      }
      builder.add(text("d" + d, Map.of(), text.toString(), List.of()));
    }
    FeatureMatrix matrix =
        FeatureMatrix.of(
            Subcorpus.all(builder.build()),
            TextUnits.documents(),
            Features.by(TokenAttribute.WORD).sequences(1, 2));
    Map<String, Integer> found = new HashMap<>();
    for (int row = 0; row < 20; row++) {
      for (int i = matrix.counts().start(row); i < matrix.counts().start(row + 1); i++) {
        found.put(
            matrix.name(row) + "/" + matrix.features().get(matrix.counts().column(i)),
            matrix.counts().count(i));
      }
    }
    assertThat(found).isEqualTo(expected);
  }
}
