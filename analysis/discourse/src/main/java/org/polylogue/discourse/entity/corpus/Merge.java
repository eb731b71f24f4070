package org.polylogue.discourse.entity.corpus;

import java.util.Comparator;
import java.util.Objects;

/**
 * Two actors of a corpus that were taken for one, or that may be one.
 *
 * @param actorId id of the actor that stays
 * @param otherId id of the one that was merged into it, or may be
 * @param reason why, in words for people
 */
public record Merge(String actorId, String otherId, String reason) implements Comparable<Merge> {

  /** The reason of a merge that the user asked for. */
  static final String ACCEPTED = "accepted by the user";

  /** Checks that all parts are there. */
  public Merge {
    Objects.requireNonNull(actorId, "actorId");
    Objects.requireNonNull(otherId, "otherId");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public int compareTo(Merge other) {
    return Comparator.comparing(Merge::actorId)
        .thenComparing(Merge::otherId)
        .thenComparing(Merge::reason)
        .compare(this, other);
  }
}
