package org.polylogue.discourse.layer;

import java.util.Arrays;
import java.util.List;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;

/** Short names of sealed values for table cells, and the readable part of each. */
final class Labels {

  private Labels() {}

  static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  static String scheme(StanceLabel label) {
    return label instanceof StanceLabel.Favor ? "favor" : "agreement";
  }

  static String speakerType(Speaker speaker) {
    if (speaker instanceof Speaker.Resolved) {
      return "actor";
    } else if (speaker instanceof Speaker.Described) {
      return "described";
    } else if (speaker instanceof Speaker.DocumentAuthor) {
      return "author";
    }
    return "unknown";
  }

  /** Name, description or reason; empty for the author of the document. */
  static String speakerName(Speaker speaker) {
    if (speaker instanceof Speaker.Resolved resolved) {
      return resolved.name();
    } else if (speaker instanceof Speaker.Described described) {
      return described.description();
    } else if (speaker instanceof Speaker.Unknown unknown) {
      return unknown.reason().name();
    }
    return "";
  }

  static String actorId(Speaker speaker) {
    return speaker instanceof Speaker.Resolved resolved ? resolved.actorId() : "";
  }

  static String voice(Voice voice) {
    if (voice instanceof Voice.Author) {
      return "author";
    }
    return voice instanceof Voice.Source ? "source" : "commenter";
  }

  /** The quoted speaker's name; empty for the author and the commenter. */
  static String voiceName(Voice voice) {
    return voice instanceof Voice.Source source ? speakerName(source.speaker()) : "";
  }

  /** The quoted speaker's actor; empty for the author and the commenter. */
  static String voiceActorId(Voice voice) {
    return voice instanceof Voice.Source source ? actorId(source.speaker()) : "";
  }

  static String targetType(Stance.Target target) {
    if (target instanceof Stance.Target.OfArticle) {
      return "article";
    } else if (target instanceof Stance.Target.OfParent) {
      return "parent";
    } else if (target instanceof Stance.Target.OfActor) {
      return "actor";
    } else if (target instanceof Stance.Target.OfClaim) {
      return "claim";
    }
    return "concept";
  }

  /** Id of the article, comment or actor, or the phrase or name. */
  static String targetId(Stance.Target target) {
    if (target instanceof Stance.Target.OfArticle article) {
      return article.articleId();
    } else if (target instanceof Stance.Target.OfParent parent) {
      return parent.commentId();
    } else if (target instanceof Stance.Target.OfActor actor) {
      return actor.actorId();
    } else if (target instanceof Stance.Target.OfClaim claim) {
      return claim.phrase();
    }
    return ((Stance.Target.OfConcept) target).name();
  }

  static String targetName(Stance.Target target) {
    return target instanceof Stance.Target.OfActor actor ? actor.name() : "";
  }
}
