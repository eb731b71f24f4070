package org.polylogue.discourse.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Who replies to whom under an article. Names are taken as they are shown; a comment without a name
 * is nobody's, and replies from or to it are counted apart.
 *
 * @param commenters all names, sorted
 * @param replies one entry for each pair of which the first answered the second, sorted by both
 * @param unattributed replies from or to a comment without a name
 */
public record ReplyNetwork(List<String> commenters, List<Replies> replies, int unattributed) {

  /**
   * How often one commenter answered another, or themself.
   *
   * @param from who replies
   * @param to who is answered
   * @param count at least 1
   */
  public record Replies(String from, String to, int count) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the count is less than 1
     */
    public Replies {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      if (count < 1) {
        throw new IllegalArgumentException("no reply from " + from + " to " + to);
      }
    }
  }

  /** Copies the lists. */
  public ReplyNetwork {
    commenters = List.copyOf(commenters);
    replies = List.copyOf(replies);
  }

  /**
   * The network of a conversation.
   *
   * @param conversation an article with its comments
   * @return its replies
   */
  public static ReplyNetwork of(Conversation conversation) {
    TreeSet<String> names = new TreeSet<>();
    TreeMap<String, TreeMap<String, Integer>> counts = new TreeMap<>();
    int unattributed = 0;
    for (Comment comment : conversation.comments()) {
      comment.author().ifPresent(names::add);
      Optional<Comment> parent = conversation.parentOf(comment);
      if (parent.isEmpty()) {
        continue;
      }
      if (comment.author().isEmpty() || parent.get().author().isEmpty()) {
        unattributed++;
      } else {
        counts
            .computeIfAbsent(comment.author().get(), name -> new TreeMap<>())
            .merge(parent.get().author().get(), 1, Integer::sum);
      }
    }
    List<Replies> replies = new ArrayList<>();
    counts.forEach(
        (from, row) -> row.forEach((to, count) -> replies.add(new Replies(from, to, count))));
    return new ReplyNetwork(List.copyOf(names), replies, unattributed);
  }

  /**
   * The share of ties between two different commenters that go both ways: the number of ordered
   * pairs (a, b) with replies in both directions by the number of ordered pairs with replies (the
   * reciprocity of Wasserman and Faust, "Social Network Analysis", 1994, section 13.3, without
   * weights and without loops).
   *
   * @return 0 to 1, empty if nobody answered anybody else
   */
  public OptionalDouble reciprocity() {
    Map<List<String>, Integer> ties = new HashMap<>();
    for (Replies tie : replies) {
      if (!tie.from().equals(tie.to())) {
        ties.put(List.of(tie.from(), tie.to()), tie.count());
      }
    }
    if (ties.isEmpty()) {
      return OptionalDouble.empty();
    }
    long mutual =
        ties.keySet().stream()
            .filter(tie -> ties.containsKey(List.of(tie.get(1), tie.get(0))))
            .count();
    return OptionalDouble.of(mutual / (double) ties.size());
  }
}
