package org.polylogue.discourse.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/**
 * Persons that a document describes without naming them, as far as a pronoun might mean them: nouns
 * for human beings that stand by themselves. "A woman" is somebody new; "the woman" and "her
 * husband" are who was described by the same noun before. A word that is written as a name, where
 * nobody found one, may be somebody too.
 */
final class Described {

  private static final double INDEFINITE = 0.7;

  /** A capitalised word that no finder took for a name is seldom a person. */
  private static final double UNNAMED = 0.4;

  /** "The candidate" is more often somebody named than somebody else. */
  private static final double DEFINITE = 0.35;

  private static final Set<String> FEMALE = EntityWords.list("woman");
  private static final Set<String> MALE = EntityWords.list("man");
  private static final Set<String> ANYBODY = EntityWords.list("anybody");
  private static final Set<String> EITHER = EntityWords.list("person");
  private static final Set<String> DEFINITE_WORDS = EntityWords.list("definite");

  private final Map<String, Referent> byNoun = new HashMap<>();

  /**
   * Somebody described and how much the description counts.
   *
   * @param who is meant by it
   * @param factor 0 to 1
   */
  record Found(Referent who, double factor) {}

  /** Whom a noun describes, null if nobody by itself. */
  Found at(Clauses clauses, int noun) {
    Sentence sentence = clauses.sentence;
    if (sentence.token(noun).tag().equals("NNP")) {
      boolean acts = clauses.is(noun, "nsubj") || clauses.is(noun, "nmod:poss");
      return acts ? new Found(new Referent(null, Gender.UNKNOWN), UNNAMED) : null;
    }
    String lemma = sentence.token(noun).lemma();
    Roles.Role role = Roles.person(lemma);
    boolean human =
        role != null
            || FEMALE.contains(lemma)
            || MALE.contains(lemma)
            || EITHER.contains(lemma)
            || hasWho(clauses, noun);
    if (!human || !standsAlone(clauses, noun)) {
      return null;
    }
    int determiner = clauses.child(noun, "det");
    boolean definite =
        determiner >= 0 && DEFINITE_WORDS.contains(sentence.token(determiner).lemma());
    boolean known = definite || clauses.child(noun, "nmod:poss") >= 0;
    Gender gender = role == null ? gender(lemma) : role.gender();
    Referent who = known ? byNoun.get(lemma) : null;
    if (who == null) {
      who = new Referent(null, gender);
      byNoun.put(lemma, who);
    }
    return new Found(who, definite ? DEFINITE : INDEFINITE);
  }

  /** Neither said of somebody, nor part of a name or title, nor beside a name. */
  private static boolean standsAlone(Clauses clauses, int noun) {
    int link = clauses.child(noun, "case");
    return !clauses.is(noun, "compound")
        && !clauses.is(noun, "appos")
        && clauses.child(noun, "appos") < 0
        && clauses.child(noun, "cop") < 0
        && (link < 0 || !clauses.sentence.token(link).lemma().equals("as"));
  }

  private static boolean hasWho(Clauses clauses, int noun) {
    int clause = clauses.child(noun, "acl:relcl");
    int subject = clause < 0 ? -1 : clauses.child(clause, "nsubj");
    return subject > noun && clauses.sentence.token(subject).lemma().equals("who");
  }

  /** The gender that a noun tells, unknown for most. */
  static Gender gender(String noun) {
    if (FEMALE.contains(noun)) {
      return Gender.FEMALE;
    }
    return MALE.contains(noun) ? Gender.MALE : Gender.UNKNOWN;
  }

  /** Whether "this man", without more words behind, stands where "he" could. */
  static boolean isThisMan(Clauses clauses, int noun) {
    Token token = clauses.sentence.token(noun);
    boolean singular = token.tag().equals("NN") || token.tag().equals("NNP");
    if (!singular || !ANYBODY.contains(token.lemma()) || thisMan(clauses, noun) < 0) {
      return false;
    }
    int next = noun + 1;
    return clauses.child(noun, "acl") < 0
        && clauses.child(noun, "nmod") < 0
        && clauses.child(noun, "appos") < 0
        && clauses.child(noun, "cop") < 0
        && (next == clauses.sentence.size()
            || !clauses.sentence.token(next).tag().startsWith("NN"));
  }

  /**
   * Where "the man", "that poor man" or, as an outcry, "poor man" begins before a noun, −1 if none
   * stands there.
   */
  static int thisMan(Clauses clauses, int noun) {
    int i = noun - 1;
    while (i >= 0 && i >= noun - 2 && clauses.sentence.token(i).tag().startsWith("JJ")) {
      i--;
    }
    String word = i < 0 ? "" : clauses.sentence.token(i).text().toLowerCase(Locale.ROOT);
    boolean definite =
        DEFINITE_WORDS.contains(word) && !clauses.sentence.token(i).tag().equals("IN");
    boolean outcry = i < 0 && noun > 0 && clauses.is(noun, "root");
    return definite ? i : outcry ? 0 : -1;
  }
}
