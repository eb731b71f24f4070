package org.polylogue.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Moves every span of a discourse into another unit of offsets; nothing else changes. */
final class SpanMapping {

  private final Map<String, UnaryOperator<Span>> units = new HashMap<>();

  private SpanMapping(Conversation conversation, BiFunction<CodePointIndex, Span, Span> unit) {
    for (Document document : conversation.documents()) {
      CodePointIndex index = CodePointIndex.of(document.text());
      units.put(document.id(), span -> unit.apply(index, span));
    }
  }

  /** From UTF-16 code units, as everywhere in the library, to code points. */
  static Discourse toCodePoints(Discourse discourse) {
    return new SpanMapping(discourse.conversation(), CodePointIndex::toCodePoints).map(discourse);
  }

  /** From code points, as only files have them, back to UTF-16 code units. */
  static Discourse toCodeUnits(Discourse discourse) {
    return new SpanMapping(discourse.conversation(), CodePointIndex::toCodeUnits).map(discourse);
  }

  private Discourse map(Discourse discourse) {
    Conversation conversation = discourse.conversation();
    Article article = conversation.article();
    return new Discourse(
        Conversation.restored(
            new Article(
                article.id(),
                article.title(),
                article.publication(),
                article.text(),
                map(article.id(), article.blocks())),
            conversation.comments().stream().map(this::map).toList(),
            conversation.irregularities()),
        discourse.actors(),
        discourse.documents().stream().map(this::map).toList(),
        discourse.stances().stream().map(this::map).toList());
  }

  private Comment map(Comment comment) {
    return new Comment(
        comment.id(),
        comment.author(),
        comment.time(),
        comment.score(),
        comment.text(),
        comment.replyTo(),
        map(comment.id(), comment.blocks()));
  }

  private List<Block> map(String document, List<Block> blocks) {
    UnaryOperator<Span> unit = units.get(document);
    return blocks.stream().map(block -> new Block(block.kind(), unit.apply(block.span()))).toList();
  }

  private DocumentDiscourse map(DocumentDiscourse found) {
    UnaryOperator<Span> unit = units.get(found.documentId());
    return new DocumentDiscourse(
        found.documentId(),
        found.mentions().stream().map(mention -> map(mention, unit)).toList(),
        found.quotations().stream().map(quotation -> map(quotation, unit)).toList(),
        found.expressions().stream().map(expression -> map(expression, unit)).toList(),
        found.sentiments().stream().map(sentiment -> map(sentiment, unit)).toList(),
        found.echoes().stream()
            .map(echo -> new Echo(unit.apply(echo.span()), map(echo.source()), echo.similarity()))
            .toList());
  }

  private static Mention map(Mention mention, UnaryOperator<Span> unit) {
    return new Mention(
        unit.apply(mention.span()),
        mention.form(),
        mention.actorId(),
        mention.metonym(),
        mention.confidence());
  }

  private static MarkedExpression map(MarkedExpression expression, UnaryOperator<Span> unit) {
    return new MarkedExpression(
        unit.apply(expression.span()),
        expression.kind(),
        expression.rule(),
        expression.confidence());
  }

  private static Quotation map(Quotation quotation, UnaryOperator<Span> unit) {
    return new Quotation(
        quotation.content().stream().map(unit).toList(),
        quotation.cue().map(unit),
        quotation.source().map(unit),
        map(quotation.speaker(), unit),
        quotation.kind(),
        quotation.mode(),
        quotation.grade(),
        quotation.parent(),
        quotation.rule(),
        quotation.confidence());
  }

  private static Sentiment map(Sentiment sentiment, UnaryOperator<Span> unit) {
    return new Sentiment(
        unit.apply(sentiment.span()),
        sentiment.score(),
        map(sentiment.voice(), unit),
        sentiment.target().map(unit),
        sentiment.trace(),
        sentiment.tone(),
        sentiment.probabilities(),
        sentiment.affected(),
        sentiment.evidence().stream().map(unit).toList(),
        sentiment.judge());
  }

  private static Voice map(Voice voice, UnaryOperator<Span> unit) {
    return voice instanceof Voice.Source source
        ? new Voice.Source(map(source.speaker(), unit))
        : voice;
  }

  private static Speaker map(Speaker speaker, UnaryOperator<Span> unit) {
    return speaker instanceof Speaker.Described described
        ? new Speaker.Described(described.description(), unit.apply(described.span()))
        : speaker;
  }

  private Stance map(Stance stance) {
    Voice holder = map(stance.holder(), units.get(stance.documentId()));
    if (stance instanceof Stance.Taken taken) {
      return new Stance.Taken(
          taken.documentId(),
          holder,
          taken.target(),
          taken.label(),
          taken.confidence(),
          taken.evidence().stream().map(this::map).toList(),
          taken.judge());
    }
    Stance.Withheld withheld = (Stance.Withheld) stance;
    return new Stance.Withheld(
        withheld.documentId(), holder, withheld.target(), withheld.reason(), withheld.judge());
  }

  private Passage map(Passage passage) {
    return new Passage(passage.documentId(), units.get(passage.documentId()).apply(passage.span()));
  }
}
