package org.polylogue.discourse.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadShape;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Publication;
import org.polylogue.pipeline.Scope;

/** The tables of an analysis; their columns are described in {@code docs/formats/discourse.md}. */
public final class DiscourseTable {

  /**
   * An article with what was found.
   *
   * @param discourse what was found
   * @param shape the shape of its thread
   */
  public record ArticleRow(Discourse discourse, ThreadShape shape) {

    /**
     * Measures the thread of an article.
     *
     * @param discourse what was found
     */
    ArticleRow(Discourse discourse) {
      this(
          discourse,
          new ThreadMeasurement().analyze(discourse.conversation(), new Scope()).whole());
    }

    Article article() {
      return discourse.conversation().article();
    }

    Publication publication() {
      return article().publication();
    }
  }

  /**
   * A comment in its conversation.
   *
   * @param conversation the conversation
   * @param comment the comment
   */
  public record CommentRow(Conversation conversation, Comment comment) {}

  /** One row for each article. */
  public static final Table<ArticleRow> ARTICLES =
      Table.<ArticleRow>named("articles")
          .text("article_id", (row, at) -> row.article().id())
          .text("title", (row, at) -> row.article().title())
          .text("outlet", (row, at) -> row.publication().outlet())
          .text("author", (row, at) -> row.publication().author())
          .text("date", (row, at) -> row.publication().date())
          .text("url", (row, at) -> row.publication().url())
          .text("section", (row, at) -> row.publication().section())
          .whole("characters", (row, at) -> row.article().text().length())
          .whole("comments", (row, at) -> row.discourse().conversation().comments().size())
          .whole("root_comments", (row, at) -> row.discourse().conversation().roots().size())
          .whole("thread_depth", (row, at) -> row.shape().depth())
          .whole("thread_breadth", (row, at) -> row.shape().breadth())
          .decimal("branching", (row, at) -> number(row.shape().branching()))
          .decimal("structural_virality", (row, at) -> number(row.shape().structuralVirality()))
          .whole("quotations", (row, at) -> row.discourse().article().quotations().size())
          .whole("expressions", (row, at) -> row.discourse().article().expressions().size())
          .whole("mentions", (row, at) -> row.discourse().article().mentions().size())
          .whole(
              "irregularities",
              (row, at) -> row.discourse().conversation().irregularities().size());

  /** One row for each comment. */
  public static final Table<CommentRow> COMMENTS =
      Table.<CommentRow>named("comments")
          .text("article_id", (row, at) -> row.conversation().article().id())
          .text("comment_id", (row, at) -> row.comment().id())
          .text("author", (row, at) -> row.comment().author())
          .text("time", (row, at) -> row.comment().time())
          .whole(
              "score",
              (row, at) ->
                  row.comment().score().isPresent() ? row.comment().score().getAsInt() : null)
          .text("reply_to", (row, at) -> row.comment().replyTo())
          .whole("depth", (row, at) -> row.conversation().depthOf(row.comment()))
          .whole("replies", (row, at) -> row.conversation().repliesTo(row.comment()).size())
          .whole("characters", (row, at) -> row.comment().text().length())
          .text("text", (row, at) -> row.comment().text());

  /** One row for each actor of the corpus, ordered by id. */
  public static final Table<ActorRow> ACTORS =
      Table.<ActorRow>named("actors")
          .text("actor_id", (row, at) -> row.actor().id())
          .text("name", (row, at) -> row.actor().name())
          .text("type", (row, at) -> row.actor().type())
          .text("aliases", (row, at) -> String.join("; ", row.actor().aliases()))
          .text("attributes", (row, at) -> row.attributes())
          .whole("mentions", (row, at) -> row.mentions())
          .whole("articles", (row, at) -> row.articles())
          .text("gender", (row, at) -> row.gender())
          .text("gender_source", (row, at) -> row.genderSource());

  private DiscourseTable() {}

  /**
   * All tables that are written without being asked for.
   *
   * @param layers the layers that have tables
   * @return articles, comments and actors, and then those of the layers
   */
  public static List<Table<?>> all(Layers layers) {
    return all(layers, false);
  }

  /**
   * All tables.
   *
   * @param layers the layers that have tables
   * @param onRequest true for those too that are written only on request
   * @return articles, comments and actors, and then those of the layers
   */
  public static List<Table<?>> all(Layers layers, boolean onRequest) {
    List<Table<?>> tables = new ArrayList<>(List.of(ARTICLES, COMMENTS, ACTORS));
    for (Layer<?> layer : layers) {
      layer.tables().stream()
          .filter(table -> onRequest || !table.isOnRequest())
          .forEach(tables::add);
    }
    return tables;
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
