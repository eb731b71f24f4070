package org.polylogue.discourse.quotation.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * Puts together what the model and the rules find in one document, and settles where they meet.
 *
 * <p>Not thread-safe; one object reads one document.
 */
public final class DocumentReading {

  /** Attributions less sure than this are left out unless the caller says otherwise. */
  public static final double DEFAULT_MINIMUM_CONFIDENCE = 0.45;

  private static final Comparator<Draft> BY_EXTENT =
      Comparator.comparingInt((Draft d) -> d.extent().start())
          .thenComparing(Comparator.comparingInt((Draft d) -> d.extent().end()).reversed());

  /** A few marked words without a clause are an utterance only if the model is as sure as this. */
  private static final double SURE = 0.7;

  /** Reported speech in an article needs this probability, attribution and grade together. */
  private static final double SAID_NEWS = 0.35;

  /** The same in a comment. */
  private static final double SAID_COMMENT = 0.3;

  /** Attributions less sure are not looked at: none of them could be reported speech. */
  public static final double LEAST = SAID_COMMENT;

  private static final Set<String> REPORTS = QuotationWords.list("say");

  /** What stands between a content and what is coordinated with it. */
  private static final Set<String> ENDS = QuotationWords.list("coordinator");

  private final ParsedText t;
  private final boolean comment;
  private final Grader grader;
  private final MarkedWords marked;
  private final EmptyReports empty;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Quotation> quotations;
  private final List<MarkedExpression> expressions;

  /**
   * Reads a document.
   *
   * @param t its text
   * @param document what was read
   * @param cast who is named in it
   * @param decoder finds attributions
   * @param grader tells how much of a report they are
   * @param repetitions the other texts of the conversation, null for none
   * @param minimum quotations and speakers less sure are left out and unknown; empty for what is
   *     usual
   */
  public DocumentReading(
      ParsedText t,
      Document document,
      Cast cast,
      AttributionDecoder decoder,
      Grader grader,
      Repetitions repetitions,
      OptionalDouble minimum) {
    double minimumConfidence = minimum.orElse(DEFAULT_MINIMUM_CONFIDENCE);
    this.t = t;
    this.comment = document instanceof Comment;
    this.grader = grader;
    this.marked = new MarkedWords(t);
    this.empty = new EmptyReports(t, comment);
    List<Block> blocks = document.blocks();
    float[] cues = decoder.cueScores(t);
    Paragraphs paragraphs = new Paragraphs(t, blocks);
    List<Draft> laidOut =
        new ArrayList<>(new BlockQuotes(t, paragraphs, cues, decoder, cast).find());
    laidOut.addAll(new DialogueTurns(t, paragraphs, cues).find());
    laidOut.removeIf(d -> d.confidence() < minimumConfidence);
    laidOut.sort(BY_EXTENT);
    Map<Integer, Draft> byCue = new HashMap<>();
    for (Draft draft : laidOut) {
      if (draft.cue() >= 0) {
        byCue.put(draft.cue(), draft);
      }
    }
    for (AttributionDecoder.Found found : decoder.decode(t, cues)) {
      Draft draft = draft(found);
      if (draft != null && !contradicts(draft, laidOut, byCue) && !isSaying(draft)) {
        drafts.add(draft);
      }
    }
    drafts.addAll(laidOut);
    if (comment) {
      new ReaderQuotes(t, marked, document.id(), repetitions).addTo(drafts);
    }
    new LoneMarks(t, marked, decoder, cues, minimumConfidence).addTo(drafts, paragraphs);
    drafts.removeIf(draft -> draft.confidence() < minimum.orElse(0));
    drafts.sort(BY_EXTENT);
    boolean[] spoken = spoken();
    this.quotations = speakers(cast, minimumConfidence);
    this.expressions = marked.classify(spoken);
  }

  /**
   * What is quoted.
   *
   * @return ordered by begin, longer ones first
   */
  public List<Quotation> quotations() {
    return quotations;
  }

  /**
   * What is only marked.
   *
   * @return in order
   */
  public List<MarkedExpression> expressions() {
    return expressions;
  }

