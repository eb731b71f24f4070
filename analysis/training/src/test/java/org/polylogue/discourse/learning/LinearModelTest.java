package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  private static final List<String> CLASSES = List.of("a", "b", "c");
  private static final LinearTrainer TRAINER =
      new LinearTrainer(LinearTrainer.Solver.LOGISTIC, 1, 2, false);

  private final List<FeatureVector> cases = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  LinearModelTest() {
    Random random = new Random(3);
    for (int i = 0; i < 120; i++) {
      FeatureVector features = new FeatureVector();
      features.mark("word " + CLASSES.get(i % 3));
      features.mark("noise " + random.nextInt(9));
      features.mark("only " + i);
      cases.add(features);
      labels.add(CLASSES.get(i % 3));
    }
  }

  private static byte[] bytes(LinearModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void learnsWhatTellsClassesApart() {
    LinearModel model = TRAINER.classifier(cases, labels, CLASSES);
    for (int i = 0; i < 3; i++) {
      double[] likely = model.probabilities(cases.get(i));
      assertThat(Arrays.stream(likely).sum()).isCloseTo(1, within(1e-9));
      assertThat(likely[i]).isGreaterThan(0.5);
    }
  }

  @Test
  void keepsNoFeatureOfASingleText() {
    LinearModel model = TRAINER.classifier(cases, labels, CLASSES);
    assertThat(model.contributions(cases.get(0), 0))
        .extracting(LinearModel.Contribution::feature)
        .contains("word a")
        .noneMatch(name -> name.startsWith("only "));
    int[] oneText = new int[cases.size()];
    assertThat(TRAINER.classifier(cases, labels, CLASSES, oneText).size()).isZero();
  }

  @Test
  void theSameCasesGiveTheSameBytesAndReadBackTheSame() throws IOException {
    byte[] first = bytes(TRAINER.classifier(cases, labels, CLASSES));
    LinearModel model = TRAINER.classifier(cases, labels, CLASSES);
    assertThat(bytes(model)).isEqualTo(first);
    LinearModel read = LinearModel.read(new ByteArrayInputStream(first), "m");
    assertThat(read.scores(cases.get(5))).isEqualTo(model.scores(cases.get(5)));
    assertThat(read.size()).isEqualTo(model.size());
    assertThatThrownBy(() -> bytes(read)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void contributionsSumToTheScore() {
    LinearModel model = TRAINER.classifier(cases, labels, CLASSES);
    double[] scores = model.scores(cases.get(1));
    double one = sum(model.contributions(cases.get(1), 1));
    assertThat(one + model.bias(1)).isCloseTo(scores[1], within(1e-9));
    double difference = sum(model.contributions(cases.get(1), 1, 0));
    assertThat(difference + model.bias(1) - model.bias(0))
        .isCloseTo(scores[1] - scores[0], within(1e-9));
  }

  private static double sum(List<LinearModel.Contribution> parts) {
    return parts.stream().mapToDouble(LinearModel.Contribution::amount).sum();
  }

  @Test
  void aRegressionFollowsItsValues() {
    double[] values = new double[cases.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 - 1;
    }
    LinearModel model =
        new LinearTrainer(LinearTrainer.Solver.REGRESSION, 1, 2, false)
            .regression(cases, values, "value");
    assertThat(model.scores(cases.get(0))[0]).isLessThan(-0.7);
    assertThat(model.scores(cases.get(2))[0]).isGreaterThan(0.7);
  }

  @Test
  void twoClassesHaveProbabilitiesThatMirrorEachOther() {
    List<String> two = labels.stream().map(l -> l.equals("c") ? "b" : l).toList();
    LinearModel model = TRAINER.classifier(cases, two, List.of("a", "b"));
    assertThat(model.probabilities(cases.get(0))[0]).isGreaterThan(0.5);
    assertThat(model.probabilities(cases.get(1))[1]).isGreaterThan(0.5);
  }

  @Test
  void damagedFilesAreRefusedByName() throws IOException {
    byte[] good = bytes(TRAINER.classifier(cases, labels, CLASSES));
    for (int length : new int[] {0, 3, 5, 20, good.length / 2}) {
      assertThatThrownBy(
              () ->
                  LinearModel.read(
                      new ByteArrayInputStream(Arrays.copyOf(good, length)), "my.model"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("my.model");
    }
    byte[] future = good.clone();
    future[4] = 9;
    assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(future), "my.model"))
        .hasMessageContaining("my.model: model format 9");
  }

  @Test
  void aClassWithoutACaseIsRefused() {
    assertThatThrownBy(() -> TRAINER.classifier(cases, labels, List.of("a", "b", "c", "d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("d");
  }
}
