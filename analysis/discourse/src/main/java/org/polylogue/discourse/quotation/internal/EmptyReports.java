package org.polylogue.discourse.quotation.internal;

import java.util.List;
import java.util.Set;

/** Tells attributions that report nothing, or report it of nobody. */
final class EmptyReports {

  private static final Set<String> REPORTS = QuotationWords.list("say");

  private static final Set<String> WRITES = QuotationWords.list("write");

  /** Words that alone are no content, and those of them that stand for what is said. */
  private static final Set<String> EMPTY = QuotationWords.list("light-object");

  private static final Set<String> ANSWERS = Set.of("yes", "no");

  private static final Set<String> THINGS = QuotationWords.list("empty-object");

  private final ParsedText t;
  private final boolean comment;

  EmptyReports(ParsedText t, boolean comment) {
    this.t = t;
    this.comment = comment;
  }

  /**
   * Whether a content is nothing that could be reported: pronouns and adverbs alone or as the
   * object of saying ("he says so in his letter"), what a free relative leaves ("that is what she
   * said"), the subject of an active cue ("his dog barked"), or what the writer says here and now
   * ("I say this as a friend").
   */
  boolean test(AttributionDecoder.Found found) {
    int cue = found.cue();
    boolean all = true;
    for (int[] part : found.content()) {
      for (int i = part[0]; i <= part[1]; i++) {
        all &=
            EMPTY.contains(t.word[i]) && !ANSWERS.contains(t.word[i])
                || t.tag[i].startsWith("RB")
                || !Character.isLetterOrDigit(t.word[i].charAt(0));
      }
    }
    int[] first = found.content().get(0);
    boolean object =
        first[0] > cue
            && t.head[first[0]] == cue
            && THINGS.contains(t.word[first[0]])
            && (REPORTS.contains(t.lemma[cue]) || WRITES.contains(t.lemma[cue]));
    boolean relative = first[1] < cue && t.tag[first[1]].equals("WP");
    return all || object || relative || isSubject(cue, found.content()) || isOwn(found);
  }

  private boolean isSubject(int cue, List<int[]> content) {
    int subject = t.child(cue, "nsubj");
    int[] first = content.get(0);
    return content.size() == 1
        && subject >= 0
        && first[1] < cue
        && first[0] >= t.leftmost[subject]
        && first[0] <= subject
        && subject <= first[1]
        && first[1] <= t.rightmost[subject];
  }

  /**
   * Whether anybody or nobody is the source: "as they say", "one might say", "you know that",
   * "enough said", "nobody said".
   */
  boolean isGeneric(AttributionDecoder.Found found) {
    int cue = found.cue();
    int source = found.source() >= 0 ? found.source() : t.subject(cue);
    if (source < 0 || t.firstChild[source] >= 0) {
      return false;
    }
    if (t.word[source].equals("nobody")) {
      return true;
    }
    if (t.markOf[cue] >= 0) {
      return false;
    }
    return switch (t.word[source]) {
      case "one", "enough" -> true;
      case "you" -> !comment && !t.tag[cue].equals("VBD");
      case "they", "people" -> {
        int mark = t.child(cue, "mark");
        yield mark >= 0 && t.word[mark].equals("as");
      }
      default -> false;
    };
  }

  /** Whether the writer is the source and says it here and now. */
  private boolean isOwn(AttributionDecoder.Found found) {
    int cue = found.cue();
    int source = found.source() >= 0 ? found.source() : t.subject(cue);
    String tag = t.tag[cue];
    boolean now = tag.equals("VBP") || tag.equals("VB") || tag.equals("VBG");
    return now && source >= 0 && t.markOf[cue] < 0 && SpeakerResolver.isFirstPerson(t.word[source]);
  }
}
