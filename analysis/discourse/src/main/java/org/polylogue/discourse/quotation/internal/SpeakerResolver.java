package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.quotation.internal.Cast.Member;
import org.polylogue.discourse.quotation.internal.Cast.Naming;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * Tells who a source is. Names are looked up; a definite role ("the minister") is somebody who was
 * named with that role, otherwise whoever was described by the same noun before; a pronoun is whom
 * its mention means, otherwise the most salient member that agrees in gender and number. Salience
 * falls with every sentence, and is higher for subjects and for whoever spoke last. What cannot be
 * told is left unknown with a reason. See {@code docs/decisions/051}.
 *
 * <p>One object reads one document, its quotations in order of their cues. Not thread-safe.
 */
final class SpeakerResolver {

  /** A speaker and how sure that is, 0 to 1. */
  record Answer(Speaker speaker, double confidence) {}

  private static final int REACH = 8;

  /** Tokens of a description before the comma after it, and before the name that follows that. */
  private static final int FAR = 8;

  private static final int NEAR = 4;
  private static final Set<String> DESCRIBES =
      Set.of("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "IN", "DT", "POS", "PRP$", "CD");
  private static final double SAME = 0.35;

  private static final Set<String> FIRST = QuotationWords.list("first-person");

  private static final Set<String> MESSAGES = QuotationWords.list("message");

  private static final Set<String> INDEFINITE = QuotationWords.list("indefinite");

  private static final Set<String> FEMALE_ENDS = QuotationWords.list("female-end");

  private static final Set<String> MALE_ENDS = QuotationWords.list("male-end");

  private final ParsedText t;
  private final Cast cast;
  private final Map<String, Span> described = new HashMap<>();
  private Member lastSpeaker;
  private Answer lastDescribed;
  private Gender lastDescribedGender = Gender.UNKNOWN;
  private int lastSpeakerSentence = -100;

  SpeakerResolver(ParsedText t, Cast cast) {
    this.t = t;
    this.cast = cast;
  }

  static boolean isFirstPerson(String word) {
    return FIRST.contains(word);
  }

  private static Answer unknown(Speaker.Reason reason) {
    return new Answer(new Speaker.Unknown(reason), 1);
  }

  private Answer resolved(Member member, int sentence, double confidence) {
    lastDescribed = null;
    lastSpeaker = member;
    lastSpeakerSentence = sentence;
    return new Answer(new Speaker.Resolved(member.id(), member.name()), confidence);
  }

  /** Who said the same speaker's further words in a sentence without a source of its own. */
  Answer continued(int sentence) {
    if (sentence - lastSpeakerSentence > 3 || sentence < lastSpeakerSentence) {
      return unknown(Speaker.Reason.NO_SOURCE);
    }
    if (lastDescribed != null) {
      return new Answer(lastDescribed.speaker(), 0.55);
    }
    if (lastSpeaker != null) {
      return resolved(lastSpeaker, sentence, 0.6);
    }
    return unknown(Speaker.Reason.NO_SOURCE);
  }

  /** The one person that an interview is with: who is named most. */
  Answer interviewee() {
    Map<Member, Integer> counts = new HashMap<>();
    Member best = null;
    for (Naming naming : cast.namings()) {
      if (naming.member().person()) {
        int n = counts.merge(naming.member(), 1, Integer::sum);
        if (best == null || n > counts.get(best)) {
          best = naming.member();
        }
      }
    }
    return best == null
        ? unknown(Speaker.Reason.NO_ANTECEDENT)
        : new Answer(new Speaker.Resolved(best.id(), best.name()), 0.6);
  }

  Answer resolve(int head, int cue, Span span, boolean inQuotation) {
    int h = head;
    for (int steps = 0; steps < 3 && isRelative(h); steps++) {
      int antecedent = antecedent(h);
      if (antecedent < 0) {
        break;
      }
      h = antecedent;
    }
    Naming naming = named(h, span);
    if (naming == null || !naming.member().person()) {
      Naming beside = namedBeside(h, span);
      naming = beside == null ? naming : beside;
    }
    int sentence = t.sentenceOf[head];
    if (naming != null) {
      return resolved(naming.member(), sentence, 0.9);
    }
    String word = t.word[h];
    String tag = t.tag[h];
    if (FIRST.contains(word)) {
      return inQuotation
          ? unknown(Speaker.Reason.NO_ANTECEDENT)
          : new Answer(new Speaker.DocumentAuthor(), 0.85);
    }
    if (tag.startsWith("PRP")) {
      return pronoun(h, word, inQuotation);
    }
    if (INDEFINITE.contains(word)) {
      return described(h, span, 0.6);
    }
    if (isRelative(h)) {
      return unknown(Speaker.Reason.NO_ANTECEDENT);
    }
    if (tag.startsWith("NN") && isDefinite(h)) {
      if (lastSpeaker != null && isTheirs(h)) {
        return resolved(lastSpeaker, sentence, 0.7);
      }
      Member member = byRole(t.lemma[h], h);
      if (member != null) {
        return resolved(member, sentence, 0.7);
      }
      Span earlier = described.get(t.lemma[h]);
      if (earlier != null && t.rightmost[h] - t.leftmost[h] <= 1) {
        return new Answer(new Speaker.Described(earlier.of(t.text), earlier), 0.7);
      }
    }
    boolean nobody = tag.equals("JJR") || tag.equals("IN") || tag.startsWith("RB");
    return nobody ? unknown(Speaker.Reason.NO_ANTECEDENT) : described(h, span, 0.8);
  }

  private Answer described(int h, Span span, double confidence) {
    Span full =
        h >= 0 && !span.contains(t.charStart[h])
            ? new Span(t.charStart[t.leftmost[h]], t.charEnd[h])
            : span;
    Span tailed = withoutTail(h, full);
    int begin = h < 0 ? tailed.start() : t.charStart[begin(tailed, h)];
    Span shown =
        begin < tailed.end() ? new Span(Math.max(begin, tailed.start()), tailed.end()) : tailed;
    described.putIfAbsent(t.lemma[h], shown);
    Answer answer = new Answer(new Speaker.Described(shown.of(t.text), shown), confidence);
    if (t.tag[h].equals("NN")) {
      lastDescribed = answer;
      lastDescribedGender = gender(t.lemma[h]);
      lastSpeakerSentence = t.sentenceOf[h];
    }
    return answer;
  }

  private static Gender gender(String noun) {
    if (FEMALE_ENDS.stream().anyMatch(noun::endsWith)) {
      return Gender.FEMALE;
    }
    return MALE_ENDS.stream().anyMatch(noun::endsWith) ? Gender.MALE : Gender.UNKNOWN;
  }

  /** A description ends before a relative clause. */
  private Span withoutTail(int h, Span span) {
    for (int c = t.firstChild[h]; c >= 0; c = t.nextSibling[c]) {
      if (c > h && t.relation[c].startsWith("acl") && t.leftmost[c] > h) {
        int last = t.leftmost[c] - 1;
        while (last > h && t.relation[last].equals("punct")) {
          last--;
        }
        return t.charEnd[last] > span.start() && t.charEnd[last] <= span.end()
            ? new Span(span.start(), t.charEnd[last])
            : span;
      }
    }
    return span;
  }

  private boolean isRelative(int h) {
    return t.tag[h].equals("WP") || t.tag[h].equals("WDT");
  }

  private int antecedent(int relative) {
    int verb = t.head[relative];
    for (int steps = 0; verb >= 0 && steps < 4; steps++) {
      if (t.relation[verb].startsWith("acl")) {
        int noun = t.head[verb];
        if (noun >= 0 && !t.word[noun].equals("it")) {
          return noun;
        }
        break;
      }
      verb = t.head[verb];
    }
    for (int i = relative - 1; i >= t.firstToken[t.sentenceOf[relative]]; i--) {
      if (cast.at(t.charStart[i]) != null && cast.at(t.charStart[i]).member().person()) {
        return i;
      }
    }
    return -1;
  }

  /** The naming that a head word stands in, or that stands beside it as an apposition. */
  private Naming named(int h, Span span) {
    Naming naming = cast.at(t.charStart[h]);
    if (naming != null) {
      return naming;
    }
    for (int c = t.firstChild[h]; c >= 0; c = t.nextSibling[c]) {
      if (t.relation[c].equals("appos") || t.relation[c].equals("flat")) {
        Naming beside = cast.at(t.charStart[c]);
        if (beside != null && beside.member().person()) {
          return beside;
        }
      }
      if (t.relation[c].equals("compound") && c > h - 4 && t.tag[h].startsWith("NNP")) {
        Naming part = cast.at(t.charStart[c]);
        if (part != null && part.member().person() && part.span().overlaps(span)) {
          return part;
        }
      }
    }
    return null;
  }

  /**
   * Somebody named where a source begins ("N, head of the port"), or whom its description is about:
   * right after it ("the pilot N") or between commas ("its head, the former judge N,").
   */
  private Naming namedBeside(int h, Span span) {
    Naming first = cast.at(t.charStart[begin(span, h)]);
    if (first != null && first.member().person() && first.span().end() < t.charStart[h]) {
      int next = t.tokenAt(first.span().end() - 1) + 1;
      return t.word[next].equals(",") || t.tag[next].equals("IN") ? first : null;
    }
    if (!t.tag[h].equals("NN") || h + 1 >= t.size) {
      return null;
    }
    Naming after = cast.at(t.charStart[h + 1]);
    if (after != null && after.member().person()) {
      return after;
    }
    int end = t.firstToken[t.sentenceOf[h] + 1];
    int comma = h + 1;
    while (comma < end && comma <= h + FAR && DESCRIBES.contains(t.tag[comma])) {
      comma++;
    }
    if (comma >= end || !t.word[comma].equals(",")) {
      return null;
    }
    int at = comma + 1;
    while (at < end
        && at <= comma + NEAR
        && cast.at(t.charStart[at]) == null
        && DESCRIBES.contains(t.tag[at])) {
      at++;
    }
    Naming named = at < end ? cast.at(t.charStart[at]) : null;
    if (named == null || !named.member().person() && !span.contains(named.span())) {
      return null;
    }
    int next = t.tokenAt(named.span().end() - 1) + 1;
    while (next < end && t.tag[next].startsWith("NNP")) {
      next++;
    }
    boolean closed = next < end && t.word[next].equals(",");
    boolean listed = closed && next + 1 < end && t.tag[next + 1].equals("CC");
    return closed && !listed ? named : null;
  }

  /** The first token of a source, after a time of day before it. */
  private int begin(Span span, int h) {
    int i = t.tokenAt(span.start());
    int word = i;
    while (word < h && !Character.isLetter(t.word[word].charAt(0))) {
      word++;
    }
    return Character.isUpperCase(t.text.charAt(t.charStart[word])) ? word : i;
  }

  private boolean isDefinite(int h) {
    for (int c = t.firstChild[h]; c >= 0; c = t.nextSibling[c]) {
      if (t.relation[c].equals("det")) {
        return t.word[c].equals("the") || t.word[c].equals("this") || t.word[c].equals("that");
      }
    }
    return false;
  }

  /** Whether a text is the one in which the last speaker has just spoken ("said in a letter"). */
  private boolean isTheirs(int h) {
    int from = t.firstToken[Math.max(0, lastSpeakerSentence)];
    if (!MESSAGES.contains(t.lemma[h]) || t.sentenceOf[h] - lastSpeakerSentence > 2) {
      return false;
    }
    for (int i = from; i + 2 < h; i++) {
      if (t.word[i].equals("in") && t.lemma[i + 2].equals(t.lemma[h])) {
        return true;
      }
    }
    return false;
  }

  private Member byRole(String role, int before) {
    int last = cast.firstEndingAfter(t.charStart[before]);
    for (int i = last - 1; i >= 0 && i > last - 200; i--) {
      Member member = cast.namings().get(i).member();
      for (String known : member.roles()) {
        if (known.equals(role) || known.endsWith(" " + role)) {
          return member;
        }
      }
    }
    return null;
  }

  private Answer pronoun(int h, String word, boolean inQuotation) {
    Cast.Pronoun known = cast.pronounAt(t.charStart[h]);
    if (known != null) {
      return resolved(known.member(), t.sentenceOf[h], known.confidence());
    }
    Gender gender = Gender.ofPronoun(word);
    boolean person = gender != Gender.UNKNOWN;
    if (!person && !word.equals("it") && !word.equals("its") && !word.startsWith("the")) {
      return unknown(Speaker.Reason.NO_ANTECEDENT);
    }
    int sentence = t.sentenceOf[h];
    // somebody described who has just spoken, and nobody named between
    if (person
        && lastDescribed != null
        && lastDescribedGender.fits(gender)
        && sentence - lastSpeakerSentence <= 2
        && sentence >= lastSpeakerSentence) {
      lastSpeakerSentence = sentence;
      return new Answer(lastDescribed.speaker(), 0.6);
    }
    Map<Member, Double> salience = new HashMap<>();
    List<Member> order = new ArrayList<>();
    int last = cast.firstEndingAfter(t.charStart[h] - 1);
    for (int i = last - 1; i >= 0; i--) {
      Naming naming = cast.namings().get(i);
      int token = t.tokenAt(naming.span().end() - 1);
      int distance = sentence - t.sentenceOf[token];
      if (distance > REACH) {
        break;
      }
      Member member = naming.member();
      if (member.person() != person || !member.gender().fits(gender)) {
        continue;
      }
      double weight = 1.0 / (1 + distance);
      if (t.relation[token].startsWith("nsubj")) {
        weight *= 1.6;
      } else if (t.relation[token].equals("nmod:poss") || t.relation[token].equals("compound")) {
        weight *= 0.6;
      }
      if (t.markOf[token] >= 0 && !inQuotation) {
        weight *= 0.4;
      }
      if (!salience.containsKey(member)) {
        order.add(member);
      }
      salience.merge(member, weight, Double::sum);
    }
    if (lastSpeaker != null
        && lastSpeaker.person() == person
        && lastSpeaker.gender().fits(gender)
        && sentence - lastSpeakerSentence <= REACH
        && !inQuotation) {
      if (!salience.containsKey(lastSpeaker)) {
        order.add(lastSpeaker);
      }
      salience.merge(lastSpeaker, 1.5 / (1 + 0.5 * (sentence - lastSpeakerSentence)), Double::sum);
    }
    Member best = null;
    double first = 0;
    double second = 0;
    for (Member member : order) {
      double weight = salience.get(member) * (member.gender() == gender && person ? 1.5 : 1);
      if (weight > first) {
        second = first;
        first = weight;
        best = member;
      } else {
        second = Math.max(second, weight);
      }
    }
    if (best == null) {
      return unknown(Speaker.Reason.NO_ANTECEDENT);
    }
    if (second > 0 && first - second < SAME * 0.2 * first) {
      return unknown(Speaker.Reason.AMBIGUOUS);
    }
    return resolved(best, sentence, 0.45 + 0.45 * (first - second) / first);
  }
}
