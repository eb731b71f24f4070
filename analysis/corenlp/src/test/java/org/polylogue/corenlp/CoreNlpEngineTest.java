package org.polylogue.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.contract.LanguageEngineContract;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.pipeline.CancelledException;

class CoreNlpEngineTest extends LanguageEngineContract {

  private static CoreNlpEngine engine;

  @BeforeAll
  static void load() {
    engine = CoreNlpEngine.standard();
  }

  @Override
  protected LanguageEngine engine() {
    return engine;
  }

  @Test
  void tokensKeepTheCharactersOfTheDocument() {
    Sentence sentence = first(engine, "She won't “go” (yet)…");
    assertThat(sentence.tokens().stream().map(Token::text))
        .containsExactly("She", "wo", "n't", "“", "go", "”", "(", "yet", ")", "…");
    assertThat(sentence.token(1).lemma()).isEqualTo("will");
    assertThat(sentence.token(2).lemma()).isEqualTo("not");
  }

  @Test
  void anAbbreviationBeforeABracketEndsNoSentence() {
    AnnotatedText annotated =
        engine.annotate(
            Article.of(
                "a",
                "",
                "Rep. Ann Lowe (D-N.C.), a farmer, left. Tom (N.Y.) was ill (at 6 P.M.)."));
    assertThat(annotated.sentences()).hasSize(2);
    assertThat(annotated.sentences().get(0).token(4).text()).isEqualTo("D-N.C.");
  }

  @Test
  void dependenciesFormTheBasicTree() {
    Sentence sentence = first(engine, "The bridge was closed by Anna Kern.");
    assertThat(sentence.isParsed()).isTrue();
    assertThat(sentence.head(3)).isEqualTo(Sentence.NO_HEAD);
    assertThat(sentence.relation(3)).isEqualTo("root");
    assertThat(sentence.head(1)).isEqualTo(3);
    assertThat(sentence.relation(1)).isEqualTo("nsubj:pass");
    assertThat(sentence.relation(0)).isEqualTo("det");
  }

  @Test
  void namesCarryTheFourLabels() {
    String text = "Angela Merkel flew from Berlin to meet the French at Microsoft.";
    AnnotatedText annotated = engine.annotate(Article.of("a", "", text));
    assertThat(
            annotated.names().stream()
                .map(name -> name.label() + " " + name.span().of(text))
                .collect(Collectors.toList()))
        .containsExactly(
            "PERSON Angela Merkel", "LOCATION Berlin", "MISC French", "ORGANIZATION Microsoft");
  }

