package org.polylogue.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
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
        discourse.documents().stream()
            .map(found -> found.map(units.get(found.documentId()), this::map))
            .toList());
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

  private Passage map(Passage passage) {
    return new Passage(passage.documentId(), units.get(passage.documentId()).apply(passage.span()));
  }
}
