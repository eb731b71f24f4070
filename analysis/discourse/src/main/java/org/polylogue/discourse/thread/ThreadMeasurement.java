package org.polylogue.discourse.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * Measures the threads of a conversation. Time and memory are linear in the number of comments, and
 * nothing recurses. Immutable and thread-safe.
 */
public final class ThreadMeasurement implements Analysis<Conversation, ThreadMeasures> {

  /** A measurement; it has no options. */
  public ThreadMeasurement() {}

  @Override
  public ThreadMeasures analyze(Conversation conversation, Scope scope) {
    List<Comment> comments = conversation.comments();
    Map<String, Integer> index = new HashMap<>(comments.size() * 2);
    for (int i = 0; i < comments.size(); i++) {
      index.put(comments.get(i).id(), i);
    }
    List<Integer> order = new ArrayList<>(comments.size());
    List<Integer> threadEnds = new ArrayList<>();
    List<String> rootIds = new ArrayList<>();
    for (Comment root : conversation.roots()) {
      int at = order.size();
      order.add(index.get(root.id()));
      while (at < order.size()) {
        for (Comment reply : conversation.repliesTo(comments.get(order.get(at)))) {
          order.add(index.get(reply.id()));
        }
        at++;
      }
      threadEnds.add(order.size());
      rootIds.add(root.id());
    }
    int[] parents = new int[comments.size()];
    int[] depths = new int[comments.size()];
    for (int i = 0; i < parents.length; i++) {
      Comment comment = comments.get(i);
      parents[i] = comment.replyTo().map(index::get).orElse(-1);
      depths[i] = conversation.depthOf(comment);
    }
    ThreadShape whole = shape(order, 0, order.size(), parents, depths, true);
    List<ThreadMeasures.RootedShape> threads = new ArrayList<>(rootIds.size());
    int start = 0;
    for (int i = 0; i < rootIds.size(); i++) {
      int end = threadEnds.get(i);
      threads.add(
          new ThreadMeasures.RootedShape(
              rootIds.get(i), shape(order, start, end, parents, depths, false)));
      start = end;
    }
    return new ThreadMeasures(whole, threads, ReplyNetwork.of(conversation));
  }

  /**
   * Shape of the comments at some places of an order in which parents stand before their replies.
   * With the article, it is one more node above the roots.
   */
  private static ThreadShape shape(
      List<Integer> order, int from, int to, int[] parents, int[] depths, boolean withArticle) {
    int count = to - from;
    long nodes = count + (withArticle ? 1L : 0L);
    int rootDepth = withArticle ? 0 : 1;
    Map<Integer, long[]> place = new HashMap<>(count * 2);
    Map<Integer, Integer> breadths = new HashMap<>();
    int depth = 0;
    int breadth = 0;
    for (int i = from; i < to; i++) {
      int node = order.get(i);
      place.put(node, new long[] {1, 0});
      int below = depths[node] - rootDepth;
      depth = Math.max(depth, below);
      if (below > 0) {
        breadth = Math.max(breadth, breadths.merge(below, 1, Integer::sum));
      }
    }
    double pairDistances = 0;
    int rootReplies = 0;
    for (int i = to - 1; i >= from; i--) {
      int node = order.get(i);
      long size = place.get(node)[0];
      long[] parent = place.get(parents[node]);
      if (parent != null) {
        parent[0] += size;
        parent[1]++;
        pairDistances += (double) size * (nodes - size);
      } else if (withArticle) {
        rootReplies++;
        pairDistances += (double) size * (nodes - size);
      }
    }
    int answered = rootReplies > 0 ? 1 : 0;
    for (long[] node : place.values()) {
      answered += node[1] > 0 ? 1 : 0;
    }
    boolean alone = nodes < 2;
    return new ThreadShape(
        count,
        depth,
        breadth,
        (int) (nodes - answered),
        alone ? OptionalDouble.empty() : OptionalDouble.of((nodes - 1) / (double) answered),
        alone
            ? OptionalDouble.empty()
            : OptionalDouble.of(pairDistances / (nodes * (nodes - 1) / 2.0)));
  }
}
