package org.polylogue.benchmarks.quality.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A name in a sentence.
 *
 * @param first its first token
 * @param last its last token
 * @param type such as {@code PER}
 */
record TypedSpan(int first, int last, String type) {

  /** The spans of a tag sequence in IOB1 or IOB2, as conlleval reads both. */
  static List<TypedSpan> of(List<String> tags) {
    List<TypedSpan> spans = new ArrayList<>();
    int start = -1;
    String type = "";
    for (int i = 0; i <= tags.size(); i++) {
      String tag = i < tags.size() ? tags.get(i) : "O";
      String own = tag.length() > 2 ? tag.substring(2) : "";
      boolean continues = start >= 0 && tag.startsWith("I-") && own.equals(type);
      if (!continues) {
        if (start >= 0) {
          spans.add(new TypedSpan(start, i - 1, type));
        }
        start = own.isEmpty() ? -1 : i;
        type = own;
      }
    }
    return List.copyOf(spans);
  }

  /** The spans of plain labels, as neighbours with one label are one name. */
  static List<TypedSpan> ofLabels(List<String> labels) {
    return of(labels.stream().map(label -> label.equals("O") ? "O" : "I-" + label).toList());
  }

  static String[] tags(List<TypedSpan> spans, int size) {
    String[] tags = new String[size];
    Arrays.fill(tags, "O");
    for (TypedSpan span : spans) {
      for (int i = span.first; i <= span.last; i++) {
        tags[i] = (i == span.first ? "B-" : "I-") + span.type;
      }
    }
    return tags;
  }
}
