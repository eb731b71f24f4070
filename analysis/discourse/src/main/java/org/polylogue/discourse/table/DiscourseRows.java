package org.polylogue.discourse.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadShape;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * What was found under one article, as rows of all tables but {@link DiscourseTable#ACTORS}, which
 * needs the whole corpus and is made by {@link ActorRows}.
 */
public final class DiscourseRows {

  private final Map<DiscourseTable, List<List<Object>>> rows = new EnumMap<>(DiscourseTable.class);

  private DiscourseRows() {}

  /**
   * The rows of a conversation.
   *
   * @param discourse what was found
   * @return its rows in the order of their places
   */
  public static DiscourseRows of(Discourse discourse) {
    DiscourseRows rows = new DiscourseRows();
    rows.add(discourse);
    return rows;
  }

  /**
   * The rows of a table.
   *
   * @param table any table
   * @return a cell for each column of the table, null where it is empty; an unmodifiable list
   */
  public List<List<Object>> of(DiscourseTable table) {
    return Collections.unmodifiableList(rows.getOrDefault(table, List.of()));
  }

  private void row(DiscourseTable table, Object... cells) {
    List<Object> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      Object value = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
      row.add(value == null || value instanceof Number ? value : value.toString());
    }
    if (row.size() != table.columns().size()) {
      throw new IllegalStateException(row.size() + " cells for the columns of " + table.label());
    }
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(Collections.unmodifiableList(row));
  }

  private void add(Discourse discourse) {
    Map<String, String> texts = new HashMap<>();
    for (Document document : discourse.conversation().documents()) {
      texts.put(document.id(), document.text());
    }
    Map<String, Actor> named = new HashMap<>();
    discourse.actors().forEach(actor -> named.put(actor.id(), actor));
    addArticle(discourse);
    addComments(discourse.conversation());
    String article = discourse.conversation().article().id();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = texts.get(found.documentId());
      addQuotations(article, found, text);
      addExpressions(article, found, text);
      addMentions(article, found, text, named);
      addSentiments(article, found, text);
      addEchoes(article, found, texts);
    }
    for (Stance stance : discourse.stances()) {
      addStance(article, stance, texts);
    }
  }

  private void addArticle(Discourse discourse) {
    Conversation conversation = discourse.conversation();
    Article article = conversation.article();
    ThreadShape shape = new ThreadMeasurement().analyze(conversation, new Scope()).whole();
    row(
        DiscourseTable.ARTICLES,
        article.id(),
        article.title(),
        article.publication().outlet(),
        article.publication().author(),
        article.publication().date(),
        article.publication().url(),
        article.publication().section(),
        article.text().length(),
        conversation.comments().size(),
        conversation.roots().size(),
        shape.depth(),
        shape.breadth(),
        number(shape.branching()),
        number(shape.structuralVirality()),
        discourse.article().quotations().size(),
        discourse.article().expressions().size(),
        discourse.article().mentions().size(),
        conversation.irregularities().size());
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private void addComments(Conversation conversation) {
    for (Comment comment : conversation.comments()) {
      row(
          DiscourseTable.COMMENTS,
          conversation.article().id(),
          comment.id(),
          comment.author(),
          comment.time(),
          comment.score().isPresent() ? comment.score().getAsInt() : null,
          comment.replyTo(),
          conversation.depthOf(comment),
          conversation.repliesTo(comment).size(),
          comment.text().length(),
          comment.text());
    }
  }

  private void addQuotations(String article, DocumentDiscourse found, String text) {
    int index = 0;
    for (Quotation quotation : found.quotations()) {
      row(
          DiscourseTable.QUOTATIONS,
          article,
          found.documentId(),
          index++,
          quotation.kind(),
          quotation.mode(),
          quotation.grade(),
          Labels.speakerType(quotation.speaker()),
          Labels.speakerName(quotation.speaker()),
          Labels.actorId(quotation.speaker()),
          words(quotation.content(), text),
          quotation.content().stream().map(Span::toString).collect(Collectors.joining(",")),
          quotation.cue().map(span -> span.of(text)),
          quotation.source().map(span -> span.of(text)),
          quotation.parent().isPresent() ? quotation.parent().getAsInt() : null,
          quotation.rule(),
          quotation.confidence());
    }
  }

  private void addExpressions(String article, DocumentDiscourse found, String text) {
    for (MarkedExpression expression : found.expressions()) {
      row(
          DiscourseTable.EXPRESSIONS,
          article,
          found.documentId(),
          expression.kind(),
          expression.span().of(text),
          expression.span().start(),
          expression.span().end(),
          expression.rule(),
          expression.confidence());
    }
  }

  private void addMentions(
      String article, DocumentDiscourse found, String text, Map<String, Actor> named) {
    for (Mention mention : found.mentions()) {
      row(
          DiscourseTable.MENTIONS,
          article,
          found.documentId(),
          mention.span().start(),
          mention.span().end(),
          mention.span().of(text),
          mention.form(),
          mention.actorId(),
          name(named, Optional.of(mention.actorId())),
          mention.metonym(),
          name(named, mention.metonym()),
          mention.confidence());
    }
  }

  private static Optional<String> name(Map<String, Actor> named, Optional<String> id) {
    return id.map(named::get).map(Actor::name);
  }

  private void addSentiments(String article, DocumentDiscourse found, String text) {
    for (Sentiment sentiment : found.sentiments()) {
      row(
          DiscourseTable.SENTIMENTS,
          article,
          found.documentId(),
          sentiment.span().start(),
          sentiment.span().end(),
          sentiment.span().of(text),
          sentiment.score(),
          Labels.voice(sentiment.voice()),
          Labels.voiceName(sentiment.voice()),
          sentiment.target().map(span -> span.of(text)),
          sentiment.target().map(Span::start),
          sentiment.target().map(Span::end),
          sentiment.trace().stream()
              .map(part -> part.cause() + " " + part.amount())
              .collect(Collectors.joining("; ")));
    }
  }

  private void addEchoes(String article, DocumentDiscourse found, Map<String, String> texts) {
    for (Echo echo : found.echoes()) {
      row(
          DiscourseTable.ECHOES,
          article,
          found.documentId(),
          echo.span().start(),
          echo.span().end(),
          echo.span().of(texts.get(found.documentId())),
          echo.source().documentId(),
          echo.source().span().start(),
          echo.source().span().end(),
          words(echo.source(), texts),
          echo.similarity());
    }
  }

  private void addStance(String article, Stance stance, Map<String, String> texts) {
    Stance.Taken taken = stance instanceof Stance.Taken side ? side : null;
    row(
        DiscourseTable.STANCES,
        article,
        stance.documentId(),
        Labels.voice(stance.holder()),
        Labels.voiceName(stance.holder()),
        Labels.targetType(stance.target()),
        Labels.targetId(stance.target()),
        Labels.targetName(stance.target()),
        taken == null ? null : Labels.scheme(taken.label()),
        taken == null ? null : taken.label().name(),
        taken == null ? null : taken.confidence(),
        taken == null
            ? null
            : taken.evidence().stream()
                .map(passage -> words(passage, texts))
                .collect(Collectors.joining(" … ")),
        stance instanceof Stance.Withheld withheld ? withheld.reason() : null);
  }

  private static String words(List<Span> spans, String text) {
    return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
  }

  private static String words(Passage passage, Map<String, String> texts) {
    String text = texts.get(passage.documentId());
    return text == null ? "" : passage.span().of(text);
  }
}
