package org.polylogue.discourse.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

class MarkerAnalysisTest {

  private static List<String> markers(String text, Quotation... quotations) {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", "You idiot?"),
            List.of(comment("c", "Old Salt", "Calm."), comment("d", "Gull", text)));
    List<String> told = new ArrayList<>();
    new MarkerAnalysis(
            (input, scope) -> Map.of("d", new Quotations(List.of(quotations), List.of())))
        .analyze(conversation, new Scope())
        .forEach(
            (id, found) -> found.forEach(one -> told.add(one.kind() + " " + one.span().of(text))));
    return told;
  }

  private static Comment comment(String id, String author, String text) {
    return new Comment(
        id, Optional.of(author), Optional.empty(), OptionalInt.empty(), text, Optional.empty());
  }

  @Test
  void questionsAreWholeSentences() {
    assertThat(markers("It is late. Who paid 3.5 million for it?! Not me.\nReally?"))
        .containsExactly("QUESTION Who paid 3.5 million for it?!", "QUESTION Really?");
  }

  @Test
  void listsAreReadWordByWord() {
    assertThat(markers("I think that’s kind of stupid, perhaps. According to whom"))
        .containsExactly(
            "HEDGE I think",
            "HEDGE kind of",
            "INSULT stupid",
            "HEDGE perhaps",
            "SOURCE According to");
    assertThat(markers("The thinkers were foolproof.")).isEmpty();
  }

  @Test
  void thanksAreThanked() {
    assertThat(markers("Thank you, and thanks for the map.")).hasSize(2);
    assertThat(markers("No thanks. Thanks to the mayor it rains, thank God.")).isEmpty();
  }

  @Test
  void capitalsAndMarksAreShouted() {
    assertThat(markers("THIS HAS TO END now!!! The EU and the UN agree!"))
        .containsExactly("SHOUTING THIS HAS TO END", "SHOUTING !!!");
  }

  @Test
  void linksAreNotReadAsWords() {
    assertThat(markers("See https://example.org/idiot?x=1, and www.example.org."))
        .containsExactly("LINK https://example.org/idiot?x=1", "LINK www.example.org");
  }

  @Test
  void namesOfTheThreadAreAddressedAtTheBeginningOrWithASign() {
    assertThat(markers("Old Salt, you know it. Ask @old salt or the old salt here."))
        .containsExactly("ADDRESS Old Salt", "ADDRESS old salt");
  }

  @Test
  void whatSomebodyElseSaysIsNotTheComments() {
    String text = "He said “you idiot”. Fools!";
    Quotation quotation =
        new Quotation(
            List.of(new Span(8, 19)),
            Optional.empty(),
            Optional.empty(),
            new Speaker.Unknown(Speaker.Reason.NO_ANTECEDENT),
            Quotation.Kind.DIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.empty(),
            "rule",
            1);
    assertThat(markers(text, quotation)).containsExactly("INSULT Fools");
  }
}
