package org.polylogue.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * What every analysis of a conversation keeps; an analysis' test extends it.
 *
 * @param <R> what it finds
 */
public abstract class AnalysisContract<R> {

  private static final int DEEP = 5_000;

  /** The analysis under test, always the same. */
  protected abstract Analysis<Conversation, R> analysis();

  /** What of a result is compared; a result without {@code equals} is taken apart here. */
  protected Object compared(R result) {
    return result;
  }

  private Object of(Conversation conversation) {
    return compared(new Scope().get(analysis(), conversation));
  }

  private static Conversation conversation(String text) {
    return Conversation.of(
        Article.of("a", "A bridge", text), List.of(Comment.of("1", text), Comment.of("2", "No.")));
  }

  private static Conversation news() {
    return conversation(
        "The council voted for the bridge on Monday.\n“We are not ready,” Anna Kern said.");
  }

  @Test
  void aConversationGivesTheSameAloneAndAfterOthersAndOnManyThreads() throws Exception {
    Object alone = of(news());
    of(conversation("Anna Kern lied about the council. Shame on her!"));
    assertThat(of(news())).isEqualTo(alone);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Object>> results = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Conversation other = conversation("Critics met " + i + " friends of the bridge.");
        pool.submit(() -> of(other));
        results.add(pool.submit(() -> of(news())));
      }
      for (Future<Object> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t\n",
        "\u0000\u0007\u001b",
        "\uFEFF\u200B\u200D",
        "😀😀 👩‍👩‍👧‍👦 🇰🇿",
        "\uD83D lone surrogate \uDE00.",
        "““““ \"\"\" ’’’",
        "WHY ARE THEY ALL SHOUTING :-) http://example.org/a?b=c @name #tag",
        "Привет мир. 你好，世界。 مرحبا"
      })
  void anyTextPasses(String text) {
    assertThat(of(conversation(text))).isNotNull();
  }

  @Test
  void anArticleWithoutCommentsPasses() {
    assertThat(of(Conversation.of(Article.of("a", "", "Rain fell."), List.of()))).isNotNull();
  }

  @Test
  void repliesOfAnyDepthPass() {
    List<Comment> chain = new ArrayList<>();
    for (int i = 0; i < DEEP; i++) {
      chain.add(
          new Comment(
              "c" + i,
              Optional.of("Ann"),
              Optional.empty(),
              OptionalInt.empty(),
              "No.",
              i == 0 ? Optional.empty() : Optional.of("c" + (i - 1))));
    }
    assertThat(of(Conversation.of(Article.of("a", "", "Rain fell."), chain))).isNotNull();
  }
}
