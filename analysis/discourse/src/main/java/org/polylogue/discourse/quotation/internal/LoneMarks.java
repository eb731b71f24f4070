package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/** Finds speech that marks and their place show where the model has found no attribution. */
final class LoneMarks {

  private static final int MIN_LONE_WORDS = 6;

  private static final double LONE = 0.4;
  private static final double BESIDE = 0.7;
  private static final double LED_IN = 0.6;

  /** Words of a sentence in marks, and the log odds under which no verb before it is its cue. */
  private static final int MIN_LED_IN = 4;

  private static final double UNLIKELY = -4;

  /** Words of a subject beside its verb. */
  private static final int CLAUSE = 6;

  private static final Set<String> NOMINAL =
      Set.of("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ", "POS");
  private static final double SIGNED = 0.75;

  private final ParsedText t;
  private final MarkedWords marked;
  private final AttributionDecoder decoder;
  private final float[] cues;
  private final double minimumConfidence;

  LoneMarks(
      ParsedText t,
      MarkedWords marked,
      AttributionDecoder decoder,
      float[] cues,
      double minimumConfidence) {
    this.t = t;
    this.decoder = decoder;
    this.cues = cues;
    this.marked = marked;
    this.minimumConfidence = minimumConfidence;
  }

  /** Adds what is found to what is known. */
  void addTo(List<Draft> drafts, Paragraphs paragraphs) {
    besideClauses(drafts);
    ledIn(drafts);
    goOn(drafts);
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

  /**
   * Sentences in marks after a colon or a comma, with the likeliest verb before it as their cue.
   */
  private void ledIn(List<Draft> drafts) {
    if (LED_IN < minimumConfidence) {
      return;
    }
    BitSet covered = covered(drafts);
    List<Draft> found = new ArrayList<>();
    for (int m = 0; m < t.marks.size(); m++) {
      MarkScanner.MarkedRange range = t.marks.get(m);
      Span span = new Span(range.begin(), range.end());
      boolean free =
          range.closed() && range.depth() == 0 && covered.get(span.start(), span.end()).isEmpty();
      if (!free || marked.words(m) < MIN_LED_IN || !isSentence(range, m)) {
        continue;
      }
      int before = t.tokenAt(span.start());
      before = t.charEnd[before] > span.start() ? before - 1 : before;
      if (before < 1 || !t.word[before].equals(":") && !t.word[before].equals(",")) {
        continue;
      }
      int cue = cue(before);
      int source = cue < 0 ? -1 : source(cue);
      if (source >= 0) {
        found.add(
            new Draft(
                List.of(span),
                cue,
                source,
                CueWords.cue(t, cue),
                CueWords.source(t, source, cue),
                Quotation.Kind.DIRECT,
                CueWords.mode(t, cue),
                Quotation.Grade.SAID,
                "marks after a lead-in",
                LED_IN,
                null));
      }
    }
    drafts.addAll(found);
  }

  /**
   * Sentences in marks that begin right after a sentence with other words in marks, or with their
   * cue, go on with what was said there.
   */
  private void goOn(List<Draft> drafts) {
    BitSet covered = covered(drafts);
    Map<Integer, Integer> speaking = new HashMap<>();
    for (int d = 0; d < drafts.size(); d++) {
      Draft draft = drafts.get(d);
      if (draft.cue() >= 0 && draft.kind() != Quotation.Kind.INDIRECT) {
        int cue = t.sentenceOf[draft.cue()];
        speaking.put(Math.max(cue, t.sentenceAt(draft.extent().end() - 1)), d);
      }
    }
    for (int m = 0; m < t.marks.size(); m++) {
      MarkScanner.MarkedRange range = t.marks.get(m);
      Span span = new Span(range.begin(), range.end());
      int s = t.sentenceAt(range.innerBegin());
      Integer d = speaking.get(s - 1);
      boolean begins = t.charStart[t.firstToken[s]] >= range.begin();
      if (d != null
          && begins
          && range.closed()
          && range.depth() == 0
          && t.paragraphOf[s] == t.paragraphOf[s - 1]
          && covered.get(span.start(), span.end()).isEmpty()
          && marked.words(m) >= MIN_LED_IN
          && isSentence(range, m)) {
        drafts.set(d, drafts.get(d).with(span));
        speaking.put(t.sentenceAt(span.end() - 1), d);
      }
    }
  }

  private boolean isSentence(MarkScanner.MarkedRange range, int m) {
    int first = marked.first(m);
    return Character.isUpperCase(t.text.charAt(range.innerBegin()))
        && marked.hasClause(first, marked.last(m, first));
  }

  /** The likeliest cue of the sentence before a token, −1 for none. */
  private int cue(int before) {
    int best = -1;
    for (int i = t.firstToken[t.sentenceOf[before]]; i < before; i++) {
      if (t.markOf[i] < 0
          && t.tag[i].startsWith("VB")
          && cues[i] > UNLIKELY
          && (best < 0 || cues[i] > cues[best])) {
        best = i;
      }
    }
    return best;
  }

  private int source(int cue) {
    int source = decoder.source(t, cue);
    return source >= 0 ? source : t.subject(cue);
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
