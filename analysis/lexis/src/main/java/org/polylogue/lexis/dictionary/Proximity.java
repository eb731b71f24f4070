package org.polylogue.lexis.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.lexis.dictionary.DictionaryMatches.Match;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;

/**
 * What it means that an occurrence is near a mention of an actor: so many words between, the same
 * sentence, the same clause, or a short path of dependencies. Clauses and paths are those of basic
 * Universal Dependencies (Nivre et al. 2016); an occurrence or a mention of several words stands
 * where the word stands that governs the others. In sentences that were not parsed nothing is near
 * by clause or dependency. Immutable and thread-safe.
 */
public final class Proximity {

  /**
   * Relations of dependents that are clauses. An {@code xcomp} has the subject of its governor and
   * is of its clause.
   */
  private static final Set<String> CLAUSAL =
      Set.of("root", "csubj", "ccomp", "advcl", "acl", "parataxis");

  private static final int USUAL_ARCS = 2;

  /** Words that a path goes through at most, conjuncts included. */
  private static final int LONGEST_PATH = 100;

  private enum Kind {
    WORDS,
    SENTENCE,
    CLAUSE,
    DEPENDENCY
  }

  private final Kind kind;
  private final int most;

  private Proximity(Kind kind, int most) {
    this.kind = kind;
    this.most = most;
    if (most < 0) {
      throw new IllegalArgumentException("how near is 0 or more, not " + most);
    }
  }

  /**
   * In the same document with at most so many words between.
   *
   * @param most 0 or more
   * @return the proximity
   */
  public static Proximity ofWords(int most) {
    return new Proximity(Kind.WORDS, most);
  }

  /**
   * In the same sentence.
   *
   * @return the proximity
   */
  public static Proximity ofSentence() {
    return new Proximity(Kind.SENTENCE, 0);
  }

  /**
   * In the same clause. A word is of the clause of the nearest word that governs it, or itself, and
   * heads one: the root, a clausal subject, complement or modifier, a parataxis, or a conjunct with
   * a subject of its own.
   *
   * @return the proximity
   */
  public static Proximity ofClause() {
    return new Proximity(Kind.CLAUSE, 0);
  }

  /**
   * Joined by a path of at most so many dependencies, whichever way they point. Conjuncts share
   * what governs the first of them, so the arc between them does not count; a conjunct with a
   * subject of its own ends the path.
   *
   * @param arcs 1 or more; 2 joins a subject and an object, or a subject and what its predicate is
   *     modified by
   * @return the proximity
   */
  public static Proximity ofDependency(int arcs) {
    return new Proximity(Kind.DEPENDENCY, arcs);
  }

  /**
   * Reads a proximity as commands write it.
   *
   * @param text a number of words, {@code sentence}, {@code clause}, {@code dependency} (of two
   *     arcs), or {@code dependency:N}
   * @return the proximity
   * @throws IllegalArgumentException if it is none of these
   */
  public static Proximity parse(String text) {
    int colon = text.indexOf(':');
    try {
      return switch (colon < 0 ? text : text.substring(0, colon + 1)) {
        case "sentence" -> ofSentence();
        case "clause" -> ofClause();
        case "dependency" -> ofDependency(USUAL_ARCS);
        case "dependency:" -> ofDependency(Integer.parseInt(text.substring(colon + 1)));
        default -> ofWords(Integer.parseInt(text));
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "near is a number of words, sentence, clause, dependency or dependency:2, not " + text,
          e);
    }
  }

  /**
   * Tells whether it can only be told of parsed sentences.
   *
   * @return true for clauses and dependencies
   */
  public boolean needsDependencies() {
    return kind == Kind.CLAUSE || kind == Kind.DEPENDENCY;
  }

  /**
   * Keeps what stands near mentions of an actor.
   *
   * @param index where they were found
   * @param matches occurrences
   * @param actor its name or id, case set aside; mentions by pronoun are none
   * @return those that are near one
   * @throws IllegalArgumentException if nobody looked for actors, or parsed a sentence where that
   *     is needed
   */
  public List<Match> near(TokenIndex index, List<Match> matches, String actor) {
    if (!index.layers().contains(Region.MENTION)) {
      throw new IllegalArgumentException(
          "the input has no actors, because nobody looked for them; analyse it first and give the"
              + " result");
    }
    if (needsDependencies() && !index.hasDependencies()) {
      throw new IllegalArgumentException(
          "no sentence was parsed; index texts of an engine that delivers dependencies");
    }
    List<int[]> mentions = mentions(index, actor);
    return switch (kind) {
      case WORDS -> byWords(index, matches, mentions);
      case SENTENCE -> bySentence(index, matches, mentions);
      case CLAUSE -> byClause(index, matches, mentions);
      default -> byDependency(index, matches, mentions);
    };
  }

  private static List<int[]> mentions(TokenIndex index, String actor) {
    RegionLayer layer = index.layer(Region.MENTION);
    List<int[]> found = new ArrayList<>();
    for (int m = 0; m < layer.size(); m++) {
      if (layer.attribute("name", m).filter(actor::equalsIgnoreCase).isPresent()
          || layer.attribute("actor", m).filter(actor::equalsIgnoreCase).isPresent()) {
        found.add(new int[] {layer.from(m), layer.to(m)});
      }
    }
    return found;
  }

