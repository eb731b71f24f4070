package org.polylogue.discourse.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance.Target;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/** {@link SpeakerFeatures}, {@link StanceTargets}, {@link Labels}. */
class SealedFeaturesTest {

  static Stream<Speaker> speakers() {
    List<Speaker> all =
        new ArrayList<>(
            List.of(
                new Speaker.Resolved("ada", "Ada"),
                new Speaker.Described("a pilot", new Span(3, 10)),
                new Speaker.DocumentAuthor()));
    for (Speaker.Reason reason : Speaker.Reason.values()) {
      all.add(new Speaker.Unknown(reason));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("speakers")
  void everySpeakerComesBackFromItsFeatures(Speaker speaker) {
    Map<String, String> features = new HashMap<>();
    SpeakerFeatures.put(features, new Voice.Source(speaker));
    assertThat(SpeakerFeatures.voice(features)).isEqualTo(new Voice.Source(speaker));
    assertThat(SpeakerFeatures.SPEAKERS).contains(features.get("speaker"));
    assertThat(SpeakerFeatures.VOICES).contains(features.get("voice"));
    assertThat(Labels.actorId(speaker)).isEqualTo(features.getOrDefault("actor", ""));
    assertThat(Labels.voiceActorId(new Voice.Source(speaker))).isEqualTo(Labels.actorId(speaker));
  }

  @Test
  void theWritersComeBackToo() {
    for (Voice voice : List.of(new Voice.Author(), new Voice.Commenter())) {
      Map<String, String> features = new HashMap<>();
      SpeakerFeatures.put(features, voice);
      assertThat(SpeakerFeatures.voice(features)).isEqualTo(voice);
      assertThat(Labels.voiceActorId(voice)).isEmpty();
    }
    assertThatThrownBy(() -> SpeakerFeatures.voice(Map.of("voice", "CHOIR")))
        .hasMessageContaining("CHOIR");
  }

  static Stream<Target> targets() {
    return Stream.of(
        new Target.OfArticle("a"),
        new Target.OfParent("a#1"),
        new Target.OfActor("ada", "Ada"),
        new Target.OfClaim("tides rise"),
        new Target.OfConcept("tides"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetComesBackFromItsFeatures(Target target) {
    Map<String, String> features = new HashMap<>();
    StanceTargets.put(features, target);
    assertThat(StanceTargets.of(features)).isEqualTo(target);
    assertThat(StanceTargets.TYPES).contains(features.get("towards"));
    assertThat(Labels.targetName(target)).isEqualTo(features.getOrDefault("targetName", ""));
  }

  @Test
  void anUnknownTargetIsNamed() {
    assertThatThrownBy(() -> StanceTargets.of(Map.of("towards", "MOON")))
        .hasMessageContaining("MOON");
    assertThat(Labels.names(Mention.Form.values())).contains("PRONOUN");
    assertThat(Labels.names(Quotation.Kind.values())).contains("DIRECT");
  }
}
