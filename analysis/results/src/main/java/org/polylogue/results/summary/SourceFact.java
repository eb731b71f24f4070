package org.polylogue.results.summary;

import java.util.Objects;
import java.util.Optional;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Actor;
import org.polylogue.model.Speaker;

/** A fact about sources by which they are told apart. Immutable and thread-safe. */
public final class SourceFact {

  private static final String ACTOR = "actor";

  private final String name;
  private final ActorTable table;

  /**
   * A source, or all sources that share a fact.
   *
   * @param id an actor's id, or the fact; for sources that are no actor, or of whom the fact is not
   *     known, a word in brackets: {@code (described)}, {@code (author)}, {@code (unknown)} or
   *     {@code (none)}
   * @param name what people call it
   */
  public record Key(String id, String name) {
    /** Checks that both parts are there. */
    public Key {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }
  }

  private SourceFact(String name, ActorTable table) {
    this.name = name;
    this.table = table;
  }

  /**
   * A fact by name.
   *
   * @param name {@code actor}, {@code type}, {@code gender}, or else an attribute of actors such as
   *     {@code party}
   * @return the fact
   */
  public static SourceFact of(String name) {
    return of(name, ActorTable.EMPTY);
  }

  /**
   * A fact by name, of actors about whom a table says more than the results.
   *
   * @param name {@code actor}, {@code type}, {@code gender}, or else an attribute
   * @param table attributes of actors, found by their canonical names; they have priority
   * @return the fact
   */
  public static SourceFact of(String name, ActorTable table) {
    return new SourceFact(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(table, "table"));
  }

  /**
   * The fact about a speaker.
   *
   * @param speaker who is quoted
   * @param actor the actor of this speaker, if there is one
   * @return the key
   */
  public Key of(Speaker speaker, Optional<Actor> actor) {
    if (speaker.resolved().isEmpty()) {
      String what = "(" + speaker.type() + ")";
      return new Key(what, what);
    }
    Speaker.Resolved who = speaker.resolved().get();
    if (name.equals(ACTOR)) {
      return new Key(who.actorId(), actor.map(Actor::name).orElse(who.name()));
    }
    String value = actor.flatMap(this::value).filter(v -> !v.isBlank()).orElse("(none)");
    return new Key(value, value);
  }

  private Optional<String> value(Actor actor) {
    if (name.equals("type")) {
      return Optional.of(actor.type().name());
    }
    Optional<String> listed = table.named(actor.name()).map(known -> known.attributes().get(name));
    return listed
        .or(() -> Optional.ofNullable(actor.attributes().get(name)))
        .or(
            () ->
                name.equals("gender")
                    ? ActorProfile.genderOf(actor).map(ActorProfile.KnownGender::gender)
                    : Optional.empty());
  }
}
