package org.polylogue.report.internal;

import java.util.HashMap;
import java.util.Map;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * The shape of the comments under an article.
 *
 * @param depth the longest chain of replies, 0 without comments
 * @param width the most comments at one depth
 * @param roots comments that answer the article
 */
record ThreadShape(int depth, int width, int roots) {

  static ThreadShape of(Conversation conversation) {
    Map<Integer, Integer> atDepth = new HashMap<>();
    int depth = 0;
    int width = 0;
    for (Comment comment : conversation.comments()) {
      int at = conversation.depthOf(comment);
      depth = Math.max(depth, at);
      width = Math.max(width, atDepth.merge(at, 1, Integer::sum));
    }
    return new ThreadShape(depth, width, conversation.roots().size());
  }
}
