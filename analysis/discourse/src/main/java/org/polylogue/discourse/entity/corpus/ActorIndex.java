package org.polylogue.discourse.entity.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Actor;

/**
 * The actors of a corpus: those of single conversations, merged where their names leave no doubt.
 * It is told what was merged and why, and what may be one but was left apart. The result depends
 * neither on the order of the conversations nor on the number of threads that made them.
 *
 * <p>Merged are: the same name; variants of a given name or of a transliteration; an initial with
 * the only person of the corpus who fits; a lone surname likewise if the full name stands in the
 * same conversation or in several; an acronym with the only body that is shortened so. Other short
 * forms are proposed. Descriptions ("the mayor") are one actor where their words are the same, and
 * nothing else. Never merged are names whose given names, middle names, suffixes, genders or
 * countries contradict each other, and what the user's decisions keep apart.
 *
 * <p>Takes time proportional to the conversations, plus n log n for n different names. Immutable
 * and thread-safe.
 */
public final class ActorIndex {

  private final List<Actor> actors;
  private final Map<String, Actor> byId;
  private final Map<String, Map<String, ActorGroup>> exceptions;
  private final Map<String, ActorGroup> groups;
  private final List<Merge> merges;
  private final List<Merge> proposals;
  private final ActorTable table;

  private ActorIndex(
      Builder builder, Map<String, ActorGroup> groups, List<Merge> merges, List<Merge> proposals) {
    this.groups = groups;
    this.exceptions = builder.exceptions;
    this.merges = merges;
    this.proposals = proposals;
    this.table = builder.table;
    List<Actor> all = new ArrayList<>();
    Map<String, Actor> ids = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (group.root() == group) {
        Actor actor = builder.table.named(group.name()).orElseGet(group::actor);
        Actor named =
            new Actor(group.id, actor.name(), actor.type(), group.aliases, actor.attributes());
        all.add(named);
        ids.put(group.id, named);
      }
    }
    this.actors = List.copyOf(all);
    this.byId = ids;
  }

  /**
   * Starts an index.
   *
   * @return a builder without conversations
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Everybody in the corpus.
   *
   * @return ordered by id
   */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * The corpus's actor for an actor of one conversation.
   *
   * @param conversationId id of the article
   * @param actorId id of the actor in that conversation
   * @return the actor
   * @throws NoSuchElementException if no conversation has such an actor
   */
  public Actor actor(String conversationId, String actorId) {
    ActorGroup group = exceptions.getOrDefault(conversationId, Map.of()).get(actorId);
    if (group == null) {
      group = groups.get(actorId);
    }
    if (group == null) {
      throw new NoSuchElementException("no actor " + actorId + " in " + conversationId);
    }
    return byId.get(group.root().id);
  }

  /**
   * What was merged although the names are written differently.
   *
   * @return ordered by actor
   */
  public List<Merge> merges() {
    return merges;
  }

  /**
   * What may be one actor but was left apart.
   *
   * @return ordered by actor
   */
  public List<Merge> proposals() {
    return proposals;
  }

  /**
   * A table for the next analysis, so that it finds the actors as they are here: those of the
   * user's table and those that were merged. Names that may be somebody else's are left out: a
   * person's full name attracts them where it stands. A body without attributes that would lose a
   * name is left out as a whole, since its short forms are not attracted.
   *
   * @param words that are no names in these texts, in lower case; a name that is such a word is
   *     left out, since a table finds names in any case
   * @return the table's actors, and what it cannot carry
   */
  public ForTable forTable(Set<String> words) {
    return new UnambiguousNames(this, table, words).read();
  }

  /**
   * What a table can carry of an index.
   *
   * @param actors ordered by id, then those of the user's table who are not in the corpus; each
   *     with the names that tell it from all others
   * @param leftOut by id of an actor the names that are not in the table, each with the reason,
   *     such as {@code may be Paul Kern}; actors that were not merged with any and have no
   *     attributes are not looked at
   */
  public record ForTable(List<Actor> actors, Map<String, SortedMap<String, String>> leftOut) {

    /** Copies both. */
    public ForTable {
      actors = List.copyOf(actors);
      leftOut = Map.copyOf(leftOut);
    }
  }

  /** An actor before merging, or empty if the corpus has none. */
  Optional<ActorGroup> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** Collects conversations. Not thread-safe. */
  public static final class Builder {

    private final Map<String, ActorGroup> groups = new HashMap<>();
    private final Map<String, Map<String, ActorGroup>> exceptions = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private MergeDecisions decisions = MergeDecisions.NONE;
    private ActorTable table = ActorTable.EMPTY;

    private record Pending(String conversation, Actor actor, ActorProfile profile, int mentions) {}

    private Builder() {}

    /**
     * Sets what a researcher decided.
     *
     * @param decisions on merges
     * @return this builder
     */
    public Builder decisions(MergeDecisions decisions) {
      this.decisions = Objects.requireNonNull(decisions, "decisions");
      return this;
    }

    /**
     * Sets the user's actors: their names and attributes have priority.
     *
     * @param table known actors
     * @return this builder
     */
    public Builder table(ActorTable table) {
      this.table = Objects.requireNonNull(table, "table");
      return this;
    }

    /**
     * Adds a conversation.
     *
     * @param conversationId id of its article, unique
     * @param entities its actors and mentions
     * @return this builder
     */
    public Builder add(String conversationId, Entities entities) {
      Map<String, Integer> counts = new HashMap<>();
      entities
          .allMentions()
          .filter(mention -> !mention.byPronoun())
          .forEach(mention -> counts.merge(mention.meantActorId(), 1, Integer::sum));
      for (Actor actor : entities.actors()) {
        add(
            conversationId,
            actor,
            entities.profile(actor.id()),
            counts.getOrDefault(actor.id(), 0));
      }
      return this;
    }

    /**
     * Adds an actor of a conversation.
     *
     * @param conversationId id of its article
     * @param actor as found there
     * @param profile what is known of the actor there
     * @param mentions how often it is mentioned there
     * @return this builder
     */
    public Builder add(String conversationId, Actor actor, ActorProfile profile, int mentions) {
      boolean plain =
          actor.id().equals(ActorIds.of(actor.type(), actor.name()))
              || ActorIds.isDescribed(actor.id());
      if (plain && profile.gender() == Gender.UNKNOWN && profile.country().isEmpty()) {
        groupFor(actor.id(), actor, profile).add(conversationId, actor, profile, mentions);
      } else {
        pending.add(new Pending(conversationId, actor, profile, mentions));
      }
      return this;
    }

    private ActorGroup groupFor(String id, Actor actor, ActorProfile profile) {
      return groups.computeIfAbsent(id, key -> new ActorGroup(key, actor.type(), profile));
    }

    /**
     * Merges.
     *
     * @return the index; this builder is used up
     */
    public ActorIndex build() {
      placePending();
      groups.values().forEach(ActorGroup::readName);
      Map<String, ActorGroup> ordered = new LinkedHashMap<>();
      groups.keySet().stream().sorted().forEach(id -> ordered.put(id, groups.get(id)));
      ActorMerging merging = new ActorMerging(ordered, decisions, table);
      merging.run();
      List<Merge> merges = new ArrayList<>(merging.merges());
      List<Merge> proposals = new ArrayList<>(merging.proposals());
      proposals.removeIf(
          one -> groups.get(one.actorId()).root() == groups.get(one.otherId()).root());
      Collections.sort(merges);
      Collections.sort(proposals);
      return new ActorIndex(this, ordered, List.copyOf(merges), List.copyOf(proposals));
    }

    /**
     * Actors of one name whose genders or countries contradict each other are namesakes. Those of
     * each reading are put together first; the most frequent reading keeps the plain id.
     */
    private void placePending() {
      Map<String, Map<String, List<Pending>>> readings = new HashMap<>();
      for (Pending one : pending) {
        String id = ActorIds.of(one.actor.type(), one.actor.name());
        String reading =
            one.profile.gender() + "|" + one.profile.country().orElse("") + "|" + suffix(one);
        readings
            .computeIfAbsent(id, key -> new TreeMap<>())
            .computeIfAbsent(reading, key -> new ArrayList<>())
            .add(one);
      }
      pending.clear();
      readings.keySet().stream().sorted().forEach(id -> placeNamesakes(id, readings.get(id)));
    }

    /** Two of one name in one conversation are two. */
    private static String suffix(Pending one) {
      int mark = one.actor.id().lastIndexOf('~');
      return mark < 0 ? "" : one.actor.id().substring(mark);
    }

    private void placeNamesakes(String id, Map<String, List<Pending>> readings) {
      List<Map.Entry<String, List<Pending>>> sorted = new ArrayList<>(readings.entrySet());
      sorted.sort(
          java.util.Comparator.<Map.Entry<String, List<Pending>>>comparingInt(
                  entry -> -entry.getValue().size())
              .thenComparing(Map.Entry::getKey));
      List<ActorGroup> made = new ArrayList<>();
      ActorGroup plain = groups.get(id);
      if (plain != null) {
        made.add(plain);
      }
      for (Map.Entry<String, List<Pending>> reading : sorted) {
        Pending first = reading.getValue().get(0);
        String mark = suffix(first);
        Optional<ActorGroup> home = Optional.empty();
        for (ActorGroup group : made) {
          boolean same = mark.isEmpty() || group.id.endsWith(mark);
          if (home.isEmpty() && same && fits(group, first)) {
            home = Optional.of(group);
          }
        }
        ActorGroup group = home.orElseGet(() -> fresh(id, first, made.size()));
        if (home.isEmpty()) {
          made.add(group);
        }
        for (Pending one : reading.getValue()) {
          group.add(one.conversation, one.actor, one.profile, one.mentions);
          if (!one.actor.id().equals(group.id)) {
            exceptions
                .computeIfAbsent(one.conversation, key -> new HashMap<>())
                .put(one.actor.id(), group);
          }
        }
      }
    }

    private static boolean fits(ActorGroup group, Pending one) {
      return group.gender.fits(one.profile.gender())
          && (group.countries.isEmpty()
              || one.profile.country().isEmpty()
              || group.countries.contains(one.profile.country().get()));
    }

    private ActorGroup fresh(String id, Pending one, int others) {
      String free = others == 0 ? id : id + "~" + (others + 1);
      return groupFor(free, one.actor, one.profile);
    }
  }
}
