package org.polylogue.validation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;
import org.polylogue.validation.coding.CodingTask;

class AdaptedAnalysisTest {

  private static final String TEXT = "The bridge was grand. The road was dull.";
  private static final JudgeId JUDGE = new JudgeId("linear", "0123456789abcdef");

  private static final List<CodedExample> ROWS = Invented.rows(200, 1, 4);
  private static final HeldOut HELD_OUT = HeldOut.of(ROWS);
  private static final LabelCorrection CORRECTION = Adaptation.fit(ROWS);

  @TempDir Path folder;

  private static AdaptedModel model(String judge, List<String> machine, String... where) {
    return AdaptedModel.of(
        new AdaptedModel.Origin(
            new CodingTask("sentiments", "label", List.of(where), List.of()),
            machine,
            List.of(judge),
            List.of("00"),
            List.of("Ann"),
            new TreeMap<>(Map.of("negative", 100, "positive", 100)),
            "2026-01-05",
            HELD_OUT),
        CORRECTION);
  }

  private static AdaptedModel model() {
    return model(JUDGE.toString(), List.of("negative", "positive"));
  }

  private static Sentiment tone(int start, int end, Tone tone) {
    double[] likely = {0.1, 0.1, 0.1};
    likely[tone.ordinal()] = 0.8;
    return new Sentiment(
        new Span(start, end),
        0.5,
        new Voice.Author(),
        Optional.empty(),
        List.of(),
        tone,
        Optional.of(new ToneProbabilities(likely[0], likely[1], likely[2])),
        Affected.NONE,
        List.of(),
        Optional.of(JUDGE));
  }

  private static List<Sentiment> corrected(AdaptedModel model, Tone first, Tone second) {
    Conversation conversation = Conversation.of(Article.of("a", "Title", TEXT), List.of());
    DocumentDiscourse found =
        new DocumentDiscourse("a", Map.of())
            .with(Layers.SENTIMENTS, List.of(tone(0, 21, first), tone(22, 40, second)));
    AdaptedAnalysis analysis =
        new AdaptedAnalysis(
            (read, scope) -> new Discourse(read, List.of(), List.of(found)), List.of(model));
    return analysis.analyze(conversation, new Scope()).article().sentiments();
  }

  @Test
  void labelsAreCorrectedAndNameTheModelAsTheirJudge() {
    AdaptedModel model = model();
    List<Sentiment> tones = corrected(model, Tone.NEGATIVE, Tone.NEGATIVE);
    assertThat(tones).extracting(Sentiment::tone).containsExactly(Tone.POSITIVE, Tone.NEGATIVE);
    assertThat(tones).allSatisfy(tone -> assertThat(tone.judge()).contains(model.id()));
    assertThat(model.id().toString()).matches("adapted@[0-9a-f]{16}");
    assertThat(tones.get(0).score()).isPositive();
    assertThat(tones.get(0).confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void whatNoCodedRowStandsForStaysAsItWas() {
    assertThat(corrected(model(), Tone.NEUTRAL, Tone.NEGATIVE).get(0))
        .isEqualTo(tone(0, 21, Tone.NEUTRAL));
    AdaptedModel ofOther = model("encoder@00", List.of("negative", "positive"));
    AdaptedModel ofSources = model(JUDGE.toString(), List.of("negative"), "voice=source");
    for (AdaptedModel model : List.of(ofOther, ofSources)) {
      assertThat(corrected(model, Tone.NEGATIVE, Tone.NEGATIVE))
          .containsExactly(tone(0, 21, Tone.NEGATIVE), tone(22, 40, Tone.NEGATIVE));
    }
  }

  @Test
  void aModelIsReadAsItWasWrittenAndDamageIsNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model().write(bytes);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    model().write(again);
    assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    Path file = Files.write(folder.resolve("tone.model"), bytes.toByteArray());
    AdaptedModel read = AdaptedModel.read(file);
    assertThat(read.id()).isEqualTo(model().id());
    assertThat(read.origin()).isEqualTo(model().origin());
    assertThat(corrected(read, Tone.NEGATIVE, Tone.POSITIVE))
        .isEqualTo(corrected(model(), Tone.NEGATIVE, Tone.POSITIVE));
    byte[] damaged = bytes.toByteArray();
    damaged[damaged.length / 2] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> AdaptedModel.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tone.model")
        .hasMessageContaining("damaged");
  }

  @Test
  void twoModelsForTheSameFindingsAreRefused() {
    List<AdaptedModel> twice = new ArrayList<>(List.of(model(), model()));
    assertThatThrownBy(() -> new AdaptedAnalysis((read, scope) -> null, twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentiments");
  }

  @Test
  void whatCannotBeLearnedIsRefusedWithTheReason() {
    assertThatThrownBy(
            () -> CodedExamples.question(new CodingTask("actors", "type", List.of(), List.of())))
        .hasMessageContaining("--actors");
    assertThatThrownBy(
            () ->
                CodedExamples.question(
                    new CodingTask("sentiments", "label", List.of("outlet=Herald"), List.of())))
        .hasMessageContaining("outlet=Herald");
    assertThatThrownBy(
            () -> CodedExamples.question(new CodingTask("echoes", "kind", List.of(), List.of())))
        .hasMessageContaining("kind of echoes");
    assertThat(CodedExamples.question(new CodingTask("quotations", "grade", List.of(), List.of())))
        .isEqualTo("grade");
  }
}
