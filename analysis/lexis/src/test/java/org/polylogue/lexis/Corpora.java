package org.polylogue.lexis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polylogue.language.AnnotatedText;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

/** Small corpora for tests. */
public final class Corpora {

  private Corpora() {}

  /** One document for each text, with ids d0, d1 and so on. */
  public static TokenIndex of(String... texts) {
    TokenIndexBuilder builder = TokenIndex.builder();
    for (int i = 0; i < texts.length; i++) {
      builder.add(IndexedText.of("d" + i, annotated(texts[i])));
    }
    return builder.build();
  }

  public static AnnotatedText annotated(String text) {
    return new PlainEngine().annotate(Article.of("x", "", text));
  }

  /** A quotation region around the first occurrence of some words. */
  public static Region said(String text, String words, Map<String, String> facts) {
    return region(Region.QUOTATION, text, words, facts);
  }

  public static Region region(String layer, String text, String words, Map<String, String> facts) {
    int at = text.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException(words);
    }
    return new Region(layer, new Span(at, at + words.length()), facts);
  }

  /** Two articles with quotations by three speakers, and two comments. */
  public static TokenIndex voices() {
    String first =
        "Dessen spoke. We will build the dam, he said. The dam is unsafe, Quist replied.";
    String second = "Roswyn disagreed. The treaty is a gift, she said. Nobody asked about the dam.";
    List<IndexedText> texts = new ArrayList<>();
    texts.add(
        new IndexedText(
            "a1",
            Map.of("kind", "article", "outlet", "Harbour Times", "date", "2023-01-10"),
            annotated(first),
            List.of(
                said(
                    first,
                    "We will build the dam",
                    Map.of("actor", "p1", "speaker", "Ilmar Dessen", "party", "Concord")),
                said(
                    first,
                    "The dam is unsafe",
                    Map.of("actor", "p2", "speaker", "Anders Quist", "party", "Opposition")),
                region(
                    Region.MENTION, first, "Dessen", Map.of("actor", "p1", "name", "Ilmar Dessen")),
                region(
                    Region.MENTION,
                    first,
                    "Quist",
                    Map.of("actor", "p2", "name", "Anders Quist")))));
    texts.add(
        new IndexedText(
            "a2",
            Map.of("kind", "article", "outlet", "The Herald", "date", "2023-03-05"),
            annotated(second),
            List.of(
                said(
                    second,
                    "The treaty is a gift",
                    Map.of("actor", "p3", "speaker", "Adela Roswyn", "party", "Concord")))));
    texts.add(
        new IndexedText(
            "a1#c1",
            Map.of("kind", "comment", "depth", "1", "score", "7", "stance", "AGAINST"),
            annotated("The dam must go."),
            List.of()));
    texts.add(
        new IndexedText(
            "a1#c2",
            Map.of("kind", "comment", "depth", "2", "score", "-3", "stance", "FAVOR"),
            annotated("No, build it!"),
            List.of()));
    return TokenIndex.builder().withLayer(Region.QUOTATION).addAll(texts).build();
  }
}
