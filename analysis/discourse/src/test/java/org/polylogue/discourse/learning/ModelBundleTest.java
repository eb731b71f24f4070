package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelBundleTest {

  private static final LinearModel MODEL =
      LinearModel.of(
          List.of("a", "b"),
          new double[] {0.5, -0.5},
          List.of("good", "bad"),
          new double[][] {{1, -1}, {-2, 2}});

  private static byte[] bytes(ModelBundle bundle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bundle.write(out);
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenIsReadBackAndNotWrittenAgain() throws IOException {
    byte[] written =
        bytes(new ModelBundle(Map.of("x", 1.5, "y", -2.0), Map.of("m", MODEL, "n", MODEL)));
    ModelBundle read = ModelBundle.read(new ByteArrayInputStream(written), "test");
    assertThat(read.settings()).containsOnlyKeys("x", "y").containsEntry("x", 1.5);
    assertThat(read.models()).containsOnlyKeys("m", "n");
    FeatureVector vector = new FeatureVector();
    vector.add("bad", 1);
    assertThat(read.models().get("m").scores(vector)).isEqualTo(MODEL.scores(vector));
    assertThatThrownBy(() -> bytes(read)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyCutOffFileIsRefusedByName() throws IOException {
    byte[] written = bytes(new ModelBundle(Map.of("x", 1.5), Map.of("m", MODEL)));
    for (int length = 0; length < written.length; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> ModelBundle.read(new ByteArrayInputStream(cut), "my.model"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("my.model");
    }
  }

  @Test
  void aSettingMustBeANumber() {
    assertThatThrownBy(() -> new ModelBundle(Map.of("x", Double.NaN), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }
}
