package org.polylogue.lexis.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class ConcordanceTest {

  private static final TokenIndex INDEX =
      Corpora.of(
          "The prime minister said no. The Prime Minister's office said yes, then no.",
          "Climate change is real. Climatic changes are real too. A new climate deal failed.");

  private static final TokenIndex TAGGED = tagged();

  /** "Ministers said loudly that taxes rise", with tags and lemmas. */
  private static TokenIndex tagged() {
    String text = "Ministers said loudly that taxes rise";
    String[] forms = text.split(" ");
    String[] tags = {"NNS", "VBD", "RB", "IN", "NNS", "VBP"};
    String[] lemmas = {"minister", "say", "loudly", "that", "tax", "rise"};
    List<Token> tokens = new java.util.ArrayList<>();
    int at = 0;
    for (int i = 0; i < forms.length; i++) {
      tokens.add(new Token(at, at + forms[i].length(), forms[i], tags[i], lemmas[i]));
      at += forms[i].length() + 1;
    }
    AnnotatedText annotated =
        new AnnotatedText(
            text,
            List.of(Sentence.of(tokens)),
            List.of(),
            java.util.Set.of(Capability.TAGS, Capability.LEMMAS));
    return TokenIndex.builder().add(IndexedText.of("t", annotated)).build();
  }

  private static List<String> nodes(TokenIndex index, TokenPattern pattern) {
    return Concordance.of(Subcorpus.all(index), pattern)
        .lines()
        .map(ConcordanceLine::node)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "prime minister | prime minister / Prime Minister",
        "said           | said / said",
        "climat*        | Climate / Climatic / climate",
        "*ange*         | change / changes",
        "climate *      | Climate change / climate deal",
        "no             | no / no",
        "PRIME          | prime / Prime",
        "zebra          | ``"
      })
  void words_and_phrases_are_found_without_case(String words, String expected) {
    assertThat(String.join(" / ", nodes(INDEX, TokenPattern.words(words)))).isEqualTo(expected);
  }

  private static final TokenIndex TYPED =
      Corpora.of(
          "She don\u2019t sell. I don't. O\u2019Hara\u2019s crew met O'Hara. It\u2019s late; it's dark.",
          "AT&T bought the R&D & tools. A good\u2011looking and a good-looking barge. The"
              + " com\u00adpanies came.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "don't | 2",
        "don\u2019t | 2",
        "O'Hara | 2",
        "O\u2019Hara | 2",
        "o'hara's | 1",
        "O\u2019Hara\u2019s crew | 1",
        "it's | 2",
        "AT&T | 1",
        "R&D | 1",
        "good-looking | 2",
        "good\u2011looking barge | 1",
        "companies | 1",
        "good* | 2"
      })
  void words_are_found_however_they_are_typed(String words, int found) {
    assertThat(nodes(TYPED, TokenPattern.words(words, new PlainEngine()))).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"climat(e|ic)\" \"changes?\"       # Climate change / Climatic changes",
        "[form=\"Prime\"]                    # Prime",
        "\"said\" []{1,3} \"no\"             # said yes, then no",
        "\"said\" []{0,4} \"no\"             # said no / said yes, then no",
        "[word=\"c.*\" & word!=\"climat.*\"] # change / changes",
        "\"the\" \"prime\"? \"minister\"     # The prime minister / The Prime Minister",
        "\"are\" \"real\"{1,2} \"too\"?      # are real too"
      })
  void token_patterns_are_found(String pattern, String expected) {
    assertThat(String.join(" / ", nodes(INDEX, TokenPattern.parse(pattern)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[lemma=\"say\"] []{0,2} \"that\" # said loudly that",
        "[tag=\"NN.*\"]                   # Ministers / taxes",
        "[lemma=\"TAX\" & tag=\"NNS\"]    # taxes",
        "[tag!=\"NN.*|VB.*\"]{2}          # loudly that"
      })
  void lemmas_and_tags_are_found(String pattern, String expected) {
    assertThat(String.join(" / ", nodes(TAGGED, TokenPattern.parse(pattern)))).isEqualTo(expected);
  }

  @Test
  void lemmas_nobody_made_are_an_error() {
    assertThatThrownBy(() -> nodes(INDEX, TokenPattern.lemma("say")))
        .hasMessageContaining("without lemmas");
    assertThat(nodes(TAGGED, TokenPattern.lemma("Say"))).containsExactly("said");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"open",
        "[word=x]",
        "[colour=\"x\"]",
        "[word=\"x\"",
        "\"a\"{2,1}",
        "\"a\"{0}",
        "\"a\"{1,500}",
        "\"a\"?",
        "\"(\"",
        "word",
        "\"a\"{",
        "[word\"x\"]"
      })
  void what_is_no_pattern_is_refused(String pattern) {
    assertThatThrownBy(() -> TokenPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good barge | describes one word",
        "(?<=a)b    | looks ahead or behind",
        "a(?!b)     | looks ahead or behind",
        "(?P<a      | regular expression"
      })
  void an_expression_that_cannot_be_used_is_refused_with_the_cure(String regex, String message) {
    assertThatThrownBy(() -> TokenPattern.regex(regex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void what_only_looks_like_looking_around_is_no_error() {
    assertThat(TokenPattern.regex("[(?=!]")).isNotNull();
  }

  @Test
  void an_expression_that_hangs_other_engines_ends() {
    TokenIndex hostile = Corpora.of("a".repeat(50_000) + "b");
    assertThat(nodes(hostile, TokenPattern.regex("(a+)+c"))).isEmpty();
    assertThat(nodes(hostile, TokenPattern.regex("(a{1,3}b?){1,150}c"))).isEmpty();
    for (String large :
        List.of(
            "((a{1,1000}){1,1000}){1,1000}",
            "(?:(?:a{1000}){1000}){1000}",
            "((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})",
            "([ab]{900}|c){900}")) {
      assertThatThrownBy(() -> TokenPattern.regex(large)).hasMessageContaining("too often");
    }
    assertThat(nodes(hostile, TokenPattern.regex("(a*)*(a|aa)+"))).isEmpty();
    TokenIndex longSentence = Corpora.of("x ".repeat(20_000));
    assertThat(nodes(longSentence, TokenPattern.parse("\"x\"{1,90} []{0,90} \"y\""))).isEmpty();
  }

  /** RE2/J 1.8 does not come to an end with these. */
  @Test
  void letters_whose_capitals_have_other_small_letters_are_refused() {
    for (String endless :
        List.of(
            "[a-\\x{FFFF}]",
            "[^a-힣]",
            "x[\\x{1C7F}-\\x{1C80}]",
            "\\x{1C85}+.",
            "[ᲀ]",
            "ᲈ.",
            "[!-𝒜]")) {
      assertThatThrownBy(() -> TokenPattern.regex(endless)).hasMessageContaining("leave them out");
    }
    for (String fine :
        List.of("[а-я]+", "[a-\\x{1C7F}\\x{1C89}-\\x{FFFF}]", "x-힣.", "[\\[-a]힣", "[-힣]", "[^a]")) {
      assertThat(TokenPattern.regex(fine).toString()).contains(fine);
    }
  }

  @Test
  void a_line_points_at_the_original_and_shows_its_words() {
    ConcordanceLine line =
        Concordance.of(Subcorpus.all(INDEX), TokenPattern.words("office"))
            .withWindow(3)
            .lines()
            .findFirst()
            .orElseThrow();
    assertThat(line.left()).isEqualTo("Prime Minister's");
    assertThat(line.right()).isEqualTo("said yes,");
    assertThat(line.passage()).isEqualTo(new Passage("d0", new Span(49, 55)));
  }

  @Test
  void sentences_bound_lines_on_request() {
    Concordance all = Concordance.of(Subcorpus.all(INDEX), TokenPattern.words("office"));
    assertThat(all.lines().findFirst().orElseThrow().left())
        .isEqualTo("The prime minister said no. The Prime Minister's");
    assertThat(all.withinSentence().lines().findFirst().orElseThrow().left())
        .isEqualTo("The Prime Minister's");
  }

  @Test
  void lines_sort_from_the_node_outward() {
    TokenIndex index = Corpora.of("b a x", "a b x", "c b x", "x b", "a a x");
    Concordance lines = Concordance.of(Subcorpus.all(index), TokenPattern.words("x"));
    Stream<String> left = lines.sortedBy(SortKey.parse("1L,2L")).lines().map(ConcordanceLine::left);
    assertThat(left).containsExactly("", "a a", "b a", "a b", "c b");
    assertThat(lines.sortedBy(SortKey.parse("1R")).lines().map(ConcordanceLine::right))
        .containsExactly("", "", "", "", "b");
    assertThatThrownBy(() -> SortKey.parse("1L,2L,3L,4L")).hasMessageContaining("three");
    assertThatThrownBy(() -> SortKey.parse("left")).hasMessageContaining("1L");
  }

  @Test
  void pages_cut_the_lines_and_count_them_all() {
    TokenIndex index = Corpora.of("x 1 x 2 x 3 x 4 x 5");
    Concordance lines = Concordance.of(Subcorpus.all(index), TokenPattern.words("x")).withWindow(1);
    Concordance.Page page = lines.page(2, 2);
    assertThat(page.lines()).extracting(ConcordanceLine::right).containsExactly("3", "4");
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.pages()).isEqualTo(3);
    assertThat(lines.page(9, 2).lines()).isEmpty();
    assertThat(lines.count()).isEqualTo(5);
  }

  @Test
  void a_narrow_window_can_filter_a_wide_one() {
    Concordance real = Concordance.of(Subcorpus.all(INDEX), TokenPattern.words("real"));
    assertThat(real.near(TokenPattern.words("climate"), 4).count()).isEqualTo(1);
    assertThat(real.near(TokenPattern.words("climat*"), 4).count()).isEqualTo(2);
    assertThat(real.near(TokenPattern.words("zebra"), 100).count()).isZero();
  }

  @Test
  void a_slice_bounds_matches_and_not_what_is_shown() {
    Subcorpus quoted = Subcorpus.of(Corpora.voices(), Slice.saidBy("p1"));
    Concordance dams = Concordance.of(quoted, TokenPattern.words("dam"));
    assertThat(dams.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.right()).startsWith(", he said."));
    assertThat(Concordance.of(quoted, TokenPattern.parse("\"dam\" \",\"")).count()).isZero();
  }

  @Test
  void an_empty_slice_and_an_empty_corpus_have_no_line() {
    Subcorpus empty = Subcorpus.of(Corpora.voices(), Slice.parse("depth=9"));
    assertThat(Concordance.of(empty, TokenPattern.words("dam")).count()).isZero();
    assertThat(Concordance.of(empty, TokenPattern.words("dam")).page(1, 10).pages()).isZero();
    assertThat(Concordance.of(Subcorpus.all(Corpora.of()), TokenPattern.words("x")).count())
        .isZero();
  }

  @Test
  void matches_that_overlap_give_one_line() {
    assertThat(nodes(Corpora.of("no no no no no"), TokenPattern.words("no no")))
        .containsExactly("no no", "no no");
  }
}
