package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.model.Block;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;

/**
 * Finds block quotations: blocks that the source marked up as such, and paragraphs without marks
 * after a lead-in that ends in a colon or names a sender.
 *
 * <p>A lead-in needs a cue with a source. A weak cue is enough where the voice changes: the
 * paragraph after it speaks of "we" or "I" or to "you". A further paragraph belongs to the
 * quotation if the quotation speaks in that voice, the paragraph does too, and nothing shows the
 * author: a word by which authors go on to their next point, the speaker's name, quotation marks,
 * or a colon at its end.
 */
final class BlockQuotes {

  private static final int MAX_PARAGRAPHS = 12;
  private static final double CLEAR_CUE = -0.5;
  private static final double WEAK_CUE = -4.5;
  private static final Set<String> MESSAGES = QuotationWords.list("message");
  private static final Pattern DESK =
      Pattern.compile("(?i)^from the desk of\\s+([^,:\\n]{2,60})[,:]?$");

  private final ParsedText t;
  private final Paragraphs paragraphs;
  private final float[] cues;
  private final AttributionDecoder decoder;

  private final Cast cast;

  BlockQuotes(
      ParsedText t, Paragraphs paragraphs, float[] cues, AttributionDecoder decoder, Cast cast) {
    this.cast = cast;
    this.t = t;
    this.paragraphs = paragraphs;
    this.cues = cues;
    this.decoder = decoder;
  }

  List<Draft> find() {
    List<Draft> found = new ArrayList<>();
    int p = 0;
    while (p < paragraphs.size()) {
      int next = p + 1;
      if (paragraphs.blocks.get(p).kind() == Block.Kind.QUOTATION && !paragraphs.isBlank(p)) {
        while (next < paragraphs.size()
            && paragraphs.blocks.get(next).kind() == Block.Kind.QUOTATION) {
          next++;
        }
        found.add(markedUp(p, next));
      } else if (paragraphs.isRunning(p) && next < paragraphs.size() && canBegin(next)) {
        Draft draft = ledIn(p);
        if (draft != null) {
          found.add(draft);
          next = p + 1 + draft.content().size();
        }
      }
      p = next;
    }
    return found;
  }

  private boolean canBegin(int p) {
    return paragraphs.isRunning(p)
        && !paragraphs.isItem(p)
        && !MarkScanner.isMark(paragraphs.firstChar(p));
  }

  private Draft markedUp(int from, int to) {
    List<Span> content = new ArrayList<>();
    for (int p = from; p < to; p++) {
      content.add(paragraphs.blocks.get(p).span());
    }
    int cue = -1;
    if (from > 0 && paragraphs.isRunning(from - 1)) {
      cue = cue(from - 1, paragraphs.lastChar(from - 1) == ':' ? WEAK_CUE : CLEAR_CUE);
    }
    return draft(content, cue, "marked-up block", 0.95);
  }

  private Draft ledIn(int p) {
    Matcher desk = DESK.matcher(paragraphs.blocks.get(p).span().of(t.text));
    if (desk.matches()) {
      int at = paragraphs.blocks.get(p).span().start() + desk.start(1);
      int source = t.tokenAt(at + desk.group(1).length() - 1);
      List<Span> content = extent(p + 1, source, true);
      Span named = new Span(at, at + desk.group(1).length());
      return new Draft(
          content,
          -1,
          source,
          null,
          named,
          Quotation.Kind.BLOCK,
          Quotation.Mode.WRITING,
          Quotation.Grade.SAID,
          "sender line",
          0.8,
          null);
    }
    if (paragraphs.lastChar(p) != ':') {
      return null;
    }
    boolean voice = paragraphs.speaks(p + 1);
    int cue = cue(p, voice ? WEAK_CUE : CLEAR_CUE);
    if (cue < 0) {
      return afterMessage(p);
    }
    int source = source(cue);
    if (source < 0) {
      return null;
    }
    List<Span> content = extent(p + 1, source, false);
    double clear = 1 / (1 + Math.exp(-cues[cue]));
    return draft(
        content, cue, "lead-in with a colon", voice ? 0.7 + 0.25 * clear : 0.5 + 0.4 * clear);
  }

