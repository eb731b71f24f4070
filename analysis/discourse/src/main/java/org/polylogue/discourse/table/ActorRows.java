package org.polylogue.discourse.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.FindingContext;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;

/**
 * Gathers the actors of a corpus for {@link DiscourseTable#ACTORS}. The rows do not depend on the
 * order in which articles are added. Memory grows with the actors, not with the articles. Not
 * thread-safe.
 */
public final class ActorRows {

  /** Names of several words in capitals, as headlines have them, come last. */
  private static final Comparator<String> NAMES =
      Comparator.<String, Boolean>comparing(
              name -> name.indexOf(' ') > 0 && name.equals(name.toUpperCase(Locale.ROOT)))
          .thenComparing(Comparator.naturalOrder());

  private static final class Counted {
    private Actor actor;
    private int mentions;
    private int articles;

    private Counted(Actor actor) {
      this.actor = actor;
    }

    private void merge(Actor other) {
      if (other.equals(actor)) {
        return;
      }
      TreeSet<String> aliases = new TreeSet<>(actor.aliases());
      aliases.addAll(other.aliases());
      Map<String, String> attributes = new TreeMap<>(other.attributes());
      attributes.putAll(actor.attributes());
      boolean before = NAMES.compare(other.name(), actor.name()) < 0;
      Actor named = before ? other : actor;
      actor = new Actor(actor.id(), named.name(), named.type(), aliases, attributes);
    }
  }

  private static final FindingContext NOWHERE =
      new FindingContext("", "", Map.of(), Map.of(), Map.of());

  private final Map<String, Counted> actorsById = new TreeMap<>();

  /** Nobody yet. */
  public ActorRows() {}

  /**
   * Adds the actors of an article.
   *
   * @param discourse what was found in it and its comments
   */
  public void add(Discourse discourse) {
    for (Actor actor : discourse.actors()) {
      Counted counted = actorsById.computeIfAbsent(actor.id(), id -> new Counted(actor));
      counted.merge(actor);
      counted.articles++;
    }
    for (DocumentDiscourse found : discourse.documents()) {
      for (Mention mention : found.mentions()) {
        Counted counted = actorsById.get(mention.meantActorId());
        if (counted != null && !mention.byPronoun()) {
          counted.mentions++;
        }
      }
    }
  }

  /**
   * An actor with the names and attributes that all articles give.
   *
   * @param id its id
   * @return empty if no article has it
   */
  public Optional<Actor> actor(String id) {
    return Optional.ofNullable(actorsById.get(id)).map(counted -> counted.actor);
  }

  /**
   * One row for each actor.
   *
   * @return a cell for each column of the table, ordered by id
   */
  public List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>(actorsById.size());
    for (Counted counted : actorsById.values()) {
      rows.add(row(counted.actor, counted.mentions, counted.articles));
    }
    return rows;
  }

  /**
   * The row of one actor.
   *
   * @param actor who
   * @param mentions how often it is named or described, pronouns left out
   * @param articles in how many articles, their comments included
   * @return a cell for each column of the table
   */
  public static List<Object> row(Actor actor, int mentions, int articles) {
    return DiscourseTable.ACTORS.rows(new ActorRow(actor, mentions, articles), NOWHERE).get(0);
  }
}
