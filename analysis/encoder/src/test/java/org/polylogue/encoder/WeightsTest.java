package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final Weights WEIGHTS =
      new Weights(
          Map.of(
              "exact", Weights.Matrix.of(1, new float[] {1, -2.5f, 0}),
              "rounded", Weights.Matrix.rounded(2, new float[] {1, 0, -0.5f, 0})));

  @Test
  void what_is_written_is_read_again() throws IOException {
    byte[] bytes = bytes();
    Weights read = Weights.read(new ByteArrayInputStream(bytes), "test");
    assertThat(read.get("exact").values()).containsExactly(1, -2.5f, 0);
    assertThat(read.sha256()).isEqualTo(WEIGHTS.sha256());
  }

  @Test
  void rounding_costs_less_than_a_step() {
    float[] values = WEIGHTS.get("rounded").values();
    assertThat(values[0]).isEqualTo(1);
    assertThat(values[1]).isZero();
    assertThat(values[2]).isCloseTo(-0.5f, within(1 / 126f));
  }

  @Test
  void a_file_that_is_cut_off_anywhere_is_refused() throws IOException {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(cut), "test"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("test");
    }
  }

  @Test
  void weights_that_are_missing_are_named() {
    assertThatThrownBy(() -> WEIGHTS.get("heads.bias")).hasMessageContaining("heads.bias");
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WEIGHTS.write(bytes);
    return bytes.toByteArray();
  }
}