  /** A lead-in without a verb that names a message and its sender, as "An email from N:". */
  private Draft afterMessage(int p) {
    int s = paragraphs.lastSentence(p);
    int message = -1;
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      if (MESSAGES.contains(t.lemma[i]) && t.tag[i].startsWith("NN")) {
        message = i;
      } else if (message >= 0 && t.tag[i].startsWith("VB")) {
        return null;
      }
      Cast.Naming naming = message < 0 ? null : cast.at(t.charStart[i]);
      if (naming != null && naming.member().person()) {
        int sender = t.tokenAt(naming.span().end() - 1);
        return new Draft(
            List.of(paragraphs.blocks.get(p + 1).span()),
            message,
            sender,
            new Span(t.charStart[message], t.charEnd[message]),
            naming.span(),
            Quotation.Kind.BLOCK,
            Quotation.Mode.WRITING,
            Quotation.Grade.SAID,
            "message with a sender",
            0.7,
            null);
      }
    }
    return null;
  }

  private Draft draft(List<Span> content, int cue, String rule, double confidence) {
    int source = cue < 0 ? -1 : source(cue);
    return new Draft(
        content,
        cue,
        source,
        cue < 0 ? null : CueWords.cue(t, cue),
        source < 0 ? null : CueWords.source(t, source, cue),
        Quotation.Kind.BLOCK,
        cue < 0 ? Quotation.Mode.SPEECH : CueWords.mode(t, cue),
        Quotation.Grade.SAID,
        rule,
        confidence,
        null);
  }

  /**
   * The head of a cue's source. A cue with nothing but a noun phrase between it and the colon is
   * inverted ("explained the minister:"); a source "who" of "it was N who" is the person named
   * there.
   */
  private int source(int cue) {
    int s = t.sentenceOf[cue];
    int colon = t.firstToken[s + 1] - 1;
    int inverted = -1;
    if (t.word[colon].equals(":") && colon - cue > 1 && colon - cue < 30) {
      for (int i = cue + 1; i < colon; i++) {
        if (t.tag[i].startsWith("VB") || t.word[i].equals(",") && inverted < 0) {
          inverted = -1;
          break;
        }
        boolean noun =
            t.tag[i].startsWith("NN") || t.tag[i].equals("PRP") && !t.relation[i].endsWith("obj");
        if (noun && (inverted < 0 || t.depth[i] < t.depth[inverted])) {
          inverted = i;
        }
      }
      boolean after = cue > t.firstToken[s] && t.word[cue - 1].equals(",");
      if (inverted >= 0 && after && !t.tag[cue + 1].equals("IN")) {
        return inverted;
      }
    }
    int source = decoder.source(t, cue);
    if (source < 0 || t.head[source] == cue && t.relation[source].endsWith("obj")) {
      source = t.subject(cue);
    }
    if (source >= 0 && t.tag[source].equals("WP")) {
      for (int i = t.firstToken[s]; i + 2 < source; i++) {
        if (t.word[i].equals("it")
            && (t.lemma[i + 1].equals("be") || t.lemma[i + 2].equals("be"))) {
          Cast.Naming naming = null;
          for (int j = i; j < source && naming == null; j++) {
            naming = cast.at(t.charStart[j]);
          }
          if (naming != null && naming.member().person()) {
            return t.tokenAt(naming.span().end() - 1);
          }
        }
      }
    }
    return source;
  }

  /** The best cue of a paragraph's last sentence that has a source. */
  private int cue(int p, double floor) {
    int s = paragraphs.lastSentence(p);
    int best = -1;
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      if (t.markOf[i] < 0
          && t.tag[i].startsWith("VB")
          && cues[i] >= floor
          && (best < 0 || cues[i] > cues[best])
          && source(i) >= 0) {
        best = i;
      }
    }
    return best;
  }

  private List<Span> extent(int first, int source, boolean letter) {
    List<Span> content = new ArrayList<>();
    content.add(paragraphs.blocks.get(first).span());
    boolean voice = paragraphs.speaks(first);
    Set<String> names = names(source);
    for (int p = first + 1; p < paragraphs.size() && content.size() < MAX_PARAGRAPHS; p++) {
      if (!canBegin(p)
          || paragraphs.lastChar(p) == ':'
          || paragraphs.beginsAuthorial(p)
          || mentions(p, names)
          || !(letter || voice && paragraphs.speaks(p))) {
        break;
      }
      content.add(paragraphs.blocks.get(p).span());
    }
    return content;
  }

  private Set<String> names(int source) {
    Set<String> names = new HashSet<>();
    for (int i = t.leftmost[source]; i <= t.rightmost[source]; i++) {
      if (t.name[i].equals("PERSON") && t.word[i].length() > 2) {
        names.add(t.word[i].toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private boolean mentions(int p, Set<String> names) {
    for (int i = paragraphs.firstToken(p); i <= paragraphs.lastToken(p); i++) {
      if (names.contains(t.word[i]) && t.name[i].equals("PERSON")) {
        return true;
      }
    }
    return false;
  }
}
