package org.polylogue.lexis.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.count.TextCounts.Choice;
import org.polylogue.lexis.count.TextCounts.Cut;
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

class TextCountsTest {

  private static final Choice ALL = new Choice(TokenAttribute.WORD, 1, 1, Set.of());

  private static Map<String, Subcorpus> all() {
    return Map.of("all", Subcorpus.all(index()));
  }

  private static TokenIndex index() {
    TokenIndexBuilder builder = TokenIndex.builder().withLayer(Region.QUOTATION);
    add(
        builder,
        "a1",
        "Herald",
        "2023-01-10",
        "The dam, she said, is a Dam. In 1999 it fell.",
        9,
        16);
    add(builder, "a2", "Times", "2023-02-11", "Growth brings growth and the dam.", 0, 20);
    add(builder, "a3", "Times", "2023-02-12", "!!!", -1, -1);
    return builder.build();
  }

  private static void add(
      TokenIndexBuilder builder,
      String id,
      String outlet,
      String date,
      String text,
      int from,
      int to) {
    List<Region> regions = new ArrayList<>();
    if (from >= 0) {
      regions.add(
          new Region(
              Region.QUOTATION, new Span(from, to), Map.of("speaker", "S" + id, "outlet", "own")));
    }
    builder.add(
        new IndexedText(
            id,
            Map.of("outlet", outlet, "date", date, "article", id),
            new PlainEngine().annotate(Article.of(id, "", text)),
            regions));
  }

  @Test
  void aRowHasTheWordsOfADocument() {
    TextCounts counts = TextCounts.of(all(), Cut.DOCUMENT, ALL);
    assertThat(counts.words())
        .containsExactly(
            "a", "and", "brings", "dam", "fell", "growth", "in", "is", "it", "said", "she", "the");
    assertThat(counts.rows().rows()).isEqualTo(3);
    assertThat(cells(counts, 0)).contains("dam 2", "the 1").doesNotContain("growth 2");
    assertThat(cells(counts, 1)).containsExactly("and 1", "brings 1", "dam 1", "growth 2", "the 1");
    assertThat(cells(counts, 2)).isEmpty();
    assertThat(counts.passage(1).documentId()).isEqualTo("a2");
    assertThat(counts.facts("outlet")).containsExactly("Herald", "Times", "Times");
    assertThat(counts.facts("date.7")).containsExactly("2023-01", "2023-02", "2023-02");
    assertThat(counts.groups("outlet"))
        .isEqualTo(Map.of("Herald", List.of(0), "Times", List.of(1, 2)));
    assertThat(counts.articles()).containsExactly(0, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counts.facts("party"))
        .withMessageContaining("no party is known of these texts, only [article, date, outlet]");
  }

  @Test
  void aRowHasTheWordsOfAQuotationAsFarAsItIsSelected() {
    TextCounts counts = TextCounts.of(all(), Cut.QUOTATION, ALL);
    assertThat(counts.rows().rows()).isEqualTo(2);
    assertThat(counts.facts("speaker")).containsExactly("Sa1", "Sa2");
    assertThat(counts.facts("outlet")).containsExactly("own", "own");
    assertThat(cells(counts, 1)).containsExactly("brings 1", "growth 2");
    assertThat(counts.passage(1).span()).isEqualTo(new Span(0, 20));
    assertThat(counts.beginning(1, 2)).isEqualTo("Growth brings");
    TextCounts outside =
        TextCounts.of(
            Map.of("rest", Subcorpus.of(index(), Slice.SOURCE.negate())), Cut.QUOTATION, ALL);
    assertThat(outside.rows().rows()).isZero();
  }

  @Test
  void wordsOfTooFewOrTooManyTextsAndThoseNamedAreNoColumns() {
    Choice choice = new Choice(TokenAttribute.WORD, 2, 1, Set.of("the"));
    assertThat(TextCounts.of(all(), Cut.DOCUMENT, choice).words()).containsExactly("dam");
    Choice rare = new Choice(TokenAttribute.WORD, 1, 0.4, TextCounts.functionWords());
    assertThat(TextCounts.of(all(), Cut.DOCUMENT, rare).words())
        .containsExactly("brings", "fell", "growth");
  }

  @Test
  void aTextIsARowInEachPartThatHoldsATokenOfIt() {
    TokenIndex index = index();
    Map<String, Subcorpus> parts = new LinkedHashMap<>();
    parts.put("said", Subcorpus.of(index, Slice.SOURCE));
    parts.put("own", Subcorpus.of(index, Slice.SOURCE.negate()));
    TextCounts counts = TextCounts.of(parts, Cut.DOCUMENT, ALL);
    assertThat(counts.facts("slice")).containsExactly("said", "said", "own", "own", "own");
    assertThat(counts.groups("slice")).containsEntry("said", List.of(0, 1));
    assertThat(cells(counts, 1)).containsExactly("brings 1", "growth 2");
    assertThat(cells(counts, 3)).containsExactly("and 1", "dam 1", "the 1");
    assertThat(counts.articles()).containsExactly(0, 1, 0, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextCounts.of(Map.of(), Cut.DOCUMENT, ALL));
  }

  private static List<String> cells(TextCounts counts, int row) {
    List<String> cells = new ArrayList<>();
    for (int cell = counts.rows().start(row); cell < counts.rows().start(row + 1); cell++) {
      cells.add(counts.words().get(counts.rows().column(cell)) + " " + counts.rows().count(cell));
    }
    return cells;
  }
}
