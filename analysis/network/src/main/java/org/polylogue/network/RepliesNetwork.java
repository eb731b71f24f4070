package org.polylogue.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.thread.ReplyNetwork;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Who replies to whom over many articles. Commenters are told apart by the names they show.
 * Collects one conversation after the other; not thread-safe. The network it makes is a value.
 */
public final class RepliesNetwork {

  private final SortedMap<String, Integer> comments = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> replies = new TreeMap<>();

  /** A network without anybody. */
  public RepliesNetwork() {}

  /**
   * Adds the replies under an article.
   *
   * @param conversation an article and its comments
   */
  public void add(Conversation conversation) {
    for (Comment comment : conversation.comments()) {
      comment.author().ifPresent(name -> comments.merge(name, 1, Integer::sum));
    }
    for (ReplyNetwork.Replies tie : ReplyNetwork.of(conversation).replies()) {
      replies
          .computeIfAbsent(tie.from(), name -> new TreeMap<>())
          .merge(tie.to(), tie.count(), Integer::sum);
    }
  }

  /**
   * The network so far.
   *
   * @return a directed network from those who reply to those who are answered; nodes have {@code
   *     comments}, the number of their comments
   */
  public Network toNetwork() {
    List<Network.Node> nodes = new ArrayList<>();
    comments.forEach(
        (name, count) -> nodes.add(new Network.Node(name, "commenter", Map.of("comments", count))));
    List<Network.Tie> ties = new ArrayList<>();
    replies.forEach(
        (from, row) ->
            row.forEach((to, count) -> ties.add(new Network.Tie(from, to, count, Map.of()))));
    return new Network(true, nodes, ties);
  }
}
