package org.polylogue.discourse.entity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.model.ActorType;

/**
 * The named bodies of an article by what they are: "the club" is the one club that it names, or the
 * one body that may be a club. A name's last word tells a kind ("Rovers") or leaves it open
 * ("Tastewell"); of those, one that is named twice as often as any other is meant too, by nouns
 * that the article uses.
 */
final class Bodies {

  private static final int CLEARLY = 2;
  private static final int ACRONYM = 4;
  private static final Set<String> ANY_COMPANY = EntityWords.list("any-company");
  private static final Set<String> NO_COMPANIES = EntityWords.list("no-company");

  /** A kind of bodies: nouns for them, and last words of their names. */
  private enum Kind {
    COMPANY("company-noun", "company-name"),
    CLUB("club-noun", "club-name"),
    PAPER("press-noun", "press-name"),
    CHARITY("charity-noun", "charity-noun");

    private final Set<String> nouns;
    private final Set<String> names;

    Kind(String nouns, String names) {
      this.nouns = EntityWords.list(nouns);
      this.names = EntityWords.list(names);
    }

    static Optional<Kind> ofNoun(String noun) {
      return List.of(values()).stream().filter(kind -> kind.nouns.contains(noun)).findFirst();
    }

    static Optional<Kind> ofName(String lastWord) {
      return List.of(values()).stream().filter(kind -> kind.names.contains(lastWord)).findFirst();
    }
  }

  private static final class Body {
    Optional<Kind> told = Optional.empty();

    /** One of its names tells another kind. */
    boolean other;

    int count;

    /** Nothing tells what it is. */
    boolean isOpen() {
      return told.isEmpty() && !other;
    }
  }

  private final Set<String> said = new HashSet<>();
  private final Map<String, Optional<Cluster>> meant = new HashMap<>();
  private final Map<Cluster, Body> bodies = new LinkedHashMap<>();

  /** The body of each kind, or of none that is told, that was read last. */
  private final Map<Kind, Cluster> near = new EnumMap<>(Kind.class);

  /** Notes that the article uses a noun. */
  void said(String noun) {
    said.add(noun);
  }

  /** Notes that a body is named in the article. */
  void named(Cluster cluster, Name name) {
    if (cluster.type != ActorType.ORGANISATION || cluster.government.isPresent()) {
      return;
    }
    List<String> words = name.words();
    String last = words.isEmpty() ? "" : Folding.plain(words.get(words.size() - 1));
    Optional<Kind> told = Kind.ofName(last);
    boolean other =
        told.isEmpty()
            && (NameKinds.head(last, ActorType.OTHER).isPresent()
                || NO_COMPANIES.contains(Folding.plain(name.text()).replace(' ', '_'))
                || isAcronym(name.text()));
    Body body = bodies.computeIfAbsent(cluster, c -> new Body());
    body.count++;
    body.told = body.told.or(() -> told);
    body.other |= other;
  }

  private static boolean isAcronym(String name) {
    return name.length() <= ACRONYM && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** Notes that a document begins: what was read before is no longer near. */
  void begin() {
    near.clear();
  }

  /** Notes that a body is read, in order, once all bodies are noted. */
  void read(Cluster cluster) {
    Body body = bodies.get(cluster);
    if (body == null) {
      return;
    }
    body.told.ifPresent(kind -> near.put(kind, cluster));
    if (body.isOpen()) {
      for (Kind kind : Kind.values()) {
        near.put(kind, cluster);
      }
    }
  }

  /**
   * The body that a noun means, if one stands out; else of those that it may mean the one that was
   * read last, but for clubs, which are named in pairs, and trades. To be asked once all bodies are
   * noted.
   */
  Optional<Cluster> meant(String noun) {
    Optional<Cluster> clear = meant.computeIfAbsent(noun, this::decide);
    return clear.isPresent() ? clear : nearest(noun);
  }

  private Optional<Cluster> nearest(String noun) {
    Optional<Kind> kind = Kind.ofNoun(noun);
    boolean open =
        kind.equals(Optional.of(Kind.CLUB))
            || kind.equals(Optional.of(Kind.COMPANY)) && !ANY_COMPANY.contains(noun);
    return open || !said.contains(noun) ? Optional.empty() : kind.map(near::get);
  }

  private Optional<Cluster> decide(String noun) {
    Optional<Kind> kind = Kind.ofNoun(noun);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    List<Cluster> told =
        bodies.entrySet().stream()
            .filter(one -> one.getValue().told.equals(kind))
            .map(Map.Entry::getKey)
            .toList();
    if (told.isEmpty() && !said.contains(noun)) {
      return Optional.empty();
    }
    return told.isEmpty()
        ? clearest()
        : told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
  }

  /** The body of no told kind that is named by far most often. */
  private Optional<Cluster> clearest() {
    Map<Cluster, Integer> open = new LinkedHashMap<>();
    bodies.forEach(
        (cluster, body) -> {
          if (body.isOpen()) {
            open.put(cluster, body.count);
          }
        });
    return Lead.of(open).filter(lead -> lead.count() >= CLEARLY * lead.next()).map(Lead::who);
  }
}