  @Test
  void theLanguageOfTheMachineChangesNothing() {
    Article text =
        Article.of("a", "", "It is in India. I INSISTED that Ivy Island's IDEAS did, said Irina.");
    AnnotatedText expected = engine.annotate(text);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      CoreNlpEngine fresh = engine.with(CoreNlpEngine.builder());
      assertThat(fresh.annotate(text)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(expected.sentences().get(0).token(0).lemma()).isEqualTo("it");
  }

  @Test
  void noMoreRunsThanTheCapabilitiesAskFor() {
    Sentence bare = first(with(EnumSet.noneOf(Capability.class)), "Anna Kern left.");
    assertThat(bare.isParsed()).isFalse();
    assertThat(bare.tokens()).allMatch(t -> t.tag().isEmpty() && t.lemma().isEmpty());
    Sentence tagged = first(with(Set.of(Capability.TAGS)), "Anna Kern left.");
    assertThat(tagged.tokens()).allMatch(t -> !t.tag().isEmpty() && t.lemma().isEmpty());
    assertThat(with(Set.of(Capability.TAGS)).annotate(Comment.of("c", "Anna Kern left.")).names())
        .isEmpty();
  }

  @Test
  void whatIsRememberedOfASentenceIsWhatWouldBeReadAgain() {
    CoreNlpEngine remembers = engine.with(CoreNlpEngine.builder().rememberedSentences(3));
    List<String> texts =
        List.of(
            "Anna Kern left Berlin. The well-known mayor stayed.",
            "The well - known mayor stayed. Anna Kern left Berlin. Anna Kern left Berlin.",
            "Anna Kern left Berlin.\n\nanna kern left berlin. One. Two. Three. Four. Five.",
            "Anna Kern left Berlin. The well-known mayor stayed.");
    for (String text : texts) {
      assertThat(remembers.annotate(Article.of("a", "", text)))
          .isEqualTo(engine.annotate(Article.of("a", "", text)));
      assertThat(remembers.annotate(Comment.of("c", text)))
          .isEqualTo(engine.annotate(Comment.of("c", text)));
    }
    assertThatThrownBy(() -> CoreNlpEngine.builder().rememberedSentences(-1))
        .hasMessageContaining("-1 sentences");
  }

  @Test
  void onlySentencesThatPassTheTestAreParsed() {
    CoreNlpEngine chosen =
        engine.with(
            CoreNlpEngine.builder()
                .parsing(sentence -> sentence.stream().anyMatch(t -> t.lemma().equals("say"))));
    AnnotatedText annotated =
        chosen.annotate(Article.of("a", "", "She left early. He said that he would stay."));
    assertThat(annotated.sentences()).extracting(Sentence::isParsed).containsExactly(false, true);
  }

  @Test
  void longSentencesAreNotParsedAndEndlessOnesAreCut() {
    String list = "apples, ".repeat(300) + "pears.";
    CoreNlpEngine strict =
        engine.with(CoreNlpEngine.builder().maxParsedTokens(50).maxSentenceTokens(100));
    AnnotatedText annotated = strict.annotate(Article.of("a", "", list));
    assertThat(annotated.sentences()).hasSizeGreaterThan(5);
    assertThat(annotated.sentences()).allMatch(s -> s.size() <= 100);
    assertThat(annotated.sentences()).filteredOn(s -> s.size() > 50).noneMatch(Sentence::isParsed);
    assertThat(annotated.tokenCount()).isEqualTo(602);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"", "'", "“", "«", "&", "&amp;", "\\", "a,", "~", "😀", "a@b.", "&#", "&lt;", "ha-",
        "a/b", "<!--", "…", "·", "€1", "+1", "%", "a&", "'n'", "x=\"", "\"'", "a", "中", "a\u0301",
        "\u200b", "\u202e"
      })
  void aStretchWithoutWhiteSpaceIsReadInPieces(String unit) {
    String text = "Anna Kern left. " + unit.repeat(3_000) + " She came back.";
    AnnotatedText annotated =
        engine
            .with(CoreNlpEngine.builder().capabilities(Set.of()))
            .annotate(Article.of("a", "", text));
    List<Token> tokens = annotated.sentences().stream().flatMap(s -> s.tokens().stream()).toList();
    assertThat(tokens).allMatch(token -> token.text().length() <= 301);
    assertThat(tokens).extracting(Token::text).startsWith("Anna", "Kern", "left", ".");
    assertThat(tokens).extracting(Token::text).endsWith("came", "back", ".");
  }

  @Test
  void aWordOfManyLettersCostsNoMoreThanItsPieces() {
    AnnotatedText annotated =
        engine.annotate(Article.of("a", "", "It said: " + "a".repeat(60_000) + "."));
    assertThat(annotated.tokenCount()).isEqualTo(4 + 200);
    AnnotatedText pieces =
        engine
            .with(CoreNlpEngine.builder().maxWordLength(4))
            .annotate(Article.of("a", "", "abcdefgh ab"));
    assertThat(pieces.sentences().get(0).tokens())
        .extracting(Token::text)
        .containsExactly("abcd", "efgh", "ab");
  }

  @Test
  void anInterruptStopsTheReadingOfAText() {
    String text = "Anna Kern left Berlin. ".repeat(2_000);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> engine.annotate(Article.of("a", "", text)))
          .isInstanceOf(CancelledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void givenTokensAreKept() {
    AnnotatedText annotated =
        engine.annotate(
            List.of(List.of("Anna", "Kern", "(", "left", ")"), List.of(), List.of("x")));
    assertThat(annotated.text()).isEqualTo("Anna Kern ( left )\nx\n");
    assertThat(annotated.sentences()).extracting(Sentence::size).containsExactly(5, 1);
    assertThat(annotated.sentences().get(0).token(2).text()).isEqualTo("(");
    assertThat(annotated.names().get(0).lastToken()).isEqualTo(1);
  }

  @Test
  void modelsThatWereNotLoadedCannotBeAskedFor() {
    CoreNlpEngine tokens = CoreNlpEngine.builder().capabilities(Set.of()).build();
    assertThatThrownBy(() -> tokens.with(CoreNlpEngine.builder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NAMES");
  }

  private static CoreNlpEngine with(Set<Capability> capabilities) {
    return engine.with(CoreNlpEngine.builder().capabilities(capabilities));
  }

  private static Sentence first(CoreNlpEngine engine, String text) {
    return engine.annotate(Article.of("a", "", text)).sentences().get(0);
  }
}
