package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.text.Span;

/**
 * What replies say when they agree, disagree or do neither, on any topic. Immutable once loaded.
 */
final class ReplyMoves {

  static final String AGREE = "agree";
  static final String DISAGREE = "disagree";
  private static final String NEUTRAL = "neutral";

  private final PhraseTable<String> table = new PhraseTable<>();

  private ReplyMoves() {}

  static ReplyMoves shipped() {
    ReplyMoves moves = new ReplyMoves();
    for (String kind : List.of(AGREE, DISAGREE, NEUTRAL)) {
      StanceWords.list(kind).forEach(phrase -> moves.table.put(phrase, kind));
    }
    return moves;
  }

  /** A phrase of the table in a text. */
  record Move(String kind, int first, int length) {}

  List<Move> find(PostWords text) {
    List<Move> found = new ArrayList<>();
    for (int i = 0; i < text.size(); ) {
      PhraseTable.Match<String> match = table.longest(text.words(), i);
      if (match == null) {
        i++;
      } else {
        found.add(new Move(match.value(), i, match.length()));
        i += match.length();
      }
    }
    return found;
  }

  /** The places in the text of the moves of a kind. */
  static List<Span> places(List<Move> moves, String kind, PostWords text) {
    List<Span> places = new ArrayList<>();
    for (Move move : moves) {
      if (move.kind().equals(kind)) {
        int last = Math.min(text.size(), move.first() + move.length()) - 1;
        places.add(new Span(text.start(move.first()), text.end(last)));
      }
    }
    return places;
  }

  FeatureVector features(PostWords text) {
    FeatureVector features = new FeatureVector();
    List<Move> moves = find(text);
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Integer> first = new TreeMap<>();
    for (Move move : moves) {
      all.merge(move.kind(), 1, Integer::sum);
      if (text.sentence()[move.first()] == 0) {
        first.merge(move.kind(), 1, Integer::sum);
      }
    }
    double length = Math.sqrt(text.size() + 2.0);
    all.forEach(
        (kind, count) -> {
          features.add("mv:all:" + kind, count / length);
          features.mark("mv:has:" + kind);
        });
    first.forEach(
        (kind, count) -> features.add("mv:first:" + kind, count / Math.sqrt(count + 1.0)));
    if (!moves.isEmpty()) {
      Move opening = moves.get(0);
      if (opening.first() == 0) {
        features.mark("mv:start:" + opening.kind());
        int after = opening.length();
        if (after + 1 >= text.size() || text.sentence()[after] != 0) {
          features.mark("mv:only:" + opening.kind());
        }
      }
      String second = moves.size() > 1 ? ">" + moves.get(1).kind() : "";
      features.mark("mv:seq:" + opening.kind() + second);
    }
    int balance = Integer.signum(all.getOrDefault(AGREE, 0) - all.getOrDefault(DISAGREE, 0));
    features.mark("mv:balance:" + balance);
    return features;
  }
}
