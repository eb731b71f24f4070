package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.polylogue.model.MarkedExpression;
import org.polylogue.text.Span;

/** Tells what quotation marks do where they quote no speech. */
final class MarkedWords {

  private static final Set<String> WORKS = QuotationWords.list("works");

  private static final Set<String> TERMS = QuotationWords.list("terms");

  private static final Set<String> NAMING = QuotationWords.list("naming");

  private static final Set<String> SAYINGS = QuotationWords.list("sayings");

  private static final int NEAR = 4;

  /** Words between "as they say" and what they say. */
  private static final int FAR = 7;

  private final ParsedText t;

  MarkedWords(ParsedText t) {
    this.t = t;
  }

  /** Whether a marked range looks like no utterance: no clause, and few words. */
  boolean isPhrase(int m) {
    int first = first(m);
    int last = last(m, first);
    int words = 0;
    for (int i = first; i <= last; i++) {
      if (Character.isLetterOrDigit(t.word[i].charAt(0))) {
        words++;
      }
    }
    return words <= 3 && !hasClause(first, last);
  }

  /** Whether the noun right before a marked range calls it a saying. */
  boolean isSaying(int m) {
    int before = first(m) - 1;
    while (before >= 0 && t.charEnd[before] > t.marks.get(m).begin()) {
      before--;
    }
    if (before > 0 && t.word[before].equals(":")) {
      before--;
    }
    return before >= 0 && SAYINGS.contains(t.lemma[before]) && t.tag[before].startsWith("NN");
  }

  /** What a marked range is where it is no speech. */
  MarkedExpression.Kind kind(int m) {
    int first = first(m);
    return expression(t.marks.get(m), first, Math.max(first, last(m, first))).kind();
  }

  /** Whether it is part of a sentence, or a sentence about somebody, as no saying is. */
  boolean isUttered(int m) {
    MarkedExpression.Kind kind = kind(m);
    if (kind != MarkedExpression.Kind.SAYING || isSaying(m)) {
      return kind == MarkedExpression.Kind.SCARE_QUOTE;
    }
    int first = first(m);
    for (int i = first; i <= last(m, first); i++) {
      if (SpeakerResolver.isFirstPerson(t.word[i]) || t.name[i].equals("PERSON")) {
        return true;
      }
    }
    return false;
  }

  int words(int m) {
    int first = first(m);
    int last = last(m, first);
    int words = 0;
    for (int i = first; i <= last; i++) {
      if (Character.isLetterOrDigit(t.word[i].charAt(0))) {
        words++;
      }
    }
    return words;
  }

  boolean hasClause(int first, int last) {
    for (int i = first; i <= last; i++) {
      String tag = t.tag[i];
      if (tag.equals("VBZ") || tag.equals("VBP") || tag.equals("VBD") || tag.equals("MD")) {
        for (int c = t.firstChild[i]; c >= 0; c = t.nextSibling[c]) {
          if (t.relation[c].startsWith("nsubj") && c >= first && c <= last) {
            return true;
          }
        }
        if (t.relation[i].startsWith("aux") || t.relation[i].equals("cop")) {
          return true;
        }
      }
    }
    return false;
  }

