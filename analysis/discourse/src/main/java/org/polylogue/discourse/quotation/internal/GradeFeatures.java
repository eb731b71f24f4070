package org.polylogue.discourse.quotation.internal;

import java.util.List;
import java.util.Set;

/**
 * What decides how much of a report an attribution is: the word that announces it, what that word
 * takes, who is its subject, and whether it is denied, imagined, asked or commanded.
 */
final class GradeFeatures {

  static final int BIAS = 0;
  static final int REGISTER = 1;
  static final int LEMMA = 2;
  static final int LEMMA_REGISTER = 3;
  static final int LISTS = 4;
  static final int LIST = 5;
  static final int CLASS_FINE = 6;
  static final int CLASS_MIDDLE = 7;
  static final int CLASS_WIDE_TAG = 8;
  static final int TAG = 9;
  static final int LEMMA_COMPLEMENT = 10;
  static final int LISTS_COMPLEMENT = 11;
  static final int CLASS_MIDDLE_COMPLEMENT = 12;
  static final int COMPLEMENT = 13;
  static final int COMPLEMENT_REGISTER = 14;
  static final int SUBJECT = 15;
  static final int SUBJECT_LISTS = 16;
  static final int SUBJECT_REGISTER = 17;
  static final int SUBJECT_REGISTER_LISTS = 18;
  static final int NEGATED_LISTS = 19;
  static final int MODAL = 20;
  static final int MODAL_LISTS = 21;
  static final int COMMAND = 22;
  static final int COMMAND_LISTS = 23;
  static final int QUESTION = 24;
  static final int QUESTION_LISTS = 25;
  static final int CLAUSE_MARKER = 26;
  static final int CLAUSE_MARKER_LISTS = 27;
  static final int CUE_RELATION = 28;
  static final int PASSIVE_LISTS = 29;
  static final int FORM_LISTS = 30;
  static final int FORM_REGISTER = 31;
  static final int FIRST_WORD = 32;
  static final int FIRST_WORD_LISTS = 33;
  static final int HEAD_TAG = 34;
  static final int HEAD_TAG_LISTS = 35;
  static final int LENGTH = 36;
  static final int LENGTH_LISTS = 37;
  static final int LIGHT = 38;
  static final int LIGHT_LISTS = 39;
  static final int FINITE_LISTS = 40;
  static final int MARKS = 41;
  static final int MARKS_LISTS = 42;
  static final int MARKS_REGISTER = 43;
  static final int SOURCED_LISTS = 44;
  static final int ORDER_LISTS = 45;
  static final int NEXT_WORD_LEMMA = 46;
  static final int PREVIOUS_WORD_LEMMA = 47;
  static final int NEXT_WORD_LISTS = 48;
  static final int SOURCE_NAME = 49;
  static final int SUBJECT_LEMMA = 50;
  static final int SUBJECT_FORM_REGISTER = 51;
  static final int FINITE_COMPLEMENT_LISTS = 52;
  static final int LIST_COMPLEMENT = 53;
  static final int LIST_SUBJECT_REGISTER = 54;
  static final int LIST_FINITE = 55;
  static final int LIST_NEXT_WORD = 56;
  static final int GAP = 57;
  static final int INSIDE_MARKS = 58;
  static final int SUBJECT_NEGATED_LISTS = 59;
  static final int PLAIN = 60;
  static final int PLAIN_LIST = 61;
  static final int PLAIN_LIST_SUBJECT = 62;
  static final int LIST_SUBJECT_FINITE = 63;
  static final int PLAIN_LIST_FINITE = 64;
  static final int PLAIN_LISTS_FINITE_LIGHT = 65;
  static final int CLASS_MIDDLE_FINITE = 66;
  static final int SUBJECT_WORD_REGISTER = 67;

  /** Templates of one grade are numbered apart from those of the next one by this. */
  private static final int STRIDE = 100;

  private static final List<Set<String>> LEXICON =
      List.of(
          QuotationWords.list("say"),
          QuotationWords.list("write"),
          QuotationWords.list("think"),
          QuotationWords.list("want"),
          QuotationWords.list("judge"),
          QuotationWords.list("admire"),
          QuotationWords.list("show"),
          QuotationWords.list("do"));

