package org.polylogue.lexis.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.lexis.dictionary.DictionaryMatches.Match;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

class DictionaryTest {

  @TempDir private Path folder;

  private Dictionary read(String name, String text) throws IOException {
    return DictionaryReader.read(Files.writeString(folder.resolve(name), text));
  }

  private static String shown(Dictionary dictionary) {
    return dictionary.categories().stream()
        .map(
            category ->
                category.name()
                    + "="
                    + category.entries().stream()
                        .map(
                            entry ->
                                String.join(" ", entry.words())
                                    + (entry.weight() == 1 ? "" : ":" + entry.weight()))
                        .collect(Collectors.joining(",")))
        .collect(Collectors.joining("; "));
  }

  @Test
  void quantedasDictionariesMayBeNested() throws IOException {
    assertThat(
            shown(
                read(
                    "a.yml",
                    "water:\n  still: [lake, 'Old Mill pond']\n  running:\n    - river*\n    - don't\n"
                        + "dry: desert\n")))
        .isEqualTo("water.still=lake,old mill pond; water.running=river*,don't; dry=desert");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("b.yml", "- a\n- b\n"))
        .withMessageContaining("b.yml: expected categories");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("c.yml", "a: [b\n"))
        .withMessageContaining("c.yml: line 1, column 6: while parsing a flow sequence")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("d.yml", "a:\n" + nested(30)))
        .withMessageContaining("nested deeper than 20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("f.yml", "a: " + "[".repeat(5000)))
        .withMessageContaining("f.yml: ")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("g.yml", "a: &x [lake]\nb: *x\n"))
        .withMessageContaining("*x stands for another place");
    StringBuilder large = new StringBuilder("a:\n");
    for (int i = 0; i < 300_000; i++) {
      large.append("- word").append(i).append('\n');
    }
    assertThat(read("h.yml", large.toString()).categories().get(0).entries()).hasSize(300_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("e.yml", "a: []\n"))
        .withMessageContaining("no category lists a word");
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      text.append(" ".repeat(i)).append("k").append(i).append(i < depth ? ":\n" : ": x\n");
    }
    return text.toString();
  }

  @Test
  void liwcNumbersItsCategoriesAndConditionsAreLeftOut() throws IOException {
    Dictionary liwc =
        read(
            "l.dic",
            "%\n1\twater (Water Words)\n2\tdry\n%\nlake*\t1\nbank\t1\t2\nlike\t(02 134)125/464\n");
    assertThat(shown(liwc)).isEqualTo("water=lake*,bank; dry=bank");
    assertThat(liwc.leftOut()).hasSize(1).first().asString().contains("line 7", "(02 134)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("m.dic", "%\n1\twater\n%\nlake\t3\n"))
        .withMessageContaining("line 4: no category has the number 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("n.dic", "lake\n"))
        .withMessageContaining("two lines of %");
  }

  @Test
  void lexicoderAndTablesOfWeights() throws IOException {
    assertThat(shown(read("x.lc3", "+water\nlake \nstill pond\n+dry\ndesert*\n")))
        .isEqualTo("water=lake,still pond; dry=desert*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("y.lc3", "lake\n"))
        .withMessageContaining("expected a line with +");
    assertThat(shown(read("w.csv", "word,care,harm\nhelp,0.5,\nhurt,0,1\n")))
        .isEqualTo("care=help:0.5,hurt:0.0; harm=hurt");
    assertThat(shown(read("v.csv", "term,category,weight\nlake,water,2\n")))
        .isEqualTo("water=lake:2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("u.csv", "word,care\nhelp,much\n"))
        .withMessageContaining("row 1: care is no number: much");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("t.csv", "a,b\n1,2\n"))
        .withMessageContaining("no column is named word");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("s.txt", "a"))
        .withMessageContaining("ends with .yml");
  }

  private static TokenIndex index(String... texts) {
    TokenIndexBuilder builder = TokenIndex.builder().withLayer(Region.MENTION);
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      int at = text.indexOf("Ann");
      builder.add(
          new IndexedText(
              "d" + i,
              Map.of(),
              new PlainEngine().annotate(Article.of("d" + i, "", text)),
              at < 0
                  ? List.of()
                  : List.of(
                      new Region(
                          Region.MENTION, new Span(at, at + 3), Map.of("name", "Ann Lee")))));
    }
    return builder.build();
  }

  private static String shown(TokenIndex index, List<Match> matches) {
    return matches.stream()
        .map(
            match ->
                match.category()
                    + (match.negated() ? "-" : "+")
                    + index.text(match.from(), match.to()))
        .collect(Collectors.joining("; "));
  }

  // what tokens_lookup of quanteda gives: a longer value of a key hides one inside it, not one of
  // another key; values that overlap both count
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "a: [united states, states]|b: [states] | The United States and other states."
            + " > 0+United States; 1+States; 0+states; 1+states",
        "a: [a b, b c]| | a b c > 0+a b; 0+b c",
        "a: [lake, lake]| | Lake > 0+Lake",
        "a: [riv*, 'l?ke']| | rivers and lake but no driver > 0+rivers; 0+lake",
        "a: [old dam]| | old, dam. Old dam > 0+Old dam",
        "a: [good]| | not very good, good. never ever the good; no, good. isn't good"
            + " > 0-good; 0+good; 0-good; 0+good; 0-good",
        "a: ['*']| | a - b > 0+a; 0+b",
        "a: ['*ing', '?ing', '*r?v*s', 'x*ing']| | sing, doing, rivers, drives xing ring's"
            + " > 0+sing; 0+doing; 0+rivers; 0+drives; 0+xing; 0+ring"
      })
  void occurrencesAreThoseThatQuantedaCounts(String written, String shown) throws IOException {
    String[] parts = written.split("\\|", 3);
    Dictionary dictionary = read("d.yml", parts[0].strip() + "\n" + parts[1].strip() + "\n");
    TokenIndex index = index(parts[2].strip());
    assertThat(
            shown(
                index, DictionaryMatches.of(Subcorpus.all(index), TokenAttribute.WORD, dictionary)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, a*c, true", "abc, *c, true", "abc, *b*, true", "abc, ?bc, true", "abc, ab, false",
    "abc, a?, false", "aab, *ab, true", "abab, *ab, true", "ab, ab*?, false", "a, *a*, true",
    "abcd, a*c*d, true", "abdc, a*c*d, false", "\uD83D\uDE00x, ?x, true"
  })
  void aStarStandsForAnyCharactersAndAQuestionMarkForOne(
      String word, String pattern, boolean fits) {
    assertThat(Globs.fits(word, pattern)).isEqualTo(fits);
  }

  @Test
  void nearAnActorMeansSoManyWordsBetweenInTheSameDocument() throws IOException {
    Dictionary dictionary = read("n.yml", "a: [good]\n");
    TokenIndex index =
        index("good one two three, Ann four good five six seven good", "good", "Ann", "good");
    List<Match> all = DictionaryMatches.of(Subcorpus.all(index), TokenAttribute.WORD, dictionary);
    assertThat(all).hasSize(5);
    assertThat(Proximity.ofWords(1).near(index, all, "ann lee")).hasSize(1);
    assertThat(Proximity.ofWords(3).near(index, all, "Ann Lee")).hasSize(2);
    assertThat(Proximity.ofWords(99).near(index, all, "Ann Lee")).hasSize(3);
    assertThat(Proximity.ofWords(99).near(index, all, "Bo")).isEmpty();
  }
}
