package org.polylogue.lexis.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.dictionary.Dictionary.Category;
import org.polylogue.lexis.dictionary.Dictionary.Entry;
import org.polylogue.lexis.dictionary.DictionaryMatches.Match;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.text.Span;

class ProximityTest {

  private static final Dictionary WORDS =
      new Dictionary(
          List.of(
              new Category(
                  "tone",
                  List.of(
                      new Entry(List.of("fraud"), 1),
                      new Entry(List.of("honest"), 1),
                      new Entry(List.of("good", "work"), 1)))),
          List.of());

  /** Each word has its head, from 1, and its relation; Ann is the actor. */
  private static TokenIndex index(String written) {
    String[] words = written.strip().split("\\s+");
    List<Token> tokens = new ArrayList<>();
    int[] heads = new int[words.length];
    String[] relations = new String[words.length];
    StringBuilder text = new StringBuilder();
    List<Region> mentions = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String[] parts = words[i].split("/");
      int start = text.length();
      text.append(parts[0]).append(' ');
      tokens.add(new Token(start, text.length() - 1, parts[0], "", ""));
      heads[i] = Integer.parseInt(parts[1]) - 1;
      relations[i] = parts[2];
      if (parts[0].equals("Ann")) {
        mentions.add(
            new Region(Region.MENTION, new Span(start, start + 3), Map.of("name", "Ann Lee")));
      }
    }
    return TokenIndex.builder()
        .withLayer(Region.MENTION)
        .add(
            new IndexedText(
                "d",
                Map.of(),
                new AnnotatedText(
                    text.toString(),
                    List.of(Sentence.parsed(tokens, heads, relations)),
                    List.of(),
                    Set.of(Capability.DEPENDENCIES)),
                mentions))
        .build();
  }

  private static String near(String written, String within) {
    TokenIndex index = index(written);
    List<Match> all = DictionaryMatches.of(Subcorpus.all(index), TokenAttribute.WORD, WORDS);
    return Proximity.parse(within).near(index, all, "ann lee").stream()
        .map(match -> index.text(match.from(), match.to()))
        .collect(Collectors.joining("; "));
  }

  // parses by the guidelines of Universal Dependencies
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a coordinate clause has a subject of its own, a coordinate predicate has not
        "Ann/2/nsubj left/0/root and/7/cc Bo/7/nsubj was/7/cop an/7/det honest/2/conj"
            + " | '' | ''",
        "Ann/2/nsubj left/0/root and/4/cc admitted/2/conj fraud/4/obj | fraud | fraud",
        "Ann/2/nsubj left/0/root and/5/cc Bo/5/nsubj admitted/2/conj fraud/5/obj | '' | ''",
        "Bo/4/nsubj and/3/cc Ann/1/conj admitted/0/root fraud/4/obj | fraud | fraud",
        // a complement clause is another clause, an infinitive that shares the subject is not
        "Bo/2/nsubj says/0/root Ann/4/nsubj denies/2/ccomp fraud/4/obj | fraud | fraud",
        "Ann/2/nsubj says/0/root Bo/4/nsubj denies/2/ccomp fraud/4/obj | '' | ''",
        "Ann/2/nsubj wants/0/root to/4/mark stop/2/xcomp fraud/4/obj | fraud | ''",
        // what modifies a noun by a clause
        "Ann/4/nsubj accused/1/acl of/2/case left/0/root fraud/2/obl | '' | fraud",
        // attributes and predicates
        "honest/2/amod Ann/3/nsubj left/0/root | honest | honest",
        "Ann/3/nsubj is/3/cop honest/0/root | honest | honest",
        // an expression stands where the word stands that governs it
        "Bo/2/nsubj praised/0/root Ann/2/obj for/6/case good/6/amod work/2/obl"
            + " | good work | good work",
        "If/3/mark Ann/3/nsubj fails/7/advcl Bo/7/nsubj is/7/cop no/7/det fraud/0/root"
            + " | '' | fraud"
      })
  void occurrencesOfTheSameClauseOrOnAShortPath(String written, String clause, String arcs) {
    assertThat(near(written, "clause")).isEqualTo(clause);
    assertThat(near(written, "dependency")).isEqualTo(arcs);
  }

  @Test
  void aPathMayBeLongerAndASentenceHoldsAllOfIt() {
    String parse = "Ann/2/nsubj wants/0/root to/4/mark stop/2/xcomp fraud/4/obj";
    assertThat(near(parse, "dependency:1")).isEmpty();
    assertThat(near(parse, "dependency:3")).isEqualTo("fraud");
    assertThat(near(parse, "sentence")).isEqualTo("fraud");
    assertThat(near(parse, "2")).isEmpty();
    assertThat(near(parse, "3")).isEqualTo("fraud");
  }

  @Test
  void headsThatGoRoundInACircleAreAClauseOfTheirOwn() {
    assertThat(near("Ann/2/x saw/3/x fraud/1/x", "clause")).isEqualTo("fraud");
  }

  @Test
  void callsThatCannotBeAnsweredSayWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proximity.parse("paragraph"))
        .withMessageContaining("sentence, clause, dependency or dependency:2, not paragraph");
    assertThatIllegalArgumentException().isThrownBy(() -> Proximity.parse("-1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proximity.ofClause().near(Corpora.voices(), List.of(), "Ann"))
        .withMessageContaining("no sentence was parsed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proximity.ofSentence().near(Corpora.of("a"), List.of(), "Ann"))
        .withMessageContaining("nobody looked for them");
  }
}