  private static final Set<String> FIRST_PERSON = QuotationWords.list("first-person");
  private static final Set<String> GENERIC = QuotationWords.list("generic");
  private static final Set<String> NEGATIVE = QuotationWords.list("negative");
  private static final Set<String> LIGHT_OBJECTS = QuotationWords.list("light-object");

  private GradeFeatures() {}

  /**
   * The features of an attribution under one grade.
   *
   * @param t the text
   * @param cue the cue's head
   * @param source the source's head, −1 for none
   * @param content token ranges in order, ends included
   * @param comment whether the text is a reader's comment
   * @param grade the number of the grade
   * @param f takes the features
   */
  static void extract(
      ParsedText t,
      int cue,
      int source,
      List<int[]> content,
      boolean comment,
      int grade,
      FeatureBuffer f) {
    f.clear();
    int b = 7000 + STRIDE * grade;
    int register = comment ? 1 : 0;
    int lemma = t.lemmaHash[cue];
    int lists = lists(t.lemma[cue]);
    int middle = t.wordClass[cue] >> 3;
    int tag = t.tagHash[cue];
    int complement = complement(t, cue, content);
    int subject = subject(t, source >= 0 ? source : t.subject(cue));
    int first = content.get(0)[0];
    int last = content.get(content.size() - 1)[1];
    int head = head(t, content.get(0));
    int length = FeatureBuffer.bucket(last - first + 1);
    boolean finite = finite(t, content);
    int marks = marks(t, content);
    boolean negated = negated(t, cue);
    int modal = modal(t, cue);
    boolean command = command(t, cue);
    boolean question = t.word[t.firstToken[t.sentenceOf[cue] + 1] - 1].equals("?");
    int marker = marker(t, cue);
    boolean light = last - first <= 1 && LIGHT_OBJECTS.contains(t.word[last]);
    int s = t.sentenceOf[cue];
    int next = cue + 1 < t.firstToken[s + 1] ? t.wordHash[cue + 1] : 0;
    int previous = cue > t.firstToken[s] ? t.wordHash[cue - 1] : 0;
    int order = (first > cue ? 1 : 0) + (last < cue ? 2 : 0);
    f.add(b + BIAS);
    f.add(b + REGISTER, register);
    f.add(b + LEMMA, lemma);
    f.add(b + LEMMA_REGISTER, lemma, register);
    f.add(b + LISTS, lists);
    f.add(b + CLASS_FINE, t.wordClass[cue]);
    f.add(b + CLASS_MIDDLE, middle);
    f.add(b + CLASS_WIDE_TAG, t.wordClass[cue] >> 6, tag);
    f.add(b + TAG, tag);
    f.add(b + LEMMA_COMPLEMENT, lemma, complement);
    f.add(b + LISTS_COMPLEMENT, lists, complement);
    f.add(b + CLASS_MIDDLE_COMPLEMENT, middle, complement);
    f.add(b + COMPLEMENT, complement);
    f.add(b + COMPLEMENT_REGISTER, complement, register);
    f.add(b + SUBJECT, subject);
    f.add(b + SUBJECT_LISTS, subject, lists);
    f.add(b + SUBJECT_REGISTER, subject, register);
    f.add(b + SUBJECT_REGISTER_LISTS, subject, register, lists);
    f.add(b + SUBJECT_FORM_REGISTER, subject, tag, register);
    f.add(b + SUBJECT_NEGATED_LISTS, subject, negated ? 1 : 0, lists);
    f.add(b + NEGATED_LISTS, negated ? 1 : 0, lists);
    f.add(b + MODAL, modal);
    f.add(b + MODAL_LISTS, modal, lists);
    f.add(b + COMMAND, command ? 1 : 0, register);
    f.add(b + COMMAND_LISTS, command ? 1 : 0, lists);
    f.add(b + QUESTION, question ? 1 : 0, register);
    f.add(b + QUESTION_LISTS, question ? 1 : 0, lists, subject);
    f.add(b + CLAUSE_MARKER, marker);
    f.add(b + CLAUSE_MARKER_LISTS, marker, lists);
    f.add(b + CUE_RELATION, t.relHash[cue], t.tag[cue].charAt(0));
    f.add(b + PASSIVE_LISTS, passive(t, cue) ? 1 : 0, lists);
    f.add(b + FORM_LISTS, tag, lists);
    f.add(b + FORM_REGISTER, tag, register);
    f.add(b + FIRST_WORD, t.wordHash[first]);
    f.add(b + FIRST_WORD_LISTS, t.wordHash[first], lists);
    f.add(b + HEAD_TAG, t.tagHash[head]);
    f.add(b + HEAD_TAG_LISTS, t.tagHash[head], lists);
    f.add(b + LENGTH, length);
    f.add(b + LENGTH_LISTS, length, lists);
    f.add(b + LIGHT, light ? 1 : 0, register);
    f.add(b + LIGHT_LISTS, light ? 1 : 0, lists);
    f.add(b + FINITE_LISTS, finite ? 1 : 0, lists);
    f.add(b + FINITE_COMPLEMENT_LISTS, finite ? 1 : 0, complement, lists);
    f.add(b + MARKS, marks);
    f.add(b + MARKS_LISTS, marks, lists);
    f.add(b + MARKS_REGISTER, marks, register);
    f.add(b + SOURCED_LISTS, source >= 0 ? 1 : 0, lists);
    f.add(b + ORDER_LISTS, order, lists);
    f.add(b + NEXT_WORD_LEMMA, next, lemma);
    f.add(b + PREVIOUS_WORD_LEMMA, previous, lemma);
    f.add(b + NEXT_WORD_LISTS, next, lists);
    f.add(b + SOURCE_NAME, source < 0 ? 0 : t.nameHash[source], lists);
    f.add(b + SUBJECT_LEMMA, subject, lemma);
    f.add(b + GAP, FeatureBuffer.bucket(first > cue ? first - cue : cue - last), order);
    int plain = plainness(negated, modal, command, question, marker);
    f.add(b + PLAIN, plain, register);
    f.add(b + PLAIN_LISTS_FINITE_LIGHT, plain, lists, (finite ? 1 : 0) + (light ? 2 : 0));
    f.add(b + CLASS_MIDDLE_FINITE, middle, finite ? 1 : 0);
    f.add(b + SUBJECT_WORD_REGISTER, word(t, source >= 0 ? source : t.subject(cue)), register);
    f.add(b + INSIDE_MARKS, t.markOf[cue] >= 0 ? 1 : 0, marks);
    for (int k = 0; k < LEXICON.size(); k++) {
      if ((lists & 1 << k) != 0) {
        f.add(b + LIST, k);
        f.add(b + LIST_COMPLEMENT, k, complement);
        f.add(b + LIST_SUBJECT_REGISTER, k, subject, register);
        f.add(b + LIST_FINITE, k, finite ? 1 : 0, register);
        f.add(b + LIST_NEXT_WORD, k, next);
        f.add(b + PLAIN_LIST, plain, k, register);
        f.add(b + PLAIN_LIST_SUBJECT, plain, k, subject);
        f.add(b + LIST_SUBJECT_FINITE, k, subject, (finite ? 1 : 0) + (light ? 2 : 0));
        f.add(b + PLAIN_LIST_FINITE, plain, k, (finite ? 1 : 0) + (light ? 2 : 0));
      }
    }
  }

