package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;

/** Every way to quote that the finder knows, in invented sentences, with the real engine. */
class QuotationKindsTest {

  /** One for several tests, since its models take half a gigabyte. */
  static final LanguageEngine ENGINE = CoreNlpEngine.standard();

  private static final QuotationFinder FINDER = QuotationFinder.shipped();

  private static Article article(String text) {
    return Article.of("a", "", text.replace("/", "\n\n"));
  }

  private static List<Quotation> find(Article article) {
    return FINDER.find(article, ENGINE.annotate(article)).quotations();
  }

  private static String content(Article article, Quotation q) {
    return q.content().stream()
        .map(span -> span.of(article.text()).strip())
        .collect(Collectors.joining(" + "))
        .replaceAll("\\s+", " ");
  }

  private static Quotation only(Article article, Quotation.Kind kind) {
    List<Quotation> found = find(article).stream().filter(q -> q.kind() == kind).toList();
    assertThat(found).as("%s in %s", kind, article.text()).hasSize(1);
    return found.get(0);
  }

  private static String speaker(Quotation q) {
    if (q.speaker() instanceof Speaker.Resolved resolved) {
      return resolved.name();
    }
    if (q.speaker() instanceof Speaker.Described described) {
      return described.description();
    }
    return q.speaker() instanceof Speaker.Unknown unknown ? unknown.reason().name() : "AUTHOR";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DIRECT | Hanne Corvin | “The tram will run in May,” Hanne Corvin said. | “The tram will"
            + " run in May,”",
        "DIRECT | Hanne Corvin | \"The tram will run in May,\" Hanne Corvin said. | \"The tram will"
            + " run in May,\"",
        "DIRECT | Hanne Corvin | «The tram will run in May», Hanne Corvin said. | «The tram will"
            + " run in May»",
        "DIRECT | Hanne Corvin | „The tram will run in May“, Hanne Corvin said. | „The tram will"
            + " run in May“",
        "DIRECT | Hanne Corvin | ‘The tram will run in May,’ Hanne Corvin said. | ‘The tram will"
            + " run in May,’",
        "DIRECT | Hanne Corvin | “The tram will run in May,” said Hanne Corvin. | “The tram will"
            + " run in May,”",
        "DIRECT | Hanne Corvin | Hanne Corvin said, “The tram will run in May.” | “The tram will"
            + " run in May.”",
        "DIRECT | Hanne Corvin | Hanne Corvin told reporters: “The tram will run in May.” | “The"
            + " tram will run in May.”",
        "DIRECT | Hanne Corvin | “The tram,” Hanne Corvin said, “will run in May.” | “The tram,” +"
            + " “will run in May.”",
        "MIXED | Hanne Corvin | Hanne Corvin said that the tram was “a gift to every child in the"
            + " city.” | that the tram was “a gift to every child in the city.”",
        "INDIRECT | Hanne Corvin | Hanne Corvin said that the tram would run in May. | that the"
            + " tram would run in May",
        "INDIRECT | Hanne Corvin | According to Hanne Corvin, the tram will run in May. | the tram"
            + " will run in May",
        "INDIRECT | Hanne Corvin | The tram will run in May, according to Hanne Corvin. | The tram"
            + " will run in May",
      })
  void directMixedAndIndirectSpeechWithItsSpeaker(
      String kind, String speaker, String text, String content) {
    Article article = article(text);
    Quotation found = only(article, Quotation.Kind.valueOf(kind));
    assertThat(content(article, found)).isEqualTo(content);
    assertThat(speaker(found)).isEqualTo(speaker);
    assertThat(found.confidence()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SAID | Hanne Corvin warned that the bridge would close in May.",
        "SAID | The ministry has announced that the tram will cost nine million crowns.",
        "THOUGHT | Hanne Corvin believes that the tram will be late.",
        "THOUGHT | The mayor hopes to open the tram line before the summer.",
        "ATTITUDE | The minister declined to comment.",
        "ATTITUDE | Hanne Corvin has endorsed Torp.",
      })
  void aGradeTellsReportedWordsFromThoughtsAndAttitudes(String grade, String text) {
    assertThat(find(article(text)))
        .extracting(Quotation::grade)
        .containsExactly(Quotation.Grade.valueOf(grade));
  }

  @Test
  void aSecondSpeakerAfterAnExclamationMarkIsNotTheFirstOne() {
    Article article =
        article("“The fence is mine,” said Hanne Corvin. “Nonsense!” snorted her neighbour, Torp.");
    assertThat(find(article))
        .filteredOn(q -> content(article, q).contains("Nonsense"))
        .singleElement()
        .satisfies(q -> assertThat(speaker(q)).isEqualTo("Torp"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "MIXED | Hanne Corvin called the tram “a coffin”. | the tram “a coffin”",
        "MIXED | Hanne Corvin described the tram as “cold”. | the tram as “cold”",
        "MIXED | Hanne Corvin said that the tram was “too narrow”. | that the tram was “too narrow”",
        "MIXED | The tram is “a coffin”, Hanne Corvin said. | The tram is “a coffin”",
        "DIRECT | “Obviously,” said Hanne Corvin. | “Obviously,”",
        "DIRECT | “Passengers and friends,” Hanne Corvin began, “lend me your ears. I have come to"
            + " ring the bell.” | “Passengers and friends,” + “lend me your ears. I have come to"
            + " ring the bell.”",
        "DIRECT | 'The drivers' room is cold,' Hanne Corvin said. | 'The drivers' room is cold,'",
      })
  void aWordOrTwoOfSomebodyAreHerWords(String kind, String text, String content) {
    Article article = article(text);
    Quotation found = only(article, Quotation.Kind.valueOf(kind));
    assertThat(content(article, found)).isEqualTo(content);
    assertThat(speaker(found)).isEqualTo("Hanne Corvin");
    assertThat(FINDER.find(article, ENGINE.annotate(article)).expressions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The driver's dog barked.",
        "Karla Vey complained.",
        "As they say on the quay, “the tide has two hands”.",
        "One might say that the tram is late.",
        "You know that the tram is late.",
        "I say this as a friend of the tram.",
        "The conductor says so.",
        "Nobody said that the tram would be free.",
        "That is what Hanne Corvin said.",
      })
  void whatReportsNothingIsNoSpeech(String text) {
    assertThat(find(article(text))).noneMatch(q -> q.grade() == Quotation.Grade.SAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "According to its head, the former judge Hanne Corvin, the line is safe and fast."
            + " | Hanne Corvin",
        "Hanne Corvin, secretary of the Harbour Union, said that the line was safe. | Hanne Corvin",
        "Hanne Corvin said in a letter that the line was safe. The letter said that it was fast."
            + " | Hanne Corvin",
        "09:15 A passenger says that the line is safe. | A passenger",
      })
  void aSpeakerIsWhomTheDescriptionBesideTheNameMeans(String text, String speaker) {
    assertThat(find(article(text)))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(speaker(q)).isEqualTo(speaker));
  }

  @Test
  void aSongIsNoNicknameAndABookNoAdjective() {
    Article article = article("The song called “Cold Hands” was long. Its report is “dull”.");
    assertThat(FINDER.find(article, ENGINE.annotate(article)).expressions())
        .extracting(MarkedExpression::kind)
        .containsExactly(MarkedExpression.Kind.TITLE, MarkedExpression.Kind.SCARE_QUOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "They told us it isn't “an emergency of any kind”. Well., true",
    "Nobody on this line is “happy to wait here”., true",
    "My friends call me “I like trams but”., true",
    "The “happy” ones are in the tram., false",
    "“The tide has two hands.” Enough said., false",
  })
  void wordsThatAReaderPutsIntoMarksAreSomebodys(String text, boolean quoted) {
    Comment comment = Comment.of("c", text);
    assertThat(FINDER.find(comment, ENGINE.annotate(comment)).quotations())
        .filteredOn(q -> q.kind() != Quotation.Kind.INDIRECT)
        .hasSize(quoted ? 1 : 0);
  }

  @Test
  void anAnswerThatEndsInAQuestionIsAnAnswer() {
    Article article =
        article(
            "An hour with Hanne Corvin, who runs the tram./Why is it so slow?/It is careful. I drove"
                + " it for nine years. Did you ever see it fall?/Will it be faster?/I do not think"
                + " so, and you will like it all the same./Who pays for it?/We do, and so do you.");
    assertThat(find(article))
        .filteredOn(q -> q.kind() == Quotation.Kind.BLOCK)
        .hasSize(3)
        .allSatisfy(q -> assertThat(speaker(q)).isEqualTo("Hanne Corvin"));
  }

  @Test
  void aNounAnnouncesWhatItsOwnerClaims() {
    Article article =
        article("The claim by Hanne Corvin that the tram was unsafe surprised the council.");
    assertThat(find(article))
        .filteredOn(q -> q.cue().orElseThrow().of(article.text()).endsWith("claim"))
        .singleElement()
        .satisfies(q -> assertThat(content(article, q)).isEqualTo("that the tram was unsafe"))
        .satisfies(q -> assertThat(speaker(q)).isEqualTo("Hanne Corvin"));
  }

  @Test
  void aQuotationInAQuotationIsItsChild() {
    Article article =
        article(
            "Hanne Corvin said the line, which according to Torp lost nine million crowns, would be"
                + " sold.");
    List<Quotation> found = find(article);
    assertThat(found).hasSize(2);
    assertThat(found.get(1).parent()).hasValue(0);
    assertThat(found)
        .extracting(QuotationKindsTest::speaker)
        .containsExactly("Hanne Corvin", "Torp");
    assertThat(content(article, found.get(1))).endsWith("lost nine million crowns");
  }

  @Test
  void innerMarksDoNotEndAQuotation() {
    Article article =
        article("“The driver shouted ‘stop the tram’ and nobody moved,” Hanne Corvin said.");
    assertThat(content(article, only(article, Quotation.Kind.DIRECT)))
        .isEqualTo("“The driver shouted ‘stop the tram’ and nobody moved,”");
  }

  @Test
  void paragraphsThatOpenAgainAndNeverCloseAreOneQuotation() {
    Article article =
        article(
            "“We have waited for eleven years for this tram,” Hanne Corvin said. “The rails lay in"
                + " the rain./“We will not wait for another year./“We will walk.”");
    List<Quotation> found = find(article);
    assertThat(found).hasSize(1);
    assertThat(content(article, found.get(0)))
        .startsWith("“We have waited")
        .endsWith("will walk.”");
    assertThat(speaker(found.get(0))).isEqualTo("Hanne Corvin");
  }

  @Test
  void aStrayMarkDoesNotSpoilTheRest() {
    Article article =
        article(
            "The pipe was 6\" wide./“The pipe will be replaced in May,” Hanne Corvin said./The"
                + " other pipe was \"closed.");
    Quotation found = only(article, Quotation.Kind.DIRECT);
    assertThat(content(article, found)).isEqualTo("“The pipe will be replaced in May,”");
  }

  @Test
  void aPronounIsResolvedToItsAntecedent() {
    Article article =
        article(
            "Hanne Corvin opened the new line on Monday. “It was a long winter for all of us,” she"
                + " said.");
    assertThat(speaker(only(article, Quotation.Kind.DIRECT))).isEqualTo("Hanne Corvin");
  }

  @Test
  void anAnonymousOfficialIsDescribed() {
    Article article = article("“The tram will run in May,” a senior official said.");
    Quotation found = only(article, Quotation.Kind.DIRECT);
    assertThat(found.speaker()).isInstanceOf(Speaker.Described.class);
    assertThat(speaker(found)).contains("senior official");
  }

  @Test
  void iIsTheAuthorOfTheDocument() {
    Article article = article("I said that the tram would run in May.");
    assertThat(speaker(only(article, Quotation.Kind.INDIRECT))).isEqualTo("AUTHOR");
  }

  @Test
  void whoWasToldBySomebodyIsNoSpeaker() {
    Article article = article("The council was told by Hanne Corvin that the tram would be late.");
    Quotation found = only(article, Quotation.Kind.INDIRECT);
    assertThat(content(article, found)).isEqualTo("that the tram would be late");
    assertThat(speaker(found)).isEqualTo("Hanne Corvin");
  }

  @Test
  void anAdverbReportsWithoutASourceAndSaysWhyNobodyIsNamed() {
    Article article = article("The tram company has reportedly lost nine million crowns.");
    Quotation found = only(article, Quotation.Kind.INDIRECT);
    assertThat(found.cue().orElseThrow().of(article.text())).isEqualTo("reportedly");
    assertThat(found.speaker()).isEqualTo(new Speaker.Unknown(Speaker.Reason.NO_SOURCE));
  }

  @Test
  void markedWordsAreNoQuotationOfAnybody() {
    Article article = article("The so-called “ghost tram” has not left its shed since May.");
    assertThat(find(article)).noneMatch(q -> q.kind() == Quotation.Kind.DIRECT);
    assertThat(FINDER.find(article, ENGINE.annotate(article)).expressions())
        .extracting(MarkedExpression::kind)
        .containsExactly(MarkedExpression.Kind.SCARE_QUOTE);
  }

  @Test
  void moreCertaintyLeavesFewerQuotations() {
    Article article =
        article(
            "“The tram will run in May,” Hanne Corvin said. The council wants to close the harbour"
                + " line. Critics fear a long winter. Torp called the plan “brave.” The company has"
                + " reportedly lost nine million crowns. Nobody denied that the bridge was old.");
    int last = Integer.MAX_VALUE;
    for (double minimum = 0; minimum <= 1; minimum += 0.125) {
      int count =
          FINDER
              .withMinimumConfidence(minimum)
              .find(article, ENGINE.annotate(article))
              .quotations()
              .size();
      assertThat(count).isLessThanOrEqualTo(last);
      last = count;
    }
    assertThat(last).isZero();
  }
}