  /** The attribution with its grade, null if nothing is attributed. */
  private Draft draft(AttributionDecoder.Found found) {
    Quotation.Kind kind = kind(found, false);
    double[] p = grader.probabilities(t, found.cue(), found.source(), found.content(), comment);
    boolean spoken = kind == Quotation.Kind.DIRECT && !comment;
    double confidence =
        spoken
            ? found.confidence()
            : Grader.confidence(found.confidence(), p[Quotation.Grade.SAID.ordinal()]);
    boolean sure = confidence >= (comment ? SAID_COMMENT : SAID_NEWS);
    Quotation.Grade grade = sure ? Quotation.Grade.SAID : Grader.lesser(p);
    if (found.confidence() < DEFAULT_MINIMUM_CONFIDENCE && !sure) {
      return null;
    }
    if (grade == null || empty.isGeneric(found)) {
      return null;
    }
    if (kind == Quotation.Kind.INDIRECT && empty.test(found)) {
      return null;
    }
    if (grade == Quotation.Grade.SAID) {
      kind = kind(found, true);
    }
    Quotation.Mode mode = CueWords.mode(t, found.cue());
    if (grade == Quotation.Grade.THOUGHT) {
      mode = Quotation.Mode.THOUGHT;
    } else if (grade == Quotation.Grade.SAID && mode == Quotation.Mode.THOUGHT) {
      mode = Quotation.Mode.SPEECH;
    }
    List<Span> content = spans(trimmed(found));
    return new Draft(
        content,
        found.cue(),
        found.source(),
        CueWords.cue(t, found.cue()),
        found.source() < 0 ? null : source(found, content),
        kind,
        mode,
        grade,
        "attribution model",
        grade == Quotation.Grade.SAID
            ? confidence
            : Grader.confidence(found.confidence(), p[grade.ordinal()]),
        null);
  }

  /** The characters of parts; parts of one paragraph with nothing between them are one. */
  private List<Span> spans(List<int[]> parts) {
    List<Span> spans = new ArrayList<>();
    for (int[] part : parts) {
      int last = part[1];
      boolean stray =
          last > part[0] && t.markOf[last] < 0 && MarkScanner.isMark(t.word[last].charAt(0));
      Span span = new Span(t.charStart[part[0]], t.charEnd[stray ? last - 1 : last]);
      Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (before != null && before.end() <= span.start() && isGap(before.end(), span.start())) {
        spans.set(spans.size() - 1, before.cover(span));
      } else {
        spans.add(span);
      }
    }
    return spans;
  }

  private boolean isGap(int from, int to) {
    return to <= from + 1 && t.text.substring(from, to).isBlank() && !t.text.startsWith("\n", from);
  }

  /**
   * The content without a second report that is only coordinated with it ("said that it rained and
   * warned of more"), and without the cue in it where the words around that stand in marks.
   */
  private List<int[]> trimmed(AttributionDecoder.Found found) {
    List<int[]> parts = new ArrayList<>();
    int cue = found.cue();
    for (int[] part : found.content()) {
      if (part[0] <= cue && cue <= part[1]) {
        around(part, cue, parts);
      } else {
        parts.add(part[0] > cue ? new int[] {part[0], beforeReport(part, cue)} : part);
      }
    }
    return parts;
  }

  private void around(int[] part, int cue, List<int[]> parts) {
    int m = t.markOf[part[0]];
    int end = part[0];
    while (m >= 0 && end < cue && t.markOf[end + 1] == m) {
      end++;
    }
    boolean marked = m >= 0 && end < cue - 1 && t.markOf[cue] != m;
    if (!marked) {
      parts.add(part);
      return;
    }
    parts.add(new int[] {part[0], end});
    int resumed = cue + 1;
    while (resumed <= part[1] && t.markOf[resumed] < 0) {
      resumed++;
    }
    if (resumed <= part[1]) {
      parts.add(new int[] {resumed, part[1]});
    }
  }