  /** 0 for a plain assertion, otherwise what makes it none. */
  private static int plainness(
      boolean negated, int modal, boolean command, boolean question, int marker) {
    return (negated ? 1 : 0)
        + (modal != 0 ? 2 : 0)
        + (command ? 4 : 0)
        + (question ? 8 : 0)
        + (marker != 0 ? 16 : 0);
  }

  /** The lemma of a subject that is no name. */
  private static int word(ParsedText t, int subject) {
    return subject < 0 ? 0 : t.name[subject].equals("O") ? t.lemmaHash[subject] : 1;
  }

  private static int lists(String lemma) {
    int bits = 0;
    for (int k = 0; k < LEXICON.size(); k++) {
      bits |= LEXICON.get(k).contains(lemma) ? 1 << k : 0;
    }
    return bits;
  }

  private static int head(ParsedText t, int[] part) {
    int head = part[0];
    for (int i = part[0]; i <= part[1]; i++) {
      if (!t.relation[i].equals("punct")
          && (t.relation[head].equals("punct") || t.depth[i] < t.depth[head])) {
        head = i;
      }
    }
    return head;
  }

  /** How the content hangs on the cue, and the word that introduces it. */
  private static int complement(ParsedText t, int cue, List<int[]> content) {
    int head = head(t, content.get(0));
    int relation = t.head[head] == cue ? t.relHash[head] : t.head[cue] == head ? 1 : 2;
    int introduced = 0;
    for (int c = t.firstChild[head]; c >= 0; c = t.nextSibling[c]) {
      if (t.relation[c].equals("mark") || t.relation[c].equals("case")) {
        introduced = t.lemmaHash[c];
        break;
      }
    }
    return relation * 31 + introduced;
  }

