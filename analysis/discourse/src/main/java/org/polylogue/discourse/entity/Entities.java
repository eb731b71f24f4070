package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/** The actors of a conversation and where they are meant. Immutable and thread-safe. */
public final class Entities {

  private final List<Actor> actors;
  private final Map<String, Actor> byId;
  private final Map<String, List<Mention>> mentions;
  private final Map<String, ActorProfile> profiles;

  /**
   * Puts actors and mentions together.
   *
   * @param actors everybody who is mentioned
   * @param mentions for each document id its mentions, disjoint
   * @param profiles for an actor id what is known besides names; may lack actors
   * @throws IllegalArgumentException if a mention names an unknown actor, or an id is used twice
   */
  public Entities(
      List<Actor> actors, Map<String, List<Mention>> mentions, Map<String, ActorProfile> profiles) {
    List<Actor> sorted = new ArrayList<>(actors);
    sorted.sort(Comparator.comparing(Actor::id));
    this.actors = List.copyOf(sorted);
    this.byId = new HashMap<>();
    for (Actor actor : sorted) {
      if (byId.put(actor.id(), actor) != null) {
        throw new IllegalArgumentException("two actors with the id " + actor.id());
      }
    }
    Map<String, List<Mention>> copies = new TreeMap<>();
    mentions.forEach(
        (document, list) -> {
          List<Mention> ordered = new ArrayList<>(list);
          ordered.sort(Comparator.comparing(Mention::span));
          for (Mention mention : ordered) {
            if (!byId.containsKey(mention.actorId()) || !byId.containsKey(mention.meantActorId())) {
              throw new IllegalArgumentException("no actor for " + mention);
            }
          }
          copies.put(document, List.copyOf(ordered));
        });
    this.mentions = Collections.unmodifiableMap(copies);
    this.profiles = Map.copyOf(profiles);
  }

  /**
   * Everybody who is mentioned, governments that are meant by a capital or a country included.
   *
   * @return ordered by id
   */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * An actor.
   *
   * @param id as mentions carry it
   * @return the actor
   * @throws NoSuchElementException if nobody has the id
   */
  public Actor actor(String id) {
    Actor actor = byId.get(id);
    if (actor == null) {
      throw new NoSuchElementException("no actor " + id);
    }
    return actor;
  }

  /**
   * The mentions of a document.
   *
   * @param documentId id of the article or a comment
   * @return in order of where they stand; empty if there are none
   */
  public List<Mention> mentions(String documentId) {
    return mentions.getOrDefault(documentId, List.of());
  }

  /**
   * The mentions of all documents.
   *
   * @return document by document in the order of their ids
   */
  public Stream<Mention> allMentions() {
    return mentions.values().stream().flatMap(List::stream);
  }

  /**
   * The mentions that share a character with a span. Takes time logarithmic in the document's
   * mentions plus the answer.
   *
   * @param documentId id of the article or a comment
   * @param span a part of that document's text
   * @return in order
   */
  public List<Mention> mentions(String documentId, Span span) {
    List<Mention> all = mentions(documentId);
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).span().end() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < all.size() && all.get(end).span().start() < span.end()) {
      end++;
    }
    return all.subList(low, end);
  }

  /**
   * The last name of a span: "Alexey Likhachev" of "Rosatom General Director Alexey Likhachev".
   *
   * @param documentId id of the article or a comment
   * @param span a part of that document's text
   * @return the last mention by name in it, otherwise the last mention; empty if there is none
   */
  public Optional<Mention> lastMention(String documentId, Span span) {
    Optional<Mention> last = Optional.empty();
    for (Mention mention : mentions(documentId, span)) {
      if (mention.form() == Mention.Form.NAME
          || last.isEmpty()
          || last.get().form() != Mention.Form.NAME) {
        last = Optional.of(mention);
      }
    }
    return last;
  }

  /**
   * What is known of an actor besides names.
   *
   * @param actorId the actor
   * @return its profile, {@link ActorProfile#EMPTY} if nothing is known
   */
  public ActorProfile profile(String actorId) {
    return profiles.getOrDefault(actorId, ActorProfile.EMPTY);
  }
}
