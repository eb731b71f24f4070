package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polylogue.model.Speaker;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/** Speakers and voices as features. */
final class SpeakerFeatures {

  static final List<String> VOICES = List.of("AUTHOR", "SOURCE", "COMMENTER");

  static final List<String> SPEAKERS =
      Stream.concat(
              Stream.of("ACTOR", "DESCRIBED", "WRITER"),
              Labels.names(Speaker.Reason.values()).stream())
          .toList();

  private SpeakerFeatures() {}

  static void put(Map<String, String> features, Voice voice) {
    features.put("voice", voice.type().toUpperCase(Locale.ROOT));
    voice.quoted().ifPresent(speaker -> put(features, speaker));
  }

  static void put(Map<String, String> features, Speaker speaker) {
    if (speaker instanceof Speaker.Resolved resolved) {
      features.put("speaker", "ACTOR");
      features.put("actor", resolved.actorId());
      features.put("name", resolved.name());
    } else if (speaker instanceof Speaker.Described described) {
      features.put("speaker", "DESCRIBED");
      features.put("name", described.description());
      features.put("words", described.span().toString());
    } else if (speaker instanceof Speaker.Unknown unknown) {
      features.put("speaker", unknown.reason().name());
    } else {
      features.put("speaker", "WRITER");
    }
  }

  static Voice voice(Map<String, String> features) {
    String voice = features.getOrDefault("voice", "AUTHOR");
    if (voice.equals("SOURCE")) {
      return new Voice.Source(speaker(features));
    }
    if (voice.equals("AUTHOR")) {
      return new Voice.Author();
    }
    if (voice.equals("COMMENTER")) {
      return new Voice.Commenter();
    }
    throw new IllegalArgumentException("voice " + voice + " is not SOURCE, AUTHOR or COMMENTER");
  }

  static Speaker speaker(Map<String, String> features) {
    String speaker =
        features.getOrDefault("speaker", features.containsKey("name") ? "ACTOR" : "NO_SOURCE");
    String name = features.getOrDefault("name", "");
    if (speaker.equals("ACTOR")) {
      return new Speaker.Resolved(features.getOrDefault("actor", ""), name);
    }
    if (speaker.equals("DESCRIBED")) {
      return new Speaker.Described(name, span(features.getOrDefault("words", "0-0")));
    }
    return speaker.equals("WRITER")
        ? new Speaker.DocumentAuthor()
        : new Speaker.Unknown(Speaker.Reason.valueOf(speaker));
  }

  private static Span span(String words) {
    int dash = words.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException("words " + words + " is no span start-end");
    }
    return new Span(
        Integer.parseInt(words.substring(0, dash)), Integer.parseInt(words.substring(dash + 1)));
  }
}