  private int beforeReport(int[] part, int cue) {
    if (!t.tag[cue].startsWith("VB")) {
      return part[1];
    }
    for (int i = part[0] + 2; i <= part[1]; i++) {
      boolean second =
          t.relation[i].equals("conj")
              && t.markOf[i] < 0
              && t.tag[i].equals(t.tag[cue])
              && REPORTS.contains(t.lemma[i])
              && t.child(i, "nsubj") < 0
              && t.head[i] >= part[0];
      if (second) {
        int end = t.leftmost[i] - 1;
        while (end > part[0] && ENDS.contains(t.word[end])) {
          end--;
        }
        return end > part[0] ? end : part[1];
      }
    }
    return part[1];
  }

  /** The source's extent without words of the content and without marks at its ends. */
  private Span source(AttributionDecoder.Found found, List<Span> content) {
    Span span = CueWords.source(t, found.source(), found.cue());
    int head = t.charStart[found.source()];
    int start = span.start();
    int end = span.end();
    for (Span part : content) {
      if (part.start() > head && part.start() < end) {
        end = part.start();
      } else if (part.end() <= head && part.end() > start) {
        start = part.end();
      }
    }
    while (start < head && !Character.isLetterOrDigit(t.text.charAt(start))) {
      start++;
    }
    while (end > t.charEnd[found.source()] && !Character.isLetterOrDigit(t.text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /**
   * How the words of a content are rendered.
   *
   * @param said whether it is reported speech: a fragment at its end is then somebody's own words
   */
  private Quotation.Kind kind(AttributionDecoder.Found found, boolean said) {
    Quotation.Kind kind = CueWords.kind(t, found.content());
    if (kind == Quotation.Kind.INDIRECT
        || kind == Quotation.Kind.DIRECT && found.confidence() >= SURE) {
      return kind;
    }
    // marks around a few words without a clause may be a name or the writer's own irony
    int last = -1;
    for (int[] part : found.content()) {
      for (int i = part[0]; i <= part[1]; i++) {
        int m = t.markOf[i];
        if (m >= 0 && m != last) {
          last = m;
          boolean near = i > found.cue() && i - found.cue() <= 3;
          boolean theirs =
              found.confidence() >= SURE
                  && (near || said && (i > found.cue() && closes(m, part[1]) || isHead(m, part)))
                  && marked.kind(m) == MarkedExpression.Kind.SCARE_QUOTE;
          if (theirs || !marked.isPhrase(m)) {
            return kind;
          }
        }
      }
    }
    return Quotation.Kind.INDIRECT;
  }

  /** Whether the words in marks are what a content says of its subject. */
  private boolean isHead(int m, int[] part) {
    int head = part[0];
    for (int i = part[0]; i <= part[1]; i++) {
      head = t.depth[i] < t.depth[head] && !t.relation[i].equals("punct") ? i : head;
    }
    return t.markOf[head] == m;
  }

  /** Whether a marked range ends where a content does. */
  private boolean closes(int m, int last) {
    return t.charEnd[last] >= t.marks.get(m).innerEnd();
  }

  /** Whether all that is marked in it is named as a saying or a title: nobody's utterance. */
  private boolean isSaying(Draft draft) {
    if (draft.kind() != Quotation.Kind.DIRECT && draft.kind() != Quotation.Kind.MIXED) {
      return false;
    }
    boolean any = false;
    for (Span content : draft.content()) {
      for (int i = t.tokenAt(content.start()); i < t.size && t.charStart[i] < content.end(); i++) {
        if (t.markOf[i] >= 0 && (i == 0 || t.markOf[i - 1] != t.markOf[i])) {
          boolean title =
              t.lemma[draft.cue()].equals("call")
                  && marked.kind(t.markOf[i]) == MarkedExpression.Kind.TITLE;
          if (!title && !marked.isSaying(t.markOf[i])) {
            return false;
          }
          any = true;
        }
      }
    }
    return any;
  }

  /**
   * Whether an attribution crosses the border of a block or turn, or takes its source for words.
   */
  private static boolean contradicts(Draft draft, List<Draft> laidOut, Map<Integer, Draft> byCue) {
    Draft ledIn = byCue.get(draft.cue());
    if (ledIn != null
        && ledIn.sourceSpan() != null
        && draft.content().stream().anyMatch(ledIn.sourceSpan()::overlaps)) {
      return true;
    }
    Span extent = draft.extent();
    int low = 0;
    int high = laidOut.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (laidOut.get(middle).extent().end() <= extent.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < laidOut.size(); i++) {
      Draft block = laidOut.get(i);
      if (block.extent().start() >= extent.end()) {
        break;
      }
      boolean cueInside = block.holds(draft.cueSpan().start());
      for (Span span : draft.content()) {
        boolean inside = block.content().stream().anyMatch(b -> b.contains(span));
        boolean touches = block.content().stream().anyMatch(b -> b.overlaps(span));
        if (touches && !(inside && cueInside)) {
          return true;
        }
      }
    }
    return false;
  }

  /** For each marked range whether a direct or mixed quotation took it for speech. */
  private boolean[] spoken() {
    boolean[] spoken = new boolean[t.marks.size()];
    for (Draft draft : drafts) {
      if (draft.kind() != Quotation.Kind.DIRECT && draft.kind() != Quotation.Kind.MIXED) {
        continue;
      }
      for (Span content : draft.content()) {
        int low = 0;
        int high = t.marks.size();
        while (low < high) {
          int middle = (low + high) >>> 1;
          if (t.marks.get(middle).begin() < content.start() - 1) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        for (int m = low; m < spoken.length && t.marks.get(m).begin() < content.end(); m++) {
          spoken[m] |= t.marks.get(m).depth() == 0 || !marked.isPhrase(m);
        }
      }
    }
    return spoken;
  }

  private List<Quotation> speakers(Cast cast, double minimumConfidence) {
    SpeakerResolver resolver = new SpeakerResolver(t, cast);
    List<Quotation> result = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Span extent = draft.extent();
      while (!open.isEmpty() && drafts.get(open.peek()).extent().end() < extent.end()) {
        open.pop();
      }
      OptionalInt parent = OptionalInt.empty();
      for (int candidate : open) {
        Draft outer = drafts.get(candidate);
        boolean inside =
            draft.content().stream()
                .allMatch(s -> outer.content().stream().anyMatch(o -> o.contains(s)));
        if (inside && outer.extent().length() > extent.length()) {
          parent = OptionalInt.of(candidate);
          break;
        }
      }
      Speaker parentSpeaker = parent.isEmpty() ? null : result.get(parent.getAsInt()).speaker();
      SpeakerResolver.Answer answer = answer(resolver, draft, parentSpeaker);
      Speaker speaker =
          answer.confidence() < minimumConfidence
              ? new Speaker.Unknown(Speaker.Reason.LOW_CONFIDENCE)
              : answer.speaker();
      result.add(
          new Quotation(
              draft.content(),
              Optional.ofNullable(draft.cueSpan()),
              Optional.ofNullable(draft.sourceSpan()),
              speaker,
              draft.kind(),
              draft.mode(),
              draft.grade(),
              parent,
              draft.rule(),
              draft.confidence()));
      open.push(i);
    }
    return result;
  }

  private SpeakerResolver.Answer answer(
      SpeakerResolver resolver, Draft draft, Speaker parentSpeaker) {
    if (draft.speaker() != null) {
      return new SpeakerResolver.Answer(draft.speaker(), 0.8);
    }
    if (draft.source() >= 0) {
      boolean mine = parentSpeaker != null && SpeakerResolver.isFirstPerson(t.word[draft.source()]);
      return mine
          ? new SpeakerResolver.Answer(parentSpeaker, 0.8)
          : resolver.resolve(
              draft.source(),
              draft.cue(),
              draft.sourceSpan(),
              parentSpeaker != null || t.markOf[draft.source()] >= 0);
    }
    if (draft.rule().startsWith("turn") || draft.rule().startsWith("question")) {
      return resolver.interviewee();
    }
    if (draft.kind() == Quotation.Kind.DIRECT && draft.cue() < 0) {
      return resolver.continued(t.sentenceAt(draft.extent().start()));
    }
    return new SpeakerResolver.Answer(new Speaker.Unknown(Speaker.Reason.NO_SOURCE), 1);
  }
}
