package org.polylogue.discourse.layer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.model.Finding;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/** Which quotation and which mention stands where in a document. Made at the first question. */
final class DocumentIndex {

  /** A segment of a quotation, and the position of the segment around it, −1 for none. */
  private record Segment(Span span, int quotation, int around) {}

  private final Map<Layer<?>, List<? extends Finding>> findings;
  private Map<Span, Integer> positions;
  private List<Segment> segments;

  DocumentIndex(Map<Layer<?>, List<? extends Finding>> findings) {
    this.findings = findings;
  }

  Optional<Mention> mention(Span span) {
    return mentionPosition(span).map(at -> (Mention) findings.get(Layers.MENTIONS).get(at));
  }

  Optional<Integer> mentionPosition(Span span) {
    if (positions == null) {
      positions = new HashMap<>();
      int position = 0;
      for (Finding finding : findings.getOrDefault(Layers.MENTIONS, List.of())) {
        positions.putIfAbsent(((Mention) finding).span(), position++);
      }
    }
    return Optional.ofNullable(positions.get(span));
  }

  /** The innermost quotation that holds a place; near-linear in all, since segments nest. */
  Optional<Integer> quotationAround(int place) {
    if (segments == null) {
      segments = segments();
    }
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).span().start() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int at = low - 1;
    while (at >= 0 && segments.get(at).span().end() <= place) {
      at = segments.get(at).around();
    }
    return at < 0 ? Optional.empty() : Optional.of(segments.get(at).quotation());
  }

  private List<Segment> segments() {
    List<Segment> sorted = new ArrayList<>();
    int number = 0;
    for (Finding finding : findings.getOrDefault(Layers.QUOTATIONS, List.of())) {
      for (Span span : ((Quotation) finding).content()) {
        sorted.add(new Segment(span, number, -1));
      }
      number++;
    }
    sorted.sort(
        Comparator.comparingInt((Segment segment) -> segment.span().start())
            .thenComparingInt(segment -> -segment.span().end()));
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < sorted.size(); i++) {
      Segment segment = sorted.get(i);
      while (!open.isEmpty() && sorted.get(open.peek()).span().end() <= segment.span().start()) {
        open.pop();
      }
      sorted.set(
          i, new Segment(segment.span(), segment.quotation(), open.isEmpty() ? -1 : open.peek()));
      open.push(i);
    }
    return sorted;
  }
}
