package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.learning.LearningCurve;
import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;

class TrainingTest {

  private static List<TargetExample> examples() {
    String[][] words = {
      {"yellow", "bright", "sunny"}, {"grey", "dull", "rainy"}, {"round", "square", "flat"}
    };
    List<TargetExample> examples = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String[] some = words[i % 3];
      String text = "the " + some[i / 3 % 3] + " and " + some[i / 9 % 3] + " one number " + i;
      examples.add(new TargetExample(text, i % 2 == 0 ? "lamps" : "roofs", Favor.values()[i % 3]));
    }
    return examples;
  }

  @Test
  void aResearchersOwnModelIsTrainedWrittenAndLoadedInOneLine(@TempDir Path folder)
      throws IOException {
    TargetStance trained = TargetStanceTrainer.standard().train(examples());
    Path file = folder.resolve("own.model");
    try (var out = Files.newOutputStream(file)) {
      trained.write(out);
    }
    TargetStance read = TargetStance.read(file);
    assertThat(read.targets()).containsExactly("lamps", "roofs");
    assertThat(read.judge("a bright and sunny thing", "Lamps").label()).isEqualTo(Favor.FAVOR);
    assertThat(read.judge("a dull and rainy thing", "roofs").label()).isEqualTo(Favor.AGAINST);
    assertThat(read.judge("a dull thing", "roofs"))
        .isEqualTo(trained.judge("a dull thing", "roofs"));
  }

  @Test
  void trainingTwiceGivesTheSameBytes() throws IOException {
    assertThat(bytes(TargetStanceTrainer.standard().train(examples())))
        .isEqualTo(bytes(TargetStanceTrainer.standard().train(examples())));
  }

  private static byte[] bytes(TargetStance model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void scoresComePerTargetAndGrowAlongTheLearningCurve() {
    TargetStanceTrainer trainer = TargetStanceTrainer.standard();
    StanceScores scores = trainer.crossValidate(examples(), 3, 1);
    assertThat(scores.byTarget()).containsOnlyKeys("lamps", "roofs");
    assertThat(scores.meanF1()).isGreaterThan(0.9);
    List<LearningCurve.Point> curve = trainer.learningCurve(examples(), 3, List.of(0.2, 1.0), 1);
    assertThat(curve).extracting(LearningCurve.Point::examples).containsExactly(12, 60);
    assertThat(curve.get(1).score()).isGreaterThanOrEqualTo(curve.get(0).score());
  }

  @Test
  void textsOfOneTextOnlyLeaveNoFeature() throws IOException {
    List<TargetExample> examples = examples();
    examples.set(0, new TargetExample("xylophone yellow", "lamps", Favor.FAVOR));
    assertThat(new String(bytes(TargetStanceTrainer.standard().train(examples)), "ISO-8859-1"))
        .doesNotContain("xylophone");
  }

  @Test
  void codedTablesAreReadByColumnNames(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("coded.csv");
    Files.writeString(
        file,
        "id,Stance,Target,Tweet\n"
            + "1,favor,tolls,\"yes, \"\"please\"\"\"\n"
            + "2,AGAINST,tolls,\"no\n"
            + "no\"\n");
    assertThat(CodedTable.of(file).targets("tweet", "target", "stance"))
        .containsExactly(
            new TargetExample("yes, \"please\"", "tolls", Favor.FAVOR),
            new TargetExample("no\nno", "tolls", Favor.AGAINST));
  }

  @Test
  void mistakesInCodedTablesAreNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("coded.csv");
    Files.writeString(file, "Tweet,Target,Stance\na,b,FAVOR\na,b,MAYBE\n");
    assertThatThrownBy(() -> CodedTable.of(file).targets("Tweet", "Target", "Stance"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("coded.csv, line 3")
        .hasMessageContaining("MAYBE");
    assertThatThrownBy(() -> CodedTable.of(file).targets("Text", "Target", "Stance"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no column 'Text'");
    assertThatThrownBy(
            () ->
                CodedTable.of(file)
                    .replies("Tweet", "Target", "Stance", Map.of("1", Agreement.AGREE)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }
}
