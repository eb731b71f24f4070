package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/** Finds speech that marks and their place show where the model has found no attribution. */
final class LoneMarks {

  private static final int MIN_LONE_WORDS = 6;

  private static final double LONE = 0.4;
  private static final double BESIDE = 0.7;

  /** Words of a subject beside its verb. */
  private static final int CLAUSE = 6;

  private static final Set<String> NOMINAL =
      Set.of("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ", "POS");
  private static final double SIGNED = 0.75;

  private final ParsedText t;
  private final MarkedWords marked;
  private final double minimumConfidence;

  LoneMarks(ParsedText t, MarkedWords marked, double minimumConfidence) {
    this.t = t;
    this.marked = marked;
    this.minimumConfidence = minimumConfidence;
  }

  /** Adds what is found to what is known. */
  void addTo(List<Draft> drafts, Paragraphs paragraphs) {
    besideClauses(drafts);
    loneParagraphs(drafts, paragraphs);
  }

  /**
   * Words in marks that begin a sentence, end in a comma or another sign, and have beside them
   * nothing but a subject and its verb, whatever verb it is: “Enough,” snapped the clerk.
   */
  private void besideClauses(List<Draft> drafts) {
    if (BESIDE < minimumConfidence) {
      return;
    }
    BitSet covered = covered(drafts);
    List<Draft> found = new ArrayList<>();
    int reach = 0;
    for (MarkScanner.MarkedRange range : t.marks) {
      if (range.begin() >= reach && range.closed() && isSentencePart(range)) {
        Span span = new Span(range.begin(), range.end());
        Draft draft = covered.get(span.start(), span.end()).isEmpty() ? beside(span) : null;
        if (draft != null) {
          found.add(draft);
          reach = draft.extent().end();
        }
      }
    }
    Set<Integer> cues = found.stream().map(Draft::cue).collect(Collectors.toSet());
    drafts.removeIf(d -> d.kind() == Quotation.Kind.INDIRECT && cues.contains(d.cue()));
    drafts.addAll(found);
  }

  private BitSet covered(List<Draft> drafts) {
    BitSet covered = new BitSet(t.text.length());
    for (Draft draft : drafts) {
      if (draft.kind() != Quotation.Kind.INDIRECT) {
        draft.content().forEach(span -> covered.set(span.start(), span.end()));
      }
    }
    return covered;
  }

  private boolean isSentencePart(MarkScanner.MarkedRange range) {
    if (range.depth() > 0 || range.innerEnd() <= range.innerBegin() + 1) {
      return false;
    }
    int first = t.tokenAt(range.innerBegin());
    boolean begins = t.charStart[t.firstToken[t.sentenceOf[first]]] >= range.begin() - 1;
    boolean comma =
        ",?!".indexOf(t.text.charAt(range.innerEnd() - 1)) >= 0
            || range.end() < t.text.length() && t.text.charAt(range.end()) == ',';
    return begins && comma && Character.isUpperCase(t.text.charAt(range.innerBegin()));
  }

  /** The quotation of marked words by the clause that follows them, null if none does. */
  private Draft beside(Span span) {
    int from = t.tokenAt(span.end() - 1) + 1;
    if (from < t.size && t.word[from].equals(",")) {
      from++;
    }
    int verb = from;
    while (verb < t.size && verb < from + CLAUSE && NOMINAL.contains(t.tag[verb])) {
      verb++;
    }
    boolean finite = verb < t.size && (t.tag[verb].equals("VBD") || t.tag[verb].equals("VBZ"));
    if (!finite || t.markOf[verb] >= 0) {
      return null;
    }
    int source = verb - 1;
    int end = verb + 1;
    if (verb == from) {
      while (end < t.size && end <= verb + CLAUSE && NOMINAL.contains(t.tag[end])) {
        end++;
      }
      source = end - 1;
    }
    boolean named =
        source >= from && (t.tag[source].startsWith("NN") || t.tag[source].equals("PRP"));
    if (!named || end < t.size && ",.:;".indexOf(t.word[end].charAt(0)) < 0) {
      return null;
    }
    List<Span> content = new ArrayList<>(List.of(span));
    for (int m = end + 1 < t.size ? t.markOf[end + 1] : -1; m >= 0; m = -1) {
      MarkScanner.MarkedRange next = t.marks.get(m);
      if (t.word[end].equals(",") && t.charStart[end + 1] <= next.begin()) {
        content.add(new Span(next.begin(), next.end()));
      }
    }
    int first = verb == from ? verb + 1 : from;
    return new Draft(
        content,
        verb,
        source,
        CueWords.cue(t, verb),
        new Span(t.charStart[first], t.charEnd[source]),
        Quotation.Kind.DIRECT,
        CueWords.mode(t, verb),
        Quotation.Grade.SAID,
        "marks beside a clause",
        BESIDE,
        null);
  }

  /** Paragraphs that stand in quotation marks as a whole and belong to no cue. */
  private void loneParagraphs(List<Draft> drafts, Paragraphs paragraphs) {
    int m = 0;
    Signatures signatures = new Signatures(t);
    List<Draft> found = new ArrayList<>();
    BitSet covered = new BitSet(t.text.length());
    for (Draft draft : drafts) {
      draft.content().forEach(span -> covered.set(span.start(), span.end()));
    }
    for (int p = 0; p < paragraphs.size(); p++) {
      if (!paragraphs.isRunning(p)) {
        continue;
      }
      Span block = paragraphs.blocks.get(p).span();
      while (m < t.marks.size() && t.marks.get(m).begin() < block.start()) {
        m++;
      }
      if (m >= t.marks.size() || t.marks.get(m).begin() != block.start()) {
        continue;
      }
      MarkScanner.MarkedRange range = t.marks.get(m);
      Span span = new Span(range.begin(), Math.min(range.end(), block.end()));
      Span tail = new Span(span.end(), block.end());
      Span signed = signatures.in(tail);
      if (signed == null && p + 1 < paragraphs.size() && paragraphs.isRunning(p + 1)) {
        signed = signatures.in(paragraphs.blocks.get(p + 1).span());
      }
      boolean whole = tail.length() <= 1 || signatures.in(tail) != null;
      if (whole
          && marked.words(m) >= MIN_LONE_WORDS
          && covered.get(span.start(), span.end()).isEmpty()) {
        found.add(
            new Draft(
                List.of(span),
                -1,
                signed == null ? -1 : t.tokenAt(nameEnd(signed)),
                null,
                signed,
                Quotation.Kind.DIRECT,
                Quotation.Mode.SPEECH,
                Quotation.Grade.SAID,
                signed == null ? "paragraph in marks" : "signed with a dash",
                signed == null ? LONE : SIGNED,
                null));
      }
    }
    found.removeIf(draft -> draft.confidence() < minimumConfidence);
    drafts.addAll(found);
  }

  /** The last character of the name in a signature, before a comma. */
  private int nameEnd(Span signature) {
    int comma = signature.of(t.text).indexOf(',');
    return (comma > 0 ? signature.start() + comma : signature.end()) - 1;
  }
}
