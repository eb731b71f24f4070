package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.language.Token;

/**
 * Actors that a conversation describes and never names: "the council", "residents". Descriptions by
 * one noun are one actor unless other words of theirs tell them apart. An actor is only who does or
 * says something, and who is spoken of more than once or by a reporter.
 */
final class DescribedActors {

  /** A description where it stands. */
  record Place(int document, int sentence, Description description, Part part) {}

  /** What part a description plays in its clause. */
  enum Part {
    /** The subject of a verb of saying. */
    SPEAKS,
    /** The subject of another verb, or the agent of a passive one. */
    ACTS,
    /** The subject of a passive verb. */
    UNDERGOES,
    /** The subject of a predicate, an owner, an object. */
    CONCERNED,
    /** Anything else. */
    OTHER,
    /** Said of somebody else: a predicate, an apposition. */
    SAID_OF
  }

  private static final Set<String> SAYING = EntityWords.list("say");

  /** Whoever is meant by some descriptions. */
  private static final class Whole {
    final List<Place> places = new ArrayList<>();
    final Set<String> modifiers = new TreeSet<>();
    boolean decided;
    Cluster cluster;
  }

  private final Map<String, List<Whole>> byNoun = new HashMap<>();
  private final Map<Place, Whole> wholes = new LinkedHashMap<>();

  /** Takes a description; call in order. "A bank" in a comment is none that anybody knows. */
  void add(Place place) {
    Description one = place.description();
    if (place.document() > 0 && one.article() == Description.Article.INDEFINITE && !one.plural()) {
      return;
    }
    String key = one.type() + (one.plural() ? " s " : " ") + one.noun();
    List<Whole> known = byNoun.computeIfAbsent(key, k -> new ArrayList<>());
    Whole whole = null;
    for (int i = known.size() - 1; i >= 0 && whole == null; i--) {
      whole = fits(one, known.get(i)) ? known.get(i) : null;
    }
    if (whole == null) {
      whole = new Whole();
      known.add(whole);
    } else {
      known.remove(whole);
      known.add(whole);
    }
    whole.places.add(place);
    whole.modifiers.addAll(one.modifiers());
    wholes.put(place, whole);
  }

  private static boolean fits(Description one, Whole whole) {
    if (one.modifiers().isEmpty()) {
      return whole.modifiers.isEmpty()
          || one.isGeneral()
          || one.article() == Description.Article.DEFINITE;
    }
    return whole.modifiers.isEmpty()
        ? whole.places.get(0).description().article() == Description.Article.DEFINITE
        : whole.modifiers.containsAll(one.modifiers())
            || one.modifiers().containsAll(whole.modifiers);
  }

  /** An actor where a description stands. */
  record Actor(Place place, Cluster cluster) {}

  /** The actors, in the order of their places. */
  List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    for (Map.Entry<Place, Whole> one : wholes.entrySet()) {
      Whole whole = one.getValue();
      if (!whole.decided) {
        whole.decided = true;
        whole.cluster = isActor(whole) ? cluster(whole) : null;
      }
      if (whole.cluster != null && one.getKey().part() != Part.SAID_OF) {
        actors.add(new Actor(one.getKey(), whole.cluster));
      }
    }
    return actors;
  }

  private static boolean isActor(Whole whole) {
    Description first = whole.places.get(0).description();
    if (ActorNouns.isVague(first.noun(), first.plural())) {
      return false;
    }
    boolean acts = false;
    boolean undergoes = false;
    boolean concerned = false;
    boolean definite = false;
    boolean general = false;
    boolean told = false;
    int count = 0;
    for (Place place : whole.places) {
      boolean inArticle = place.document() == 0;
      Description.Article article = place.description().article();
      if (place.part() != Part.SAID_OF) {
        count++;
        acts |= place.part() == Part.SPEAKS || place.part() == Part.ACTS;
        undergoes |= place.part() == Part.UNDERGOES;
        concerned |=
            place.part() != Part.OTHER && (inArticle || article == Description.Article.DEFINITE);
        definite |=
            article == Description.Article.DEFINITE
                || article == Description.Article.POSSESSIVE && inArticle;
        told |= inArticle;
        general |=
            article == Description.Article.NONE
                && (first.plural() || ActorNouns.isBare(first.noun()));
      }
    }
    boolean spokenOf = general && told && (undergoes || count > 1);
    return acts && (definite || general) || definite && (concerned || count > 1) || spokenOf;
  }

  private static Cluster cluster(Whole whole) {
    Cluster cluster = new Cluster(whole.places.get(0).description().type());
    cluster.described = true;
    boolean definite =
        whole.places.stream().anyMatch(place -> place.description().isPlainlyDefinite())
            && whole.places.stream().noneMatch(place -> place.description().isGeneral());
    whole.places.stream()
        .map(Place::description)
        .max(Comparator.comparingInt(one -> one.modifiers().size()))
        .ifPresent(
            fullest -> {
              String the = definite && !fullest.owned() ? "the " : "";
              cluster.fixedName = Optional.of(the + fullest.words());
            });
    return cluster;
  }

  private static boolean isNamed(Clauses clauses, int apposition) {
    return apposition >= 0 && clauses.sentence.token(apposition).tag().startsWith("NNP");
  }

  /** The part that a noun plays. */
  static Part part(Clauses clauses, int noun) {
    if (clauses.is(noun, "appos")
        || isNamed(clauses, clauses.child(noun, "appos"))
        || clauses.child(noun, "cop") >= 0
        || clauses.is(noun, "compound")) {
      return Part.SAID_OF;
    }
    int link = clauses.child(noun, "case");
    String by = link < 0 ? "" : clauses.sentence.token(link).lemma();
    if (by.equals("as")) {
      return Part.SAID_OF;
    }
    int phrase = clauses.phrase(noun);
    int verb = clauses.head(phrase);
    if (verb < 0) {
      return clauses.is(phrase, "root") ? Part.CONCERNED : Part.OTHER;
    }
    Token governor = clauses.sentence.token(verb);
    String relation = clauses.relation(phrase);
    boolean acts = governor.tag().startsWith("VB") && clauses.child(verb, "cop") < 0;
    if (relation.equals("nsubj")) {
      return !acts ? Part.CONCERNED : SAYING.contains(governor.lemma()) ? Part.SPEAKS : Part.ACTS;
    }
    if (relation.startsWith("obl") && by.equals("by") && clauses.child(verb, "nsubj:pass") >= 0) {
      return Part.ACTS;
    }
    if (relation.startsWith("nsubj:pass")) {
      return Part.UNDERGOES;
    }
    return relation.startsWith("nsubj") || relation.equals("nmod:poss") || relation.equals("obj")
        ? Part.CONCERNED
        : Part.OTHER;
  }
}
