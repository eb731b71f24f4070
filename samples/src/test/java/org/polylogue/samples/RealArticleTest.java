package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;

/** A real page, read from the folder beside this project where it is; never copied into it. */
class RealArticleTest {

  private static final Path PAGE =
      Path.of(System.getProperty("polylogue.root"))
          .resolve("../shared/corpus/putin-tokayev-2023-11-11.txt")
          .normalize();

  private static Conversation conversation;
  private static Discourse discourse;

  @BeforeAll
  static void readsThePage() {
    assumeTrue(Files.isRegularFile(PAGE), "skipped: there is no " + PAGE);
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(PAGE)) {
      conversation = ((ReadOutcome.Read) read.toList().get(0)).conversation();
    }
    discourse = RealDiscourse.of(conversation);
  }

  @Test
  void elevenCommentsWithTheirScoresTimesAndTheOneReply() {
    List<Comment> comments = conversation.comments();
    assertThat(comments)
        .extracting(comment -> comment.score().orElseThrow())
        .containsExactly(7, 8, 4, 6, 3, 3, 3, 1, 0, 0, 1);
    assertThat(comments)
        .extracting(comment -> comment.time().map(Moment::toString).orElse(""))
        .containsExactly(
            "2023-11-11T11:43",
            "2023-11-11T13:32",
            "2023-11-11T16:52",
            "2023-11-11T17:12",
            "2023-11-11T19:42",
            "2023-11-11T22:04",
            "2023-11-12T03:35",
            "2023-11-12T10:09",
            "2023-11-13T08:45",
            "2023-11-14T14:00",
            "2023-11-15T19:29");
    assertThat(comments).allMatch(comment -> comment.author().isEmpty());
    for (int i = 0; i < comments.size(); i++) {
      assertThat(conversation.parentOf(comments.get(i)).map(comments::indexOf).orElse(-1))
          .isEqualTo(i == 8 ? 7 : -1);
    }
  }

  @Test
  void thePageAroundTheTextsIsPartOfNone() {
    assertThat(conversation.article().title()).startsWith("What Putin").endsWith("back");
    for (Document document : conversation.documents()) {
      assertThat(document.text())
          .doesNotContain("Information")
          .doesNotContain("you must sign in")
          .doesNotContainPattern("(?m)^\\s*(11( comments)?|\\d+\\.)\\s*$");
    }
  }

  @Test
  void exactlySixBlockQuotations() {
    assertThat(quotations(Quotation.Kind.BLOCK))
        .extracting(RealArticleTest::ends)
        .containsExactly(
            "One cannot … we have.",
            "The question … the people.",
            "Kazakhstan is … in Kazakhstan.",
            "Agreements on … new level.",
            "Kassym-Jomart Kemelevich … as possible.",
            "You know … same practice.");
  }

  @Test
  void theirSpeakers() {
    List<Set<String>> speakers =
        quotations(Quotation.Kind.BLOCK).stream().map(RealArticleTest::speaker).toList();
    assertThat(speakers.get(0)).contains("Nursultan Nazarbayev");
    assertThat(String.join(" ", speakers.get(1))).containsAnyOf("Astana", "Kazakh", "Nazarbayev");
    assertThat(speakers.get(2)).contains("Alexey Likhachev");
    assertThat(String.join(" ", speakers.get(3))).contains("Tokayev");
    assertThat(String.join(" ", speakers.get(4))).contains("Putin");
    assertThat(String.join(" ", speakers.get(5))).contains("Minister of Education");
  }

  @Test
  void noDirectAndNoMixedQuotation() {
    assertThat(quotations(Quotation.Kind.DIRECT)).isEmpty();
    assertThat(quotations(Quotation.Kind.MIXED)).isEmpty();
  }

  @Test
  void markedWordsAreExpressionsAndNoQuotations() {
    Map<String, Integer> marked = new TreeMap<>();
    List<String> quoted = new ArrayList<>();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = text(found.documentId());
      found
          .expressions()
          .forEach(expression -> marked.merge(bare(expression.span().of(text)), 1, Integer::sum));
      found.quotations().stream()
          .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
          .forEach(quotation -> quoted.add(bare(quotation.extent().of(text))));
    }
    assertThat(marked.keySet())
        .contains(
            "French liaison",
            "Multi-vector",
            "multi-vector",
            "all the way",
            "Holodomor",
            "Kazakh Bandera",
            "freedom fighter",
            "Western partners",
            "soft power",
            "third",
            "they deceived the fool",
            "Language patrols",
            "Say one thing, do another",
            "log",
            "important",
            "family",
            "Family",
            "loyalty",
            "worked");
    assertThat(quoted).doesNotContainAnyElementsOf(marked.keySet());
  }

  @Test
  void bothEchoesAndNoOther() {
    List<String> echoes = new ArrayList<>();
    for (DocumentDiscourse found : discourse.documents()) {
      for (Echo echo : found.echoes()) {
        assertThat(echo.source().documentId()).isEqualTo(conversation.article().id());
        echoes.add(
            conversation.comments().stream().map(Comment::id).toList().indexOf(found.documentId())
                + 1
                + " "
                + shortened(echo.span().of(text(found.documentId()))));
      }
    }
    assertThat(echoes)
        .containsExactly("1 We will … third countries.", "7 Thus, three … little late.");
  }

  @Test
  void noNumberScoreOrTimeIsAnActor() {
    assertThat(discourse.actors())
        .flatExtracting(Actor::aliases)
        .noneMatch(name -> name.matches("[+\\-]?\\d[\\d\\s.:]*"));
  }

  @Test
  void thePlainStances() {
    assertThat(against(4)).contains("A. Chubais");
    assertThat(against(10)).contains("Tokayev");
    assertThat(against(11)).contains("Tokayev").anyMatch(name -> name.contains("hucksters"));
  }

  private static List<Stance.Taken> stances(int comment) {
    String id = conversation.comments().get(comment - 1).id();
    return discourse.stances().stream()
        .filter(stance -> stance.documentId().equals(id))
        .filter(Stance.Taken.class::isInstance)
        .map(Stance.Taken.class::cast)
        .toList();
  }

  private static Set<String> against(int comment) {
    Set<String> names = new TreeSet<>();
    for (Stance.Taken stance : stances(comment)) {
      if (stance.label() == StanceLabel.Favor.AGAINST) {
        if (stance.target() instanceof Stance.Target.OfActor actor) {
          names.add(actor.name());
        } else if (stance.target() instanceof Stance.Target.OfClaim claim) {
          names.add(claim.phrase());
        }
      }
    }
    return names;
  }

  @Test
  void theFormsOfANameAreOneActor() {
    assertOneActor("Putin", "President Putin");
    assertOneActor("Tokayev", "Kassym-Jomart Kemelevich", "Kasym");
    assertOneActor("Nursultan Nazarbayev", "President Nazarbayev");
    assertOneActor("A. Chubais", "Chubais");
    assertOneActor("Kazakhstan", "Republic of Kazakhstan");
    assertOneActor("Russia", "Russian Federation");
  }

  private static void assertOneActor(String... forms) {
    Set<String> ids = new TreeSet<>();
    for (String form : forms) {
      Set<String> own =
          discourse.documents().stream()
              .flatMap(
                  found ->
                      found.mentions().stream()
                          .filter(mention -> mention.form() == Mention.Form.NAME)
                          .filter(
                              mention ->
                                  bareName(mention.span().of(text(found.documentId())))
                                      .equals(bareName(form))))
              .map(Mention::actorId)
              .collect(Collectors.toSet());
      assertThat(own).as(form).isNotEmpty();
      ids.addAll(own);
    }
    assertThat(ids).as(String.join(" = ", forms)).hasSize(1);
  }

  private static String bareName(String name) {
    return name.replaceFirst("^President ", "");
  }

  private static List<Quotation> quotations(Quotation.Kind kind) {
    return discourse.article().quotations().stream()
        .filter(quotation -> quotation.kind() == kind)
        .toList();
  }

  private static Set<String> speaker(Quotation quotation) {
    if (quotation.speaker() instanceof Speaker.Described described) {
      return Set.of(described.description());
    }
    if (quotation.speaker() instanceof Speaker.Resolved resolved) {
      return discourse.actors().stream()
          .filter(actor -> actor.id().equals(resolved.actorId()))
          .flatMap(actor -> Stream.concat(Stream.of(actor.name()), actor.aliases().stream()))
          .collect(Collectors.toSet());
    }
    return Set.of();
  }

  private static String ends(Quotation quotation) {
    return shortened(quotation.extent().of(conversation.article().text()));
  }

  private static String shortened(String text) {
    String[] words = text.strip().split("\\s+");
    int last = words.length - 1;
    String end = (words[last - 1] + " " + words[last]);
    return words[0] + " " + words[1] + " … " + end;
  }

  private static String bare(String text) {
    return text.replaceAll("^[“\"\\s]+|[”\"\\s.,!]+$", "");
  }

  private static String text(String documentId) {
    return documentId.equals(conversation.article().id())
        ? conversation.article().text()
        : conversation.comment(documentId).orElseThrow().text();
  }
}
