package org.polylogue.lexis.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;

class SpooledMatrixTest {

  @TempDir private Path folder;

  private static List<IndexedText> texts(int count) {
    Random random = new Random(3);
    List<IndexedText> texts = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      StringBuilder text = new StringBuilder("Begin. ");
      for (int i = 0; i < 30; i++) {
        text.append('w').append((char) ('a' + random.nextInt(20)));
        text.append(random.nextInt(8) == 0 ? ". " : " ");
      }
      String words = text.substring(7, 40);
      texts.add(
          new IndexedText(
              "d" + d,
              Map.of("outlet", "o" + random.nextInt(3), "date", "2023-0" + (1 + d % 4) + "-10"),
              Corpora.annotated(text.toString()),
              List.of(
                  Corpora.said(
                      text.toString(), words, Map.of("speaker", "s" + random.nextInt(7))))));
    }
    return texts;
  }

  private static TokenIndex index(List<IndexedText> texts) {
    TokenIndexBuilder builder = TokenIndex.builder().withLayer(Region.QUOTATION);
    return builder.addAll(texts).build();
  }

  private static Map<String, Subcorpus> slices(TokenIndex index) {
    Map<String, Subcorpus> slices = new LinkedHashMap<>();
    slices.put("said", Subcorpus.of(index, Slice.SOURCE));
    slices.put("own", Subcorpus.of(index, Slice.SOURCE.negate()));
    return slices;
  }

  private static String written(FeatureMatrix matrix) throws IOException {
    StringWriter out = new StringWriter();
    for (int row = 0; row < matrix.counts().rows(); row++) {
      out.append(matrix.unit(row) + " " + matrix.counts().total(row) + "\n");
    }
    out.append(matrix.features().toString());
    matrix.writeMatrixMarket(out, true);
    return out.toString();
  }

  private static String written(SpooledMatrix matrix) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter cells = new StringWriter();
    matrix.write(cells, true, (row, unit, total) -> out.append(unit + " " + total + "\n"));
    return out.append(matrix.features().toString()).append(cells.toString()).toString();
  }

  // more parts than are open at once
  @ParameterizedTest
  @ValueSource(strings = {"document", "quotation", "speaker", "outlet,date.7"})
  void aMatrixOfPartsIsThatOfTheWhole(String units) throws IOException {
    List<IndexedText> texts = texts(150);
    TextUnits rows = TextUnits.parse(units);
    Features features = Features.words().sequences(1, 2);
    FeatureMatrix whole = FeatureMatrix.of(slices(index(texts)), rows, features).trimmed(2, 2, 0.9);
    try (SpooledMatrix spooled = SpooledMatrix.of(rows, features, folder.resolve("m"))) {
      for (IndexedText text : texts) {
        spooled.add(slices(index(List.of(text))));
      }
      spooled.finish(2, 2, 0.9);
      assertThat(written(spooled)).isEqualTo(written(whole));
      assertThat(spooled.facts()).isEqualTo(whole.facts());
      assertThat(spooled.rows()).isEqualTo(whole.counts().rows());
      assertThat(spooled.total(0)).isEqualTo(whole.total(0));
      assertThat(spooled.range(0)).isEqualTo(whole.range(0));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void categoriesStayInTheirOrder() throws IOException {
    Dictionary dictionary =
        new Dictionary(
            List.of(
                new Dictionary.Category("z", List.of(new Dictionary.Entry(List.of("wb"), 1))),
                new Dictionary.Category("a", List.of())),
            List.of());
    TokenIndex index = index(texts(5));
    try (SpooledMatrix spooled =
        SpooledMatrix.of(
            TextUnits.documents(), TokenAttribute.WORD, dictionary, folder.resolve("m"))) {
      spooled.add(slices(index));
      spooled.finish(1, 1, 1);
      assertThat(written(spooled))
          .isEqualTo(
              written(
                  FeatureMatrix.of(
                      slices(index), TextUnits.documents(), TokenAttribute.WORD, dictionary)));
    }
  }

  @Test
  void aFactIsMissingIfNoPartKnowsIt() throws IOException {
    List<IndexedText> texts =
        List.of(
            IndexedText.of("a", Corpora.annotated("one two")),
            new IndexedText("b", Map.of("party", "P"), Corpora.annotated("three"), List.of()));
    for (String fact : List.of("party", "colour")) {
      try (SpooledMatrix spooled =
          SpooledMatrix.of(TextUnits.parse(fact), Features.words(), folder.resolve(fact))) {
        for (IndexedText text : texts) {
          spooled.add(Map.of("all", Subcorpus.all(index(List.of(text)))));
        }
        if (fact.equals("party")) {
          spooled.finish(1, 1, 1);
          assertThat(spooled.features()).containsExactly("three");
        } else {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> spooled.finish(1, 1, 1))
              .withMessage("no colour is known of these texts, only [party]");
        }
      }
    }
  }
}
