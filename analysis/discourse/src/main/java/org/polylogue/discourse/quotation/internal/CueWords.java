package org.polylogue.discourse.quotation.internal;

import java.util.List;
import java.util.Set;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/** Extents and kinds that follow from a cue's head word. */
final class CueWords {

  private static final Set<String> WRITING = QuotationWords.list("writing");

  private static final Set<String> THOUGHT = QuotationWords.list("thought");

  private CueWords() {}

  /** The cue's extent: its head with auxiliaries, negation and particles beside it. */
  static Span cue(ParsedText t, int head) {
    int from = head;
    int to = head;
    int s = t.sentenceOf[head];
    while (from > t.firstToken[s]) {
      String r = t.relation[from - 1];
      boolean helps = t.head[from - 1] == head && (r.startsWith("aux") || r.equals("cop"));
      boolean negates = t.lemma[from - 1].equals("not") || t.lemma[from - 1].equals("never");
      if (!helps && !negates) {
        break;
      }
      from--;
    }
    while (to + 1 < t.firstToken[s + 1]
        && (t.head[to + 1] == head && t.relation[to + 1].equals("compound:prt")
            || t.head[to + 1] == head && t.relation[to + 1].equals("fixed"))) {
      to++;
    }
    return new Span(t.charStart[from], t.charEnd[to]);
  }

  /**
   * The source's extent: the noun phrase around its head, without the clause that holds the cue.
   */
  static Span source(ParsedText t, int head, int cue) {
    int from = t.leftmost[head];
    int to = t.rightmost[head];
    if (cue >= from && cue <= to) {
      int top = cue;
      while (t.head[top] >= 0 && t.head[top] != head) {
        top = t.head[top];
      }
      if (top > head) {
        to = Math.max(head, t.leftmost[top] - 1);
      } else if (top < head) {
        from = Math.min(head, t.rightmost[top] + 1);
      } else {
        to = cue > head ? cue - 1 : to;
        from = cue < head ? cue + 1 : from;
      }
    }
    while (from < head
        && (t.relation[from].equals("punct")
            || t.relation[from].equals("case")
            || t.relation[from].equals("cc"))) {
      from++;
    }
    while (to > head && t.relation[to].equals("punct") && t.word[to].length() == 1) {
      to--;
    }
    return new Span(t.charStart[from], t.charEnd[to]);
  }

  /**
   * How the words of a content are rendered: word for word if all of them stand in quotation marks
   * and read as a sentence, mixed if some do.
   */
  static Quotation.Kind kind(ParsedText t, List<int[]> content) {
    int words = 0;
    int marked = 0;
    int first = -1;
    for (int[] part : content) {
      for (int i = part[0]; i <= part[1]; i++) {
        if (Character.isLetterOrDigit(t.word[i].charAt(0))) {
          first = first < 0 ? i : first;
          words++;
          marked += t.markOf[i] >= 0 && whole(t, t.markOf[i], content) ? 1 : 0;
        }
      }
    }
    if (marked == 0) {
      return Quotation.Kind.INDIRECT;
    }
    boolean sentence =
        Character.isUpperCase(t.text.charAt(t.charStart[first]))
            || Character.isDigit(t.text.charAt(t.charStart[first]))
            || hasSubject(t, content);
    return marked >= 0.95 * words && sentence ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
  }

  private static boolean hasSubject(ParsedText t, List<int[]> content) {
    for (int[] part : content) {
      for (int i = part[0]; i <= part[1]; i++) {
        if (t.relation[i].startsWith("nsubj") && t.head[i] >= part[0] && t.head[i] <= part[1]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a marked range begins inside the content; a cue inside a range marks nothing new. */
  private static boolean whole(ParsedText t, int mark, List<int[]> content) {
    int begin = t.marks.get(mark).begin();
    for (int[] part : content) {
      if (begin >= t.charStart[part[0]] - 1 && begin < t.charEnd[part[1]]) {
        return true;
      }
    }
    return false;
  }

  /** What a cue says of the rendered words. */
  static Quotation.Mode mode(ParsedText t, int cue) {
    if (WRITING.contains(t.lemma[cue])) {
      return Quotation.Mode.WRITING;
    }
    return THOUGHT.contains(t.lemma[cue]) ? Quotation.Mode.THOUGHT : Quotation.Mode.SPEECH;
  }
}
