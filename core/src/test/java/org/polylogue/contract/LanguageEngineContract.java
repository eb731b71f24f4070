package org.polylogue.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/** What every {@link LanguageEngine} keeps; an engine's test extends it. */
public abstract class LanguageEngineContract {

  private static final String NEWS =
      "President Maria Ostrova said on Monday that the bridge won't open (yet).\n"
          + "“We aren’t ready”, she told reporters in Lowmark. The Lowmark Herald disagreed!\n"
          + "Critics — among them John O'Dell — were angry… Costs rose to £3½m.";

  /** The engine under test, always the same. */
  protected abstract LanguageEngine engine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t\n",
        "\u0000\u0001\u0007\u001b",
        "\uFEFF\u200B\u200D",
        "😀😀 👩‍👩‍👧‍👦 🇰🇿",
        "a\u0000b c\u0007d",
        "\uD835\uDC00bold \uD83D lone surrogate \uDE00.",
        "\u202Eright to left\u202C (unbalanced [brackets {here",
        "<script>alert('x')</script> &amp; <b>bold</b>",
        "WHY ARE THEY ALL SHOUTING wassat :-) http://example.org/a?b=c @name #tag",
        "New\u00ADYork don't gonna cannot 1,000.50 11:43 3½ £5 A. B. C.",
        "Привет мир. 你好，世界。 مرحبا"
      })
  void offsetsOfAnyTextAreExactAndInOrder(String text) {
    check(Comment.of("c", text));
  }

  @Test
  void offsetsOfRunningTextAreExactAndInOrder() {
    check(Article.of("a", "", NEWS));
  }

  @Test
  void everyPrefixAndSuffixIsAnnotated() {
    for (int i = 0; i <= NEWS.length(); i += 7) {
      check(Comment.of("prefix", NEWS.substring(0, i)));
      check(Comment.of("suffix", NEWS.substring(i)));
    }
  }

  @Test
  void noSentenceCrossesABlockAndTextOutsideBlocksIsNotLookedAt() {
    String text = "A heading without a stop\nHe left the 99 house\nFurniture\nShe stayed.";
    List<Block> blocks =
        List.of(
            new Block(Block.Kind.HEADING, new Span(0, 24)),
            new Block(Block.Kind.PARAGRAPH, new Span(25, 45)),
            new Block(Block.Kind.PARAGRAPH, new Span(56, 67)));
    AnnotatedText annotated = check(new Article("a", "", Publication.UNKNOWN, text, blocks));
    assertThat(annotated.sentences().stream().map(s -> s.span().of(text)))
        .containsExactly("A heading without a stop", "He left the 99 house", "She stayed.");
  }

  @Test
  void aDocumentGivesTheSameAloneAndAfterOthersAndOnManyThreads() throws Exception {
    LanguageEngine engine = engine();
    Document document = Article.of("a", "", NEWS);
    AnnotatedText alone = engine.annotate(document);
    engine.annotate(Comment.of("c", "ostrova lowmark herald dell maria president bridge"));
    engine.annotate(Comment.of("e", ""));
    assertThat(engine.annotate(document)).isEqualTo(alone);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<AnnotatedText>> results = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Document other = Comment.of("c" + i, "Anna Kern met " + i + " critics of the Herald.");
        pool.submit(() -> engine.annotate(other));
        results.add(pool.submit(() -> engine.annotate(document)));
      }
      for (Future<AnnotatedText> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private AnnotatedText check(Document document) {
    String text = document.text();
    AnnotatedText annotated = engine().annotate(document);
    assertThat(annotated.text()).isEqualTo(text);
    assertThat(annotated.capabilities()).isEqualTo(engine().capabilities());
    int last = 0;
    for (Sentence sentence : annotated.sentences()) {
      assertThat(document.blocks()).anyMatch(b -> b.span().contains(sentence.span()));
      for (Token token : sentence.tokens()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(last);
        assertThat(token.length()).isPositive();
        assertThat(token.text()).isEqualTo(token.span().of(text));
        last = token.end();
      }
    }
    for (NamedSpan name : annotated.names()) {
      Sentence sentence = annotated.sentences().get(name.sentence());
      assertThat(name.span().start()).isEqualTo(sentence.token(name.firstToken()).start());
      assertThat(name.span().end()).isEqualTo(sentence.token(name.lastToken()).end());
      assertThat(name.label()).isIn("PERSON", "ORGANIZATION", "LOCATION", "MISC");
    }
    return annotated;
  }
}
