package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * Finds the turns of interviews and transcripts: paragraphs that begin with a name and a colon,
 * with Q and A, or with a dash. One such paragraph alone is no dialogue. A transcript may stand in
 * marks that open each paragraph; there a turn goes on in those without a name. In a run of turns
 * with dashes those that ask, or stand in the places of those that ask, are the author's.
 */
final class DialogueTurns {

  private static final Pattern LABEL =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}.'\u2019-]*(?:[ \u00A0]\\p{Lu}[\\p{L}.'\u2019-]*){0,4})"
              + "(?:[ \u00A0]\\([^)]{1,40}\\))?:[ \u00A0]+(?=\\S)");

  private static final Pattern DASH =
      Pattern.compile("^[\u2014\u2013][ \u00A0]*(?=\\S)|^- +(?=\\S)");

  private static final Pattern DIRECTION =
      Pattern.compile("\\p{P}?[(\\[][^()\\[\\]]{1,80}[)\\]]\\p{P}?");

  private static final int MIN_QUESTIONS = 3;

  /** Tokens of a longest question. */
  private static final int MAX_QUESTION = 45;

  /** Log odds that a verb between commas needs to be a cue. */
  private static final double INSIDE = -1.5;

  private final ParsedText t;
  private final Paragraphs paragraphs;
  private final float[] cues;
  private final Signatures signatures;

  DialogueTurns(ParsedText t, Paragraphs paragraphs, float[] cues) {
    this.t = t;
    this.paragraphs = paragraphs;
    this.cues = cues;
    this.signatures = new Signatures(t);
  }

  List<Draft> find() {
    List<Draft> found = new ArrayList<>();
    labelled(found);
    dashed(found);
    if (found.isEmpty()) {
      unnamed(found);
    }
    return found;
  }

  /**
   * The answers of an interview whose turns have no names: paragraphs in every second place, after
   * short ones of which three or more ask, and most of the answers speak to somebody.
   */
  private void unnamed(List<Draft> found) {
    int p = 0;
    while (p + 1 < paragraphs.size()) {
      int end = isQuestion(p) ? interviewEnd(p) : p;
      for (int answer = p + 1; answer <= end; answer += 2) {
        Span block = paragraphs.blocks.get(answer).span();
        found.add(
            new Draft(
                List.of(block),
                -1,
                -1,
                null,
                null,
                Quotation.Kind.BLOCK,
                Quotation.Mode.SPEECH,
                Quotation.Grade.SAID,
                "turn after a question",
                0.75,
                null));
      }
      p = end + 1;
    }
  }

  private boolean isQuestion(int p) {
    return isShort(p) && paragraphs.lastChar(p) == '?';
  }

  private boolean isShort(int p) {
    return paragraphs.isRunning(p)
        && !MarkScanner.isMark(paragraphs.firstChar(p))
        && paragraphs.lastToken(p) - paragraphs.firstToken(p) < MAX_QUESTION;
  }

  /** The last answer of the interview that begins with a question, the question itself for none. */
  private int interviewEnd(int first) {
    int questions = 0;
    int answers = 0;
    int speaking = 0;
    int end = first;
    for (int q = first; q + 1 < paragraphs.size() && isShort(q); q += 2) {
      if (!paragraphs.isRunning(q + 1)
          || isQuestion(q + 1) && isOneSentence(q + 1)
          || MarkScanner.isMark(paragraphs.firstChar(q + 1))) {
        break;
      }
      answers++;
      speaking += paragraphs.speaks(q + 1) ? 1 : 0;
      if (isQuestion(q)) {
        questions++;
        end = q + 1;
      }
    }
    return questions >= MIN_QUESTIONS && 2 * speaking >= answers ? end : first;
  }

  private boolean isOneSentence(int p) {
    return t.sentenceOf[paragraphs.firstToken(p)] == t.sentenceOf[paragraphs.lastToken(p)];
  }

  private String text(int p) {
    return paragraphs.blocks.get(p).span().of(t.text);
  }

  private void labelled(List<Draft> found) {
    Map<String, Integer> labels = new HashMap<>();
    String[] label = new String[paragraphs.size()];
    int[] begin = new int[paragraphs.size()];
    int[] after = new int[paragraphs.size()];
    for (int p = 0; p < paragraphs.size(); p++) {
      if (paragraphs.isRunning(p)) {
        String text = text(p);
        int marks = MarkScanner.isMark(text.charAt(0)) ? 1 : 0;
        Matcher matcher = LABEL.matcher(text.substring(marks, Math.min(text.length(), 200)));
        if (matcher.find()) {
          label[p] = matcher.group(1);
          begin[p] = marks;
          after[p] = marks + matcher.end();
          labels.merge(label[p], 1, Integer::sum);
        }
      }
    }
    for (int p = 0; p < paragraphs.size(); p++) {
      if (label[p] == null) {
        continue;
      }
      boolean question = label[p].equals("Q") || label[p].equals("Question");
      boolean answer = label[p].equals("A") || label[p].equals("Answer");
      boolean name =
          question
              || answer
              || labels.get(label[p]) > 1
              || t.name[paragraphs.firstToken(p) + begin[p]].equals("PERSON")
              || label[p].length() > 2
                  && label[p].equals(label[p].toUpperCase(java.util.Locale.ROOT));
      if (!isBeside(p, label) || !name || labels.size() < 2) {
        continue;
      }
      int start = paragraphs.blocks.get(p).span().start();
      Span named = new Span(start + begin[p], start + begin[p] + label[p].length());
      int source = lastTokenIn(paragraphs.firstToken(p), named.end());
      List<Span> content = new ArrayList<>();
      content.add(new Span(start + after[p], end(p, begin[p] > 0)));
      for (int q = p + 1; begin[p] > 0 && q < label.length && goesOn(q, label); q++) {
        content.add(new Span(paragraphs.blocks.get(q).span().start() + 1, end(q, true)));
      }
      found.add(
          new Draft(
              content,
              -1,
              question || answer ? -1 : source,
              null,
              question || answer ? null : named,
              Quotation.Kind.DIRECT,
              Quotation.Mode.SPEECH,
              Quotation.Grade.SAID,
              question || answer ? "question and answer" : "turn with a name",
              0.8,
              question ? new Speaker.DocumentAuthor() : null));
    }
  }

  /** Whether another turn stands before or after it, or beyond one stage direction. */
  private boolean isBeside(int p, String[] label) {
    int before = p > 1 && isDirection(p - 1) ? p - 2 : p - 1;
    int after = p + 2 < label.length && isDirection(p + 1) ? p + 2 : p + 1;
    return before >= 0 && label[before] != null || after < label.length && label[after] != null;
  }

  /** Whether a turn in marks goes on in this paragraph: in marks too, and nobody is named. */
  private boolean goesOn(int p, String[] label) {
    return label[p] == null
        && paragraphs.isRunning(p)
        && MarkScanner.isMark(paragraphs.firstChar(p))
        && paragraphs.blocks.get(p).span().length() > 2
        && !isDirection(p);
  }

  /** Whether all of it stands in brackets, in marks or not: "(Applause.)". */
  private boolean isDirection(int p) {
    return paragraphs.isRunning(p) && DIRECTION.matcher(text(p)).matches();
  }

  /** Where a paragraph ends, before the mark that closes one that a mark opens. */
  private int end(int p, boolean marked) {
    int end = paragraphs.blocks.get(p).span().end();
    return marked && MarkScanner.isMark(paragraphs.lastChar(p)) ? end - 1 : end;
  }

  private int lastTokenIn(int from, int end) {
    int i = from;
    while (i + 1 < t.size && t.charEnd[i + 1] <= end) {
      i++;
    }
    return i;
  }

  private void dashed(List<Draft> found) {
    // where runs begin with a question, one without any question mark begins with one too
    int usual = -1;
    int p = 0;
    while (p < paragraphs.size()) {
      int q = p;
      while (q < paragraphs.size()
          && paragraphs.isRunning(q)
          && DASH.matcher(text(q)).find()
          && signatures.in(paragraphs.blocks.get(q).span()) == null) {
        q++;
      }
      if (q - p >= 2 || q - p == 1 && saidInside(p) >= 0) {
        usual = q - p >= 2 && paragraphs.lastChar(p) == '?' ? 0 : usual;
        run(p, q, usual, found);
      }
      p = Math.max(q, p + 1);
    }
  }

  private void run(int from, int to, int usual, List<Draft> found) {
    int[] asks = new int[2];
    for (int p = from; p < to; p++) {
      if (paragraphs.lastChar(p) == '?') {
        asks[(p - from) & 1]++;
      }
    }
    int asking = asks[0] == asks[1] ? (to - from >= 2 ? usual : -1) : asks[0] > asks[1] ? 0 : 1;
    boolean list = to - from >= 2 && asks[0] + asks[1] == 0 && usual < 0;
    if (list) {
      return;
    }
    for (int p = from; p < to; p++) {
      Span block = paragraphs.blocks.get(p).span();
      Matcher matcher = DASH.matcher(text(p));
      if (!matcher.find()) {
        continue;
      }
      int begin = block.start() + matcher.end();
      boolean author = asking >= 0 && ((p - from) & 1) == asking;
      int cue = saidInside(p);
      List<Span> content = new ArrayList<>();
      int source = -1;
      if (cue >= 0) {
        source = source(cue, paragraphs.lastToken(p));
        int comma = cue - 1;
        while (!t.word[comma].equals(",")) {
          comma--;
        }
        content.add(new Span(begin, t.charEnd[comma]));
        int resume = resume(cue, paragraphs.lastToken(p));
        if (resume >= 0) {
          content.add(new Span(t.charStart[resume], block.end()));
        }
        author = false;
      } else {
        content.add(new Span(begin, block.end()));
      }
      found.add(
          new Draft(
              content,
              cue,
              source,
              cue < 0 ? null : CueWords.cue(t, cue),
              source < 0 ? null : beside(cue, source),
              Quotation.Kind.DIRECT,
              Quotation.Mode.SPEECH,
              Quotation.Grade.SAID,
              "turn with a dash",
              to - from >= 2 ? 0.75 : 0.6,
              author ? new Speaker.DocumentAuthor() : null));
    }
  }

  /** A cue after a comma with its source beside it, as in "— A, says B, — C"; −1 for none. */
  private int saidInside(int p) {
    int from = paragraphs.firstToken(p);
    int to = Math.min(paragraphs.lastToken(p), from + 150);
    for (int i = from + 2; i <= to; i++) {
      if (cues[i] > INSIDE && t.tag[i].startsWith("VB") && t.markOf[i] < 0 && source(i, to) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** The head of the noun phrase between a cue and the next comma, or between a comma and it. */
  private int source(int cue, int to) {
    int best = -1;
    if (t.word[cue - 1].equals(",")) {
      for (int i = cue + 1; i <= to && i < cue + 10; i++) {
        if (",.\u2014\u2013".contains(t.word[i])) {
          return best;
        }
        best = shallower(best, i);
      }
      return -1;
    }
    if (cue < to && !",.\u2014\u2013".contains(t.word[cue + 1])) {
      return -1;
    }
    for (int i = cue - 1; i > cue - 6 && i >= t.firstToken[t.sentenceOf[cue]]; i--) {
      if (t.word[i].equals(",")) {
        return best;
      }
      best = shallower(best, i);
    }
    return -1;
  }

  /** The noun phrase between a cue and the comma beyond its head. */
  private Span beside(int cue, int source) {
    if (source > cue) {
      int last = source;
      while (last + 1 < t.size && !",.\u2014\u2013".contains(t.word[last + 1])) {
        last++;
      }
      return new Span(t.charStart[cue + 1], t.charEnd[last]);
    }
    int first = source;
    while (first > 0 && !t.word[first - 1].equals(",")) {
      first--;
    }
    return new Span(t.charStart[first], t.charEnd[cue - 1]);
  }

  private int shallower(int best, int i) {
    boolean noun = t.tag[i].startsWith("NN") || t.tag[i].startsWith("PRP");
    return noun && (best < 0 || t.depth[i] < t.depth[best]) ? i : best;
  }

  private int resume(int cue, int to) {
    for (int i = cue + 1; i < to; i++) {
      if (t.word[i].equals("\u2014") || t.word[i].equals("\u2013") || t.word[i].equals("--")) {
        return i + 1;
      }
    }
    return -1;
  }
}