  private static int subject(ParsedText t, int subject) {
    if (subject < 0) {
      return 0;
    }
    String word = t.word[subject];
    if (FIRST_PERSON.contains(word)) {
      return 1;
    }
    if (word.equals("you")) {
      return 2;
    }
    if (word.equals("it") || word.equals("this") || word.equals("that")) {
      return 3;
    }
    if (NEGATIVE.contains(word)) {
      return 8;
    }
    if (GENERIC.contains(word)) {
      return 4;
    }
    if (t.tag[subject].startsWith("PRP")) {
      return 5;
    }
    if (t.tag[subject].startsWith("W")) {
      return 6;
    }
    return t.name[subject].equals("O") ? 10 + Math.max(0, t.wordClass[subject] >> 8) : 7;
  }

  private static boolean finite(ParsedText t, List<int[]> content) {
    for (int[] part : content) {
      for (int i = part[0]; i <= part[1]; i++) {
        String tag = t.tag[i];
        if (tag.equals("VBZ") || tag.equals("VBD") || tag.equals("VBP") || tag.equals("MD")) {
          return true;
        }
      }
    }
    return false;
  }

  private static int marks(ParsedText t, List<int[]> content) {
    boolean any = false;
    boolean all = true;
    for (int[] part : content) {
      for (int i = part[0]; i <= part[1]; i++) {
        any |= t.markOf[i] >= 0;
        all &= t.markOf[i] >= 0;
      }
    }
    return any ? all ? 2 : 1 : 0;
  }

  private static boolean negated(ParsedText t, int cue) {
    for (int c = t.firstChild[cue]; c >= 0; c = t.nextSibling[c]) {
      if (t.lemma[c].equals("not") || t.lemma[c].equals("never") || t.word[c].equals("n't")) {
        return true;
      }
    }
    return false;
  }

  private static int modal(ParsedText t, int cue) {
    for (int c = t.firstChild[cue]; c >= 0; c = t.nextSibling[c]) {
      if (t.tag[c].equals("MD")) {
        return t.lemmaHash[c];
      }
    }
    return 0;
  }

  private static boolean passive(ParsedText t, int cue) {
    return t.child(cue, "aux:pass") >= 0 || t.child(cue, "nsubj:pass") >= 0;
  }

  /** A base form without subject or auxiliary. */
  private static boolean command(ParsedText t, int cue) {
    if (!t.tag[cue].equals("VB") && !t.tag[cue].equals("VBP")) {
      return false;
    }
    for (int c = t.firstChild[cue]; c >= 0; c = t.nextSibling[c]) {
      String r = t.relation[c];
      if (r.startsWith("nsubj")
          || r.startsWith("aux") && !t.lemma[c].equals("do")
          || r.equals("mark")) {
        return false;
      }
    }
    return true;
  }

  private static int marker(ParsedText t, int cue) {
    for (int c = t.firstChild[cue]; c >= 0; c = t.nextSibling[c]) {
      if (c < cue && (t.relation[c].equals("mark") || t.tag[c].equals("WRB"))) {
        return t.lemmaHash[c];
      }
    }
    return t.relation[cue].startsWith("acl") ? 3 : 0;
  }
}
