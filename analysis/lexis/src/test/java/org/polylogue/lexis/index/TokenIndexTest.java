package org.polylogue.lexis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.Corpora;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class TokenIndexTest {

  private static List<String> sentences(String text) {
    List<String> found = new ArrayList<>();
    for (Sentence sentence : Corpora.annotated(text).sentences()) {
      found.add(String.join(" ", sentence.tokens().stream().map(Token::text).toList()));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Don't,\" said Mr. Hill.   | \" Don't , \" said Mr . Hill .",
        "well-known U.S. cities      | well-known U.S. cities",
        "Mr. J. Smith met Dr. Brown. | Mr . J . Smith met Dr . Brown .",
        "It cost $3.5 million.       | It cost $3.5 million ."
      })
  void words_are_split(String text, String expected) {
    assertThat(sentences(text)).containsExactly(expected);
  }

  @Test
  void sentences_end_where_they_should() {
    assertThat(sentences("He said no. She left! Why? Nobody knows."))
        .containsExactly("He said no .", "She left !", "Why ?", "Nobody knows .");
    assertThat(sentences("First line\nSecond line")).containsExactly("First line", "Second line");
    assertThat(sentences("  \n ")).isEmpty();
  }

  @Test
  void long_runs_of_marks_are_read_in_linear_time() {
    assertThat(Corpora.annotated("a.b" + ".".repeat(2_000_000)).tokenCount())
        .isGreaterThan(1_000_000);
    assertThat(Corpora.annotated("Mr. ".repeat(100_000)).sentences()).hasSize(1);
  }

  @Property(tries = 300)
  void tokens_are_the_characters_at_their_offsets(@ForAll @StringLength(max = 60) String text) {
    AnnotatedText annotated = Corpora.annotated(text);
    for (Sentence sentence : annotated.sentences()) {
      for (Token token : sentence.tokens()) {
        assertThat(token.span().of(text)).isEqualTo(token.text());
        assertThat(token.text()).isNotBlank();
      }
    }
  }

  @Property(tries = 200)
  void the_index_gives_back_every_token(@ForAll @NotEmpty List<@StringLength(max = 30) String> t) {
    TokenIndex index = Corpora.of(t.toArray(String[]::new));
    int position = 0;
    for (int d = 0; d < t.size(); d++) {
      for (Sentence sentence : Corpora.annotated(t.get(d)).sentences()) {
        for (Token token : sentence.tokens()) {
          assertThat(index.form(position)).isEqualTo(token.text());
          assertThat(index.documentAt(position)).isEqualTo(d);
          assertThat(index.passage(position, position + 1).span()).isEqualTo(token.span());
          int word = index.id(TokenAttribute.WORD, position);
          assertThat(index.positions(TokenAttribute.WORD, word)).contains(position);
          assertThat(index.vocabulary(TokenAttribute.WORD).entry(word))
              .isEqualTo(Words.fold(token.text()));
          position++;
        }
      }
    }
    assertThat(index.size()).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "barge, true",
        "7, true",
        "s, true",
        "'em, true",
        "'s, false",
        "\u2019S, false",
        "', false"
      })
  void what_holds_a_letter_or_a_digit_is_a_word_but_for_the_possessive_mark(
      String form, boolean word) {
    assertThat(Words.isWord(form)).isEqualTo(word);
  }

  @Test
  void words_are_folded_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Words.fold("INFLATION")).isEqualTo("inflation");
      assertThat(Words.fold("Don\u2019t")).isEqualTo("don't");
      assertThat(Words.fold("E\u0301TE\u0301")).isEqualTo("\u00e9t\u00e9");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void ids_sort_as_words_do() {
    Vocabulary words = Corpora.of("Zebra apple Apple mango").vocabulary(TokenAttribute.WORD);
    assertThat(List.of(words.entry(0), words.entry(1), words.entry(2)))
        .containsExactly("apple", "mango", "zebra");
    assertThat(words.id("kiwi")).isEqualTo(-1);
  }

  @Test
  void an_empty_document_has_a_place_and_no_token() {
    TokenIndex index = Corpora.of("", "a b", "", "c");
    assertThat(index.documentCount()).isEqualTo(4);
    assertThat(index.documentAt(0)).isEqualTo(1);
    assertThat(index.documentAt(2)).isEqualTo(3);
    assertThat(index.documentStart(2)).isEqualTo(2);
  }

  @Test
  void two_documents_of_one_id_are_refused() {
    TokenIndexBuilder builder = TokenIndex.builder();
    builder.add(IndexedText.of("x", Corpora.annotated("a")));
    assertThatThrownBy(() -> builder.add(IndexedText.of("x", Corpora.annotated("b"))))
        .hasMessageContaining("id x");
  }

  @Test
  void a_region_covers_every_token_that_it_touches() {
    String text = "one two three four";
    TokenIndex index =
        TokenIndex.builder()
            .add(
                new IndexedText(
                    "x",
                    Map.of(),
                    Corpora.annotated(text),
                    List.of(
                        new Region("r", new Span(5, 9), Map.of()),
                        new Region("r", new Span(3, 4), Map.of()))))
            .build();
    assertThat(index.layer("r").size()).isEqualTo(1);
    assertThat(index.text(index.layer("r").from(0), index.layer("r").to(0))).isEqualTo("two three");
  }

  @Test
  void conversations_bring_facts_quotations_and_mentions() {
    Article article = Article.of("a", "A dam", "The dam is safe, Dessen said.");
    Comment root =
        new Comment(
            "c1", Optional.of("Ann"), Optional.empty(), OptionalInt.of(4), "No.", Optional.empty());
    Comment reply =
        new Comment(
            "c2",
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            "Yes.",
            Optional.of("c1"));
    Conversation conversation = Conversation.of(article, List.of(root, reply));
    Actor dessen =
        new Actor(
            "p1",
            "Ilmar Dessen",
            ActorType.PERSON,
            new java.util.TreeSet<>(List.of("Ilmar Dessen")),
            Map.of("party", "Concord"));
    Quotation quotation =
        new Quotation(
            List.of(new Span(0, 15)),
            Optional.empty(),
            Optional.empty(),
            new Speaker.Resolved("p1", "Ilmar Dessen"),
            Quotation.Kind.INDIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.empty(),
            "test",
            1);
    Mention mention = new Mention(new Span(17, 23), Mention.Form.NAME, "p1", Optional.empty(), 1);
    List<IndexedText> texts =
        ConversationTexts.of(
            conversation,
            new PlainEngine(),
            document -> document == root ? Map.of("stance", "AGAINST") : Map.of(),
            document ->
                document != article
                    ? List.of()
                    : java.util.stream.Stream.concat(
                            ConversationTexts.quotations(
                                List.of(quotation), id -> Optional.of(dessen))
                                .stream(),
                            ConversationTexts.mentions(List.of(mention), id -> Optional.of(dessen))
                                .stream())
                        .toList());
    TokenIndex index = TokenIndex.builder().addAll(texts).build();
    assertThat(index.documentAttribute("stance", 1)).hasValue("AGAINST");
    assertThat(index.documentAttribute("author", 1)).hasValue("Ann");
    assertThat(index.documentAttribute("score", 1)).hasValue("4");
    assertThat(index.documentAttribute("depth", 2)).hasValue("2");
    assertThat(index.documentAttribute("title", 2)).hasValue("A dam");
    RegionLayer said = index.layer(Region.QUOTATION);
    assertThat(index.text(said.from(0), said.to(0))).isEqualTo("The dam is safe");
    assertThat(said.attribute("party", 0)).hasValue("Concord");
    assertThat(said.attribute("form", 0)).hasValue("indirect");
    assertThat(index.layer(Region.MENTION).attribute("name", 0)).hasValue("Ilmar Dessen");
  }
}
