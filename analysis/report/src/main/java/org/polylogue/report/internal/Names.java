package org.polylogue.report.internal;

import org.polylogue.discourse.table.ActorRows;
import org.polylogue.model.Actor;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;

/** Words that people read for speakers, voices and targets. */
final class Names {

  private Names() {}

  static String of(Speaker speaker) {
    return switch (speaker.type()) {
      case "unknown" -> "unknown (" + reason(Speaker.Reason.valueOf(speaker.label())) + ")";
      case "author" -> "the writer";
      default -> speaker.label();
    };
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

  /** The name of an actor in the corpus; of one that no article lists, the name where it stands. */
  static String of(String actorId, String name, ActorRows actors) {
    return actors.actor(actorId).map(Actor::name).orElse(name);
  }

  static String of(Voice voice) {
    return voice.quoted().map(Names::of).orElseGet(() -> "the " + voice.type());
  }

  static String of(Stance.Target target) {
    return switch (target.type()) {
      case "article" -> "the article";
      case "parent" -> "the comment it answers";
      default -> target.label();
    };
  }
}
