package org.polylogue.discourse.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.FindingContext;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Table;
import org.polylogue.model.Actor;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Finding;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.OffsetUnit;

/**
 * What was found under one article, as rows of all tables but {@link DiscourseTable#ACTORS}, which
 * needs the whole corpus and is made by {@link ActorRows}.
 */
public final class DiscourseRows {

  private final Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
  private final String article;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Actor> actors = new HashMap<>();

  private final Map<String, CodePointIndex> codePoints = new HashMap<>();
  private final boolean onRequest;

  private DiscourseRows(Discourse discourse, boolean onRequest, OffsetUnit unit) {
    this.onRequest = onRequest;
    Conversation conversation = discourse.conversation();
    this.article = conversation.article().id();
    for (Document document : conversation.documents()) {
      texts.put(document.id(), document.text());
      if (unit == OffsetUnit.CODE_POINTS) {
        codePoints.put(document.id(), CodePointIndex.of(document.text()));
      }
    }
    discourse.actors().forEach(actor -> actors.put(actor.id(), actor));
    add(
        DiscourseTable.ARTICLES,
        new DiscourseTable.ArticleRow(discourse),
        context(discourse.article()));
    List<Comment> comments = conversation.comments();
    for (int i = 0; i < comments.size(); i++) {
      add(
          DiscourseTable.COMMENTS,
          new DiscourseTable.CommentRow(conversation, comments.get(i)),
          context(discourse.documents().get(i + 1)));
    }
    for (DocumentDiscourse found : discourse.documents()) {
      FindingContext first = context(found);
      found.findings().keySet().forEach(layer -> add(layer, found, first));
    }
  }

  /**
   * The rows of a conversation, without tables that are written only on request; offsets count
   * UTF-16 code units.
   *
   * @param discourse what was found
   * @return its rows in the order of their places
   */
  public static DiscourseRows of(Discourse discourse) {
    return of(discourse, false, OffsetUnit.UTF_16);
  }

  /**
   * The rows of a conversation.
   *
   * @param discourse what was found
   * @param onRequest true for tables too that are written only on request
   * @param unit what the columns of offsets count
   * @return its rows in the order of their places
   */
  public static DiscourseRows of(Discourse discourse, boolean onRequest, OffsetUnit unit) {
    return new DiscourseRows(discourse, onRequest, unit);
  }

  private FindingContext context(DocumentDiscourse found) {
    FindingContext first =
        new FindingContext(article, found.documentId(), texts, actors, found.findings());
    return codePoints.isEmpty() ? first : first.inCodePoints(codePoints);
  }

  private <F extends Finding> void add(
      Layer<F> layer, DocumentDiscourse found, FindingContext first) {
    int index = 0;
    for (F finding : found.of(layer)) {
      FindingContext at = first.at(index++);
      for (Table<F> table : layer.tables()) {
        if (onRequest || !table.isOnRequest()) {
          add(table, finding, at);
        }
      }
    }
  }

  private <R> void add(Table<R> table, R value, FindingContext at) {
    rows.computeIfAbsent(table.name(), name -> new ArrayList<>()).addAll(table.rows(value, at));
  }

  /**
   * The rows of a table.
   *
   * @param table name of the table
   * @return a cell for each column of the table, null where it is empty; an unmodifiable list
   */
  public List<List<Object>> of(String table) {
    return Collections.unmodifiableList(rows.getOrDefault(table, List.of()));
  }

  /**
   * The tables that have rows.
   *
   * @return their names
   */
  public List<String> tables() {
    return List.copyOf(rows.keySet());
  }
}
