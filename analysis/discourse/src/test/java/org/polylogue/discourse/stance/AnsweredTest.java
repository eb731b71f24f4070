package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class AnsweredTest {

  private static Comment comment(String id, String author, String text, String replyTo) {
    return new Comment(
        id,
        Optional.of(author),
        Optional.empty(),
        OptionalInt.empty(),
        text,
        Optional.ofNullable(replyTo));
  }

  private static Conversation thread(Comment... comments) {
    return Conversation.of(Article.of("a", "The pool stays shut.", "It leaks."), List.of(comments));
  }

  private static List<String> answered(Conversation conversation, String id) {
    Comment comment = conversation.comment(id).orElseThrow();
    return new Answered(conversation).of(comment).comments().stream().map(Comment::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "> Children need somewhere to swim.\\nSo do pensioners. | 1",
        "&gt; children need somewhere to swim\\nAgreed. | 1",
        "\"Children need somewhere to swim\" is what everyone forgets. | 1",
        "Children need somewhere to swim. Not at that price. | 1",
        "@Bath Keeper who pays for it? | 2",
        "@bathkeeper: who pays for it? | 2",
        "Mail me at nobody@example.org about swimming. | -",
        "Somewhere to swim would be good. | -"
      })
  void whoIsQuotedOrAddressedIsAnswered(String text, String id) {
    Conversation conversation =
        thread(
            comment("1", "Mo", "Children need somewhere to swim. It was a good pool.", null),
            comment("2", "Bath Keeper", "The roof alone costs a million.", null),
            comment("3", "Ida", text.replace("\\n", "\n"), null));
    assertThat(answered(conversation, "3")).isEqualTo(id.equals("-") ? List.of() : List.of(id));
  }

  @Test
  void theParentThatTheSourceNamesStandsFirst() {
    Conversation conversation =
        thread(
            comment("1", "Mo", "Children need somewhere to swim.", null),
            comment("2", "Bath Keeper", "The roof alone costs a million.", null),
            comment("3", "Ida", "> Children need somewhere to swim.\nHe is right, you know.", "2"));
    assertThat(answered(conversation, "3")).containsExactly("2", "1");
  }

  @Test
  void nobodyAnswersHimselfOrALaterPost() {
    Conversation conversation =
        thread(
            comment("1", "Mo", "@Ida the pool is lost, believe me.", null),
            comment("2", "Mo", "The pool is lost, believe me.", null),
            comment("3", "Ida", "@Ida the roof is gone as well.", null));
    assertThat(answered(conversation, "1")).isEmpty();
    assertThat(answered(conversation, "2")).isEmpty();
    assertThat(answered(conversation, "3")).isEmpty();
  }
}
