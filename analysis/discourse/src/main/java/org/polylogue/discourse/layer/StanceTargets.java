package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import org.polylogue.model.Stance;

/** Targets of stances as features. */
final class StanceTargets {

  static final List<String> TYPES = List.of("ARTICLE", "PARENT", "ACTOR", "CLAIM", "CONCEPT");

  private StanceTargets() {}

  static void put(Map<String, String> features, Stance.Target target) {
    if (target instanceof Stance.Target.OfArticle article) {
      features.put("towards", "ARTICLE");
      features.put("target", article.articleId());
    } else if (target instanceof Stance.Target.OfParent parent) {
      features.put("towards", "PARENT");
      features.put("target", parent.commentId());
    } else if (target instanceof Stance.Target.OfActor actor) {
      features.put("towards", "ACTOR");
      features.put("target", actor.actorId());
      features.put("targetName", actor.name());
    } else if (target instanceof Stance.Target.OfClaim claim) {
      features.put("towards", "CLAIM");
      features.put("target", claim.phrase());
    } else if (target instanceof Stance.Target.OfConcept concept) {
      features.put("towards", "CONCEPT");
      features.put("target", concept.name());
    }
  }

  static Stance.Target of(Map<String, String> features) {
    String towards = features.getOrDefault("towards", "ARTICLE");
    String target = features.getOrDefault("target", "");
    if (towards.equals("ARTICLE")) {
      return new Stance.Target.OfArticle(target);
    }
    if (towards.equals("PARENT")) {
      return new Stance.Target.OfParent(target);
    }
    if (towards.equals("ACTOR")) {
      return new Stance.Target.OfActor(target, features.getOrDefault("targetName", ""));
    }
    if (towards.equals("CLAIM")) {
      return new Stance.Target.OfClaim(target);
    }
    if (towards.equals("CONCEPT")) {
      return new Stance.Target.OfConcept(target);
    }
    throw new IllegalArgumentException(
        "towards " + towards + " is not ARTICLE, PARENT, ACTOR, CLAIM or CONCEPT");
  }
}