  private List<Match> byWords(TokenIndex index, List<Match> matches, List<int[]> mentions) {
    int[] before = new int[index.size() + 1];
    for (int i = 0; i < index.size(); i++) {
      before[i + 1] = before[i] + (index.isWord(i) ? 1 : 0);
    }
    // by document: words before the end of the last mention, and before the start of the next one
    int[] last = new int[index.size()];
    int[] next = new int[index.size()];
    Arrays.fill(last, -1);
    Arrays.fill(next, -1);
    for (int[] mention : mentions) {
      Arrays.fill(last, mention[0], mention[1], before[mention[1]]);
      Arrays.fill(next, mention[0], mention[1], before[mention[0]]);
    }
    for (int i = 1; i < last.length; i++) {
      boolean same = index.documentAt(i) == index.documentAt(i - 1);
      last[i] = last[i] < 0 && same ? last[i - 1] : last[i];
    }
    for (int i = next.length - 2; i >= 0; i--) {
      boolean same = index.documentAt(i) == index.documentAt(i + 1);
      next[i] = next[i] < 0 && same ? next[i + 1] : next[i];
    }
    return matches.stream()
        .filter(
            match ->
                last[match.from()] >= 0 && before[match.from()] - last[match.from()] <= most
                    || next[match.to() - 1] >= 0
                        && next[match.to() - 1] - before[match.to()] <= most)
        .toList();
  }

  private static List<Match> bySentence(
      TokenIndex index, List<Match> matches, List<int[]> mentions) {
    BitSet named = new BitSet();
    mentions.forEach(mention -> named.set(index.sentenceAt(mention[0])));
    return matches.stream().filter(match -> named.get(index.sentenceAt(match.from()))).toList();
  }

  private static List<Match> byClause(TokenIndex index, List<Match> matches, List<int[]> mentions) {
    BitSet heads = clauseHeads(index);
    int[] clauses = new int[index.size()];
    Arrays.fill(clauses, TokenIndex.NONE);
    BitSet named = new BitSet();
    for (int[] mention : mentions) {
      named.set(clause(index, heads, clauses, top(index, mention[0], mention[1])));
    }
    return matches.stream()
        .filter(
            match -> named.get(clause(index, heads, clauses, top(index, match.from(), match.to()))))
        .toList();
  }

  private static BitSet clauseHeads(TokenIndex index) {
    BitSet withSubject = new BitSet();
    for (int i = 0; i < index.size(); i++) {
      String relation = index.relation(i);
      if (index.head(i) != TokenIndex.NONE
          && (relation.startsWith("nsubj")
              || relation.startsWith("csubj")
              || relation.equals("expl"))) {
        withSubject.set(index.head(i));
      }
    }
    BitSet heads = new BitSet();
    for (int i = 0; i < index.size(); i++) {
      String plain = plain(index.relation(i));
      if (index.head(i) == TokenIndex.NONE
          || CLAUSAL.contains(plain)
          || plain.equals("conj") && withSubject.get(i)) {
        heads.set(i);
      }
    }
    return heads;
  }

  /** A relation without its subtype. */
  private static String plain(String relation) {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  /** Each token is gone through once, also where heads go round in a circle. */
  private static int clause(TokenIndex index, BitSet heads, int[] clauses, int token) {
    int at = token;
    while (!heads.get(at) && clauses[at] == TokenIndex.NONE) {
      clauses[at] = token;
      at = index.head(at);
    }
    int found = heads.get(at) ? at : clauses[at];
    for (int i = token; i != at; i = index.head(i)) {
      clauses[i] = found;
    }
    return found;
  }

  /** The word of a range that the others depend on. */
  private static int top(TokenIndex index, int from, int to) {
    for (int i = from; i < to; i++) {
      int head = index.head(i);
      if (index.isWord(i) && (head < from || head >= to)) {
        return i;
      }
    }
    return from;
  }

  private List<Match> byDependency(TokenIndex index, List<Match> matches, List<int[]> mentions) {
    BitSet heads = clauseHeads(index);
    // a path goes up to a word that governs both ends, and down from it
    Map<Integer, Integer> up = new HashMap<>();
    for (int[] mention : mentions) {
      for (int[] step : climbed(index, heads, top(index, mention[0], mention[1]))) {
        up.merge(step[0], step[1], Math::min);
      }
    }
    return matches.stream()
        .filter(
            match ->
                climbed(index, heads, top(index, match.from(), match.to())).stream()
                    .anyMatch(step -> up.getOrDefault(step[0], most + 1) + step[1] <= most))
        .toList();
  }

  /** A token and those that govern it, with how many arcs away they are. */
  private List<int[]> climbed(TokenIndex index, BitSet heads, int token) {
    List<int[]> steps = new ArrayList<>();
    int at = token;
    int arcs = 0;
    while (at != TokenIndex.NONE && arcs <= most && steps.size() < LONGEST_PATH) {
      steps.add(new int[] {at, arcs});
      boolean conjunct = plain(index.relation(at)).equals("conj");
      at = conjunct && heads.get(at) ? TokenIndex.NONE : index.head(at);
      arcs += conjunct ? 0 : 1;
    }
    return steps;
  }
}
