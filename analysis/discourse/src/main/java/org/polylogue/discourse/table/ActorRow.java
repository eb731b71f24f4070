package org.polylogue.discourse.table;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.model.Actor;

/**
 * An actor of a corpus, for a row of {@link DiscourseTable#ACTORS}.
 *
 * @param actor who
 * @param mentions how often it is named or described, pronouns left out
 * @param articles in how many articles, their comments included
 */
public record ActorRow(Actor actor, int mentions, int articles) {

  /** Checks that an actor is there. */
  public ActorRow {
    Objects.requireNonNull(actor, "actor");
  }

  String gender() {
    return ActorProfile.genderOf(actor).map(ActorProfile.KnownGender::gender).orElse(null);
  }

  String genderSource() {
    return ActorProfile.genderOf(actor)
        .map(known -> known.source().name().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  String attributes() {
    return actor.attributes().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
