package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/**
 * Finds the turns of interviews and transcripts: paragraphs that begin with a name and a colon,
 * with Q and A, or with a dash. One such paragraph alone is no dialogue. In a run of turns with
 * dashes those that ask, or stand in the places of those that ask, are the author's.
 */
final class DialogueTurns {

  private static final Pattern LABEL =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}.'\u2019-]*(?:[ \u00A0]\\p{Lu}[\\p{L}.'\u2019-]*){0,4})"
              + "(?:[ \u00A0]\\([^)]{1,40}\\))?:[ \u00A0]+(?=\\S)");

  private static final Pattern DASH =
      Pattern.compile("^[\u2014\u2013][ \u00A0]*(?=\\S)|^- +(?=\\S)");

  private final ParsedText t;
  private final Paragraphs paragraphs;
  private final float[] cues;

  DialogueTurns(ParsedText t, Paragraphs paragraphs, float[] cues) {
    this.t = t;
    this.paragraphs = paragraphs;
    this.cues = cues;
  }

  List<Draft> find() {
    List<Draft> found = new ArrayList<>();
    labelled(found);
    dashed(found);
    return found;
  }

  private String text(int p) {
    return paragraphs.blocks.get(p).span().of(t.text);
  }

  private void labelled(List<Draft> found) {
    Map<String, Integer> labels = new HashMap<>();
    String[] label = new String[paragraphs.size()];
    int[] after = new int[paragraphs.size()];
    for (int p = 0; p < paragraphs.size(); p++) {
      if (paragraphs.isRunning(p)) {
        String text = text(p);
        Matcher matcher = LABEL.matcher(text.length() > 200 ? text.substring(0, 200) : text);
        if (matcher.find()) {
          label[p] = matcher.group(1);
          after[p] = matcher.end();
          labels.merge(label[p], 1, Integer::sum);
        }
      }
    }
    for (int p = 0; p < paragraphs.size(); p++) {
      if (label[p] == null) {
        continue;
      }
      boolean beside =
          p > 0 && label[p - 1] != null || p + 1 < label.length && label[p + 1] != null;
      boolean question = label[p].equals("Q") || label[p].equals("Question");
      boolean answer = label[p].equals("A") || label[p].equals("Answer");
      boolean name =
          question
              || answer
              || labels.get(label[p]) > 1
              || t.name[paragraphs.firstToken(p)].equals("PERSON")
              || label[p].length() > 2
                  && label[p].equals(label[p].toUpperCase(java.util.Locale.ROOT));
      if (!beside || !name || labels.size() < 2) {
        continue;
      }
      Span block = paragraphs.blocks.get(p).span();
      Span content = new Span(block.start() + after[p], block.end());
      Span named = new Span(block.start(), block.start() + label[p].length());
      int source = lastTokenIn(paragraphs.firstToken(p), named.end());
      found.add(
          new Draft(
              List.of(content),
              -1,
              question || answer ? -1 : source,
              null,
              question || answer ? null : named,
              Quotation.Kind.DIRECT,
              Quotation.Mode.SPEECH,
              question || answer ? "question and answer" : "turn with a name",
              0.8,
              question));
    }
  }

  private int lastTokenIn(int from, int end) {
    int i = from;
    while (i + 1 < t.size && t.end[i + 1] <= end) {
      i++;
    }
    return i;
  }

  private void dashed(List<Draft> found) {
    int p = 0;
    while (p < paragraphs.size()) {
      int q = p;
      while (q < paragraphs.size()
          && paragraphs.isRunning(q)
          && DASH.matcher(text(q)).find()
          && !isSignature(q)) {
        q++;
      }
      if (q - p >= 2 || q - p == 1 && saidInside(p) >= 0) {
        run(p, q, found);
      }
      p = Math.max(q, p + 1);
    }
  }

  /** A dash with a name and no verb signs what stands before it. */
  private boolean isSignature(int p) {
    int from = paragraphs.firstToken(p);
    int to = paragraphs.lastToken(p);
    if (to - from > 10) {
      return false;
    }
    boolean name = false;
    for (int i = from; i <= to; i++) {
      if (t.tag[i].startsWith("VB") || t.word[i].equals("?")) {
        return false;
      }
      name |= t.tag[i].startsWith("NNP");
    }
    return name && t.word[to].length() > 1;
  }

  private void run(int from, int to, List<Draft> found) {
    int[] asks = new int[2];
    for (int p = from; p < to; p++) {
      if (paragraphs.lastChar(p) == '?') {
        asks[(p - from) & 1]++;
      }
    }
    int asking = asks[0] == asks[1] ? -1 : asks[0] > asks[1] ? 0 : 1;
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
        source = t.subject(cue);
        int comma = Math.min(cue, source < 0 ? cue : t.left[source]) - 1;
        content.add(new Span(begin, t.end[comma]));
        int resume = resume(cue, paragraphs.lastToken(p));
        if (resume >= 0) {
          content.add(new Span(t.begin[resume], block.end()));
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
              source < 0 ? null : CueWords.source(t, source, cue),
              Quotation.Kind.DIRECT,
              Quotation.Mode.SPEECH,
              "turn with a dash",
              to - from >= 2 ? 0.75 : 0.6,
              author));
    }
  }

  /** A cue between commas, as in "— A, says B, — C"; −1 for none. */
  private int saidInside(int p) {
    int from = paragraphs.firstToken(p);
    int to = paragraphs.lastToken(p);
    for (int i = from + 2; i <= to && i < from + 120; i++) {
      if (cues[i] > 0 && t.tag[i].startsWith("VB") && t.mark[i] < 0) {
        int subject = t.subject(i);
        int first = subject < 0 ? i : Math.min(i, t.left[subject]);
        boolean beside = subject >= 0 && Math.abs(subject - i) < 8;
        if (beside && first > from + 1 && t.word[first - 1].equals(",")) {
          return i;
        }
      }
    }
    return -1;
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
