package org.polylogue.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.Span;

/** Cuts texts that are over a limit; offsets in what is left are those of the whole. */
final class ShorterTexts {

  private final DocumentLimits limits;
  private final List<String> reasons = new ArrayList<>();

  ShorterTexts(DocumentLimits limits) {
    this.limits = limits;
  }

  /** What was cut, one line for each. */
  List<String> reasons() {
    return reasons;
  }

  Conversation of(Conversation conversation) {
    Article article = conversation.article();
    int end = end(article.id(), article.text());
    Article shorter =
        end == article.text().length()
            ? article
            : new Article(
                article.id(),
                article.title(),
                article.publication(),
                article.text().substring(0, end),
                within(article.blocks(), end));
    List<Comment> comments = new ArrayList<>();
    for (Comment comment : conversation.comments()) {
      int last = end(comment.id(), comment.text());
      comments.add(
          last == comment.text().length()
              ? comment
              : new Comment(
                  comment.id(),
                  comment.author(),
                  comment.time(),
                  comment.score(),
                  comment.text().substring(0, last),
                  comment.replyTo(),
                  within(comment.blocks(), last)));
    }
    return reasons.isEmpty() ? conversation : Conversation.of(shorter, comments);
  }

  private int end(String id, String text) {
    int end = Math.min(text.length(), limits.characters());
    while (end > 0 && end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    if (end == 0 && !text.isEmpty()) {
      end = Math.min(text.length(), limits.characters());
      end -= end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
    }
    end = Math.min(end, limits.endOfSentences(text));
    if (end < text.length()) {
      reasons.add(
          "document "
              + id
              + " has "
              + text.length()
              + " characters; only the first "
              + end
              + " are read; raise the limit on characters or sentences");
    }
    return end;
  }

  private static List<Block> within(List<Block> blocks, int end) {
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (block.span().start() < end) {
        Span span = new Span(block.span().start(), Math.min(end, block.span().end()));
        kept.add(new Block(block.kind(), span));
      }
    }
    return kept;
  }
}
