package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Stance;

/** Sides that commenters take towards articles and actors, and the votes their comments get. */
final class Sides {

  private record Towards(String name, int[] sides) {
    int total() {
      return sides[0] + sides[1] + sides[2];
    }
  }

  private final int[] replies = new int[3];
  private final Map<String, Towards> actors = new HashMap<>();
  private final List<TreeMap<Integer, Integer>> scores =
      List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  /** Counts the sides of an article's commenters and returns those towards the article. */
  int[] add(Discourse discourse) {
    int[] article = new int[3];
    for (Stance stance : discourse.stances()) {
      if (stance.holder().type().equals("commenter")) {
        stance.taken().ifPresent(taken -> add(taken, article, discourse.conversation()));
      }
    }
    return article;
  }

  private void add(Stance.Taken taken, int[] article, Conversation conversation) {
    int side = Side.of(taken.label()).ordinal();
    Stance.Target target = taken.target();
    switch (target.type()) {
      case "article" -> {
        article[side]++;
        conversation
            .comment(taken.documentId())
            .map(Comment::score)
            .ifPresent(score -> score.ifPresent(v -> scores.get(side).merge(v, 1, Integer::sum)));
      }
      case "parent" -> replies[side]++;
      case "actor" ->
          actors.computeIfAbsent(target.id(), id -> new Towards(target.label(), new int[3]))
              .sides()[side]++;
      default -> {}
    }
  }

  void write(JsonGenerator json, int rows, ActorRows known) throws IOException {
    actors.replaceAll(
        (id, towards) -> new Towards(Names.of(id, towards.name(), known), towards.sides()));
    json.writeArrayFieldStart("replies");
    for (int side : replies) {
      json.writeNumber(side);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("actors");
    for (Towards towards :
        actors.values().stream()
            .sorted(Comparator.comparingInt(Towards::total).reversed().thenComparing(Towards::name))
            .limit(rows)
            .toList()) {
      json.writeStartArray();
      json.writeString(towards.name());
      for (int side : towards.sides()) {
        json.writeNumber(side);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("scores");
    for (TreeMap<Integer, Integer> byScore : scores) {
      json.writeStartArray();
      long total = byScore.values().stream().mapToLong(Integer::longValue).sum();
      json.writeNumber(total);
      if (total > 0) {
        for (double quantile : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
          json.writeNumber(quantile(byScore, total, quantile));
        }
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** The smallest score that at least the given share of comments does not exceed. */
  private static int quantile(TreeMap<Integer, Integer> byScore, long total, double share) {
    long needed = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (Map.Entry<Integer, Integer> entry : byScore.entrySet()) {
      seen += entry.getValue();
      if (seen >= needed) {
        return entry.getKey();
      }
    }
    return byScore.lastKey();
  }
}
