package org.polylogue.discourse.layer;

import java.util.Arrays;
import java.util.List;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;

/** Short names of sealed values for table cells, and the readable part of each. */
final class Labels {

  private Labels() {}

  static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  static String actorId(Speaker speaker) {
    return speaker.resolved().map(Speaker.Resolved::actorId).orElse("");
  }

  /** The quoted speaker's actor; empty for the author and the commenter. */
  static String voiceActorId(Voice voice) {
    return voice.quoted().map(Labels::actorId).orElse("");
  }

  static String targetName(Stance.Target target) {
    return target.type().equals("actor") ? target.label() : "";
  }
}
