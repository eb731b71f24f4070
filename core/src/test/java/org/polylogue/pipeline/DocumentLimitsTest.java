package org.polylogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class DocumentLimitsTest {

  private static final Conversation CONVERSATION =
      Conversation.of(
          Article.of("a", "", "text"),
          List.of(
              Comment.of("1", "short"),
              Comment.of("2", "much too long").withReplyTo(Optional.of("1")),
              Comment.of("3", "below").withReplyTo(Optional.of("2")),
              Comment.of("4", "last")));

  private static DocumentLimits limits(int characters, int comments, int depth) {
    return new DocumentLimits(characters, 99, comments, depth, DocumentLimits.Excess.FAIL);
  }

  private static DocumentLimits leaveOut(int characters, int comments, int depth) {
    return new DocumentLimits(characters, 99, comments, depth, DocumentLimits.Excess.LEAVE_OUT);
  }

  private static List<String> kept(DocumentLimits limits) {
    return limits.apply(CONVERSATION).conversation().comments().stream().map(Comment::id).toList();
  }

  @Test
  void aConversationOverALimitFailsWithTheLimitAndTheCure() {
    assertThat(DocumentLimits.DEFAULT.apply(CONVERSATION).conversation()).isSameAs(CONVERSATION);
    assertThatThrownBy(() -> limits(10, 9, 9).apply(CONVERSATION))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("document 2 has 13 characters, more than 10; raise the limit on characters");
    assertThatThrownBy(() -> limits(20, 3, 9).apply(CONVERSATION))
        .hasMessage("article a has 4 comments, more than 3; raise the limit on comments");
    assertThatThrownBy(() -> limits(20, 9, 2).apply(CONVERSATION))
        .hasMessage("comment 3 is nested deeper than 2; raise the limit on depth");
  }

  @Test
  void aConversationOverALimitFailsAtAStageOfThatName() {
    Scope scope = new Scope();
    Throwable failure =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> scope.get(limits(10, 9, 9).asAnalysis(), CONVERSATION));
    assertThat(failure).isInstanceOf(LimitExceededException.class);
    assertThat(scope.stageOf(failure)).contains("limits");
  }

  @Test
  void whatIsLeftOutTakesItsRepliesAlongAndIsReported() {
    assertThat(kept(leaveOut(10, 9, 9))).containsExactly("1", "4");
    assertThat(leaveOut(10, 9, 9).apply(CONVERSATION).leftOut()).hasSize(1);
    assertThat(kept(leaveOut(20, 9, 2))).containsExactly("1", "2", "4");
    assertThat(kept(leaveOut(20, 2, 9))).containsExactly("1", "2");
    assertThat(leaveOut(20, 2, 2).apply(CONVERSATION).leftOut()).hasSize(2);
    assertThat(leaveOut(20, 9, 9).apply(CONVERSATION).conversation()).isSameAs(CONVERSATION);
    assertThatThrownBy(() -> leaveOut(3, 9, 9).apply(CONVERSATION))
        .as("an article is never cut")
        .isInstanceOf(LimitExceededException.class);
  }

  @Test
  void aTextOverALimitIsCutWhereAWordOrASentenceEndsAndSaysSo() {
    Conversation lengthy =
        Conversation.of(
            Article.of("a", "", "One is here. Two is there.\n\nThree 🙂 is gone."),
            List.of(Comment.of("1", "Unbrokenword🙂"), Comment.of("2", "Short.")));
    DocumentLimits bySentence = new DocumentLimits(99, 2, 9, 9, DocumentLimits.Excess.TRUNCATE);
    DocumentLimits.Limited two = bySentence.apply(lengthy);
    assertThat(two.conversation().article().text()).isEqualTo("One is here. Two is there.\n\n");
    assertThat(two.conversation().article().blocks()).hasSize(1);
    assertThat(two.leftOut())
        .containsExactly(
            "document a has 45 characters; only the first 28 are read; raise the limit on"
                + " characters or sentences");
    DocumentLimits byWord = new DocumentLimits(13, 9, 1, 9, DocumentLimits.Excess.TRUNCATE);
    DocumentLimits.Limited cut = byWord.apply(lengthy);
    assertThat(cut.conversation().article().text()).isEqualTo("One is here.");
    assertThat(cut.conversation().comments())
        .extracting(Comment::text)
        .as("no half of a character, and no more comments than allowed")
        .containsExactly("Unbrokenword");
    assertThat(cut.leftOut()).hasSize(3);
    assertThat(bySentence.apply(CONVERSATION).conversation()).isSameAs(CONVERSATION);
    assertThatThrownBy(
            () -> new DocumentLimits(99, 2, 9, 9, DocumentLimits.Excess.FAIL).apply(lengthy))
        .hasMessage("document a has more sentences than 2; raise the limit on sentences");
  }
}
