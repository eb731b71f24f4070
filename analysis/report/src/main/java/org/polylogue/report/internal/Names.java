package org.polylogue.report.internal;

import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;

/** Words that people read for speakers, voices and targets. */
final class Names {

  private Names() {}

  static String of(Speaker speaker) {
    if (speaker instanceof Speaker.Resolved resolved) {
      return resolved.name();
    }
    if (speaker instanceof Speaker.Described described) {
      return described.description();
    }
    if (speaker instanceof Speaker.Unknown unknown) {
      return "unknown (" + reason(unknown.reason()) + ")";
    }
    return "the writer";
  }

  static String reason(Speaker.Reason reason) {
    if (reason == Speaker.Reason.NO_SOURCE) {
      return "no source is named";
    }
    if (reason == Speaker.Reason.NO_ANTECEDENT) {
      return "nobody fits the pronoun";
    }
    return reason == Speaker.Reason.AMBIGUOUS ? "two or more fit" : "not sure enough";
  }

  static String of(Voice voice) {
    if (voice instanceof Voice.Source source) {
      return of(source.speaker());
    }
    return voice instanceof Voice.Author ? "the author" : "the commenter";
  }

  static String kind(Stance.Target target) {
    if (target instanceof Stance.Target.OfArticle) {
      return "article";
    }
    if (target instanceof Stance.Target.OfParent) {
      return "parent";
    }
    if (target instanceof Stance.Target.OfActor) {
      return "actor";
    }
    return target instanceof Stance.Target.OfClaim ? "claim" : "concept";
  }

  static String of(Stance.Target target) {
    if (target instanceof Stance.Target.OfActor actor) {
      return actor.name();
    }
    if (target instanceof Stance.Target.OfClaim claim) {
      return claim.phrase();
    }
    if (target instanceof Stance.Target.OfConcept concept) {
      return concept.name();
    }
    return target instanceof Stance.Target.OfArticle ? "the article" : "the comment it answers";
  }
}
