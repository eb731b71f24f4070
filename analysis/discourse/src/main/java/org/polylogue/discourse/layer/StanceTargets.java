package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.model.Stance;

/** Targets of stances as features. */
final class StanceTargets {

  static final List<String> TYPES = List.of("ARTICLE", "PARENT", "ACTOR", "CLAIM", "CONCEPT");

  private StanceTargets() {}

  static void put(Map<String, String> features, Stance.Target target) {
    features.put("towards", target.type().toUpperCase(Locale.ROOT));
    features.put("target", target.id());
    if (target.type().equals("actor")) {
      features.put("targetName", target.label());
    }
  }

  static Stance.Target of(Map<String, String> features) {
    String towards = features.getOrDefault("towards", "ARTICLE");
    String target = features.getOrDefault("target", "");
    return switch (towards) {
      case "ARTICLE" -> new Stance.Target.OfArticle(target);
      case "PARENT" -> new Stance.Target.OfParent(target);
      case "ACTOR" -> new Stance.Target.OfActor(target, features.getOrDefault("targetName", ""));
      case "CLAIM" -> new Stance.Target.OfClaim(target);
      case "CONCEPT" -> new Stance.Target.OfConcept(target);
      default ->
          throw new IllegalArgumentException(
              "towards " + towards + " is not ARTICLE, PARENT, ACTOR, CLAIM or CONCEPT");
    };
  }
}