  int first(int m) {
    int low = 0;
    int high = t.size;
    int begin = t.marks.get(m).innerBegin();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (t.charStart[middle] < begin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int last(int m, int first) {
    int i = first;
    int end = t.marks.get(m).innerEnd();
    while (i < t.size && t.charEnd[i] <= end) {
      i++;
    }
    return i - 1;
  }

  /** The expressions among the marked ranges that no quotation took for speech. */
  List<MarkedExpression> classify(boolean[] spoken) {
    List<MarkedExpression> found = new ArrayList<>();
    int reach = 0;
    for (int m = 0; m < t.marks.size(); m++) {
      MarkScanner.MarkedRange range = t.marks.get(m);
      if (spoken[m] || range.end() <= reach || !range.closed()) {
        continue;
      }
      int first = first(m);
      int last = last(m, first);
      if (first >= t.size || last < first) {
        continue;
      }
      found.add(expression(range, first, last));
      reach = range.end();
    }
    return agreed(found);
  }

  private MarkedExpression expression(MarkScanner.MarkedRange range, int first, int last) {
    Span span = new Span(range.begin(), range.end());
    int before = first - 1;
    while (before >= 0 && t.charEnd[before] > range.begin()) {
      before--;
    }
    int after = last + 1;
    while (after < t.size && t.charStart[after] < range.end()) {
      after++;
    }
    int s = t.sentenceOf[first];
    boolean personBefore = before >= t.firstToken[s] && t.name[before].equals("PERSON");
    boolean personAfter = after < t.firstToken[s + 1] && t.name[after].equals("PERSON");
    if (personBefore && personAfter) {
      return new MarkedExpression(
          span, MarkedExpression.Kind.NICKNAME, "inside a person's name", 0.9);
    }
    boolean work = false;
    boolean term = false;
    boolean naming = false;
    boolean called = false;
    boolean soCalled = false;
    boolean saying = false;
    for (int i = Math.max(t.firstToken[s], before - FAR); i <= before; i++) {
      saying |=
          t.lemma[i].equals("say")
              && i > 0
              && (t.word[i - 1].equals("they") || t.word[i - 1].equals("people"));
    }
    for (int i = Math.max(t.firstToken[s], before - NEAR + 1); i <= before; i++) {
      work |= WORKS.contains(t.lemma[i]) && i >= before - 2;
      term |= TERMS.contains(t.lemma[i]);
      soCalled |= isSoCalled(i);
      naming |= NAMING.contains(t.lemma[i]) || NAMING.contains(t.word[i]);
      naming |= t.word[i].equals("known") && i + 1 <= before && reaches(i, before);
      called |= t.lemma[i].equals("call") && i >= before - 1;
      saying |= SAYINGS.contains(t.lemma[i]);
    }
    if (saying && last - first >= 2) {
      return new MarkedExpression(span, MarkedExpression.Kind.SAYING, "named as a saying", 0.8);
    }
    if (soCalled) {
      return new MarkedExpression(span, MarkedExpression.Kind.SCARE_QUOTE, "so-called", 0.8);
    }
    naming |= called && capitalised(first, last) > 0;
    work &= Character.isUpperCase(t.text.charAt(t.charStart[first]));
    if (naming && !(work && called)) {
      return new MarkedExpression(span, MarkedExpression.Kind.NICKNAME, "naming verb", 0.7);
    }
    if (term) {
      return new MarkedExpression(span, MarkedExpression.Kind.TERM, "noun for words", 0.7);
    }
    int capitals = capitalised(first, last);
    if (work) {
      return new MarkedExpression(span, MarkedExpression.Kind.TITLE, "noun for works", 0.85);
    }
    if (capitals >= 2 && capitals == contentWords(first, last) && !t.tag[first].startsWith("JJ")) {
      return new MarkedExpression(span, MarkedExpression.Kind.TITLE, "capitals throughout", 0.65);
    }
    char end = t.text.charAt(range.innerEnd() - 1);
    boolean sentence =
        end == '!'
            || end == '\u2026'
            || t.text.substring(range.innerBegin(), range.innerEnd()).endsWith("...");
    if (last - first >= 2 && (sentence || hasClause(first, last))) {
      return new MarkedExpression(span, MarkedExpression.Kind.SAYING, "a sentence by nobody", 0.5);
    }
    return new MarkedExpression(
        span, MarkedExpression.Kind.SCARE_QUOTE, "words of the writer's clause", 0.6);
  }

  private boolean isSoCalled(int i) {
    return t.word[i].equals("so-called")
        || i > 1
            && t.word[i].equals("called")
            && t.word[i - 1].equals("-")
            && t.word[i - 2].equals("so");
  }

  /** The same words mean the same wherever a document marks them: the surest reading holds. */
  private List<MarkedExpression> agreed(List<MarkedExpression> found) {
    Map<String, MarkedExpression> surest = new HashMap<>();
    for (MarkedExpression e : found) {
      surest.merge(words(e.span()), e, (a, b) -> b.confidence() > a.confidence() ? b : a);
    }
    List<MarkedExpression> result = new ArrayList<>();
    for (MarkedExpression e : found) {
      MarkedExpression best = surest.get(words(e.span()));
      boolean own = best.kind() == e.kind();
      result.add(
          own
              ? e
              : new MarkedExpression(
                  e.span(), best.kind(), "as elsewhere: " + best.rule(), best.confidence()));
    }
    return result;
  }

  private String words(Span span) {
    return span.of(t.text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd} ]", "").strip();
  }

  private boolean reaches(int known, int before) {
    for (int i = known + 1; i <= before; i++) {
      if (t.word[i].equals("as")) {
        return true;
      }
    }
    return false;
  }

  private int capitalised(int first, int last) {
    int n = 0;
    for (int i = first; i <= last; i++) {
      if (isContent(i) && Character.isUpperCase(t.text.charAt(t.charStart[i]))) {
        n++;
      }
    }
    return n;
  }

  private int contentWords(int first, int last) {
    int n = 0;
    for (int i = first; i <= last; i++) {
      n += isContent(i) ? 1 : 0;
    }
    return n;
  }

  private boolean isContent(int i) {
    return t.word[i].length() > 3 && Character.isLetter(t.word[i].charAt(0));
  }
}
