package org.polylogue.corpus.exchange;

import java.util.Map;
import java.util.SortedMap;
import org.polylogue.model.Stance;

/** Targets of stances as features. */
final class StanceTargets {

  private StanceTargets() {}

  static void put(SortedMap<String, String> features, Stance.Target target) {
    if (target instanceof Stance.Target.OfArticle article) {
      features.put("towards", "ARTICLE");
      FindingLayers.put(features, "target", article.articleId());
    } else if (target instanceof Stance.Target.OfParent parent) {
      features.put("towards", "PARENT");
      FindingLayers.put(features, "target", parent.commentId());
    } else if (target instanceof Stance.Target.OfActor actor) {
      features.put("towards", "ACTOR");
      FindingLayers.put(features, "target", actor.actorId());
      FindingLayers.put(features, "targetName", actor.name());
    } else if (target instanceof Stance.Target.OfClaim claim) {
      features.put("towards", "CLAIM");
      FindingLayers.put(features, "target", claim.phrase());
    } else if (target instanceof Stance.Target.OfConcept concept) {
      features.put("towards", "CONCEPT");
      FindingLayers.put(features, "target", concept.name());
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
