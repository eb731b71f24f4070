package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTableTest {

  private static final int[] KEYS = {-2_000_000_000, -7, 3, 900_000_000};
  private static final float[] WEIGHTS = {0.5f, -1.25f, 0, 3};

  private static byte[] bytes(WeightTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.write(new DataOutputStream(out));
    return out.toByteArray();
  }

  private static WeightTable read(byte[] bytes) throws IOException {
    return WeightTable.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void whatIsWrittenIsReadAgainWithoutWeightsOfNothing() throws IOException {
    byte[] written = bytes(new WeightTable(KEYS, WEIGHTS));
    assertThat(read(written).size()).isEqualTo(3);
    assertThat(bytes(read(written))).isEqualTo(written);
  }

  @Test
  void aTableThatIsCutOffIsRefused() throws IOException {
    byte[] written = bytes(new WeightTable(KEYS, WEIGHTS));
    for (int length = 0; length < written.length; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aScoreIsTheSumOfWeightsTimesValues() {
    FeatureBuffer features = new FeatureBuffer();
    features.add(1);
    features.add(2, 5);
    features.add(2, 5, 6);
    features.add(2, 5, 6, 7);
    features.value(9, 0.5f);
    int[] keys = Arrays.copyOf(features.keys, features.size);
    assertThat(Arrays.stream(keys).distinct()).hasSize(5);
    int[] sorted = keys.clone();
    Arrays.sort(sorted);
    float[] weights = new float[5];
    Arrays.fill(weights, 2);
    assertThat(new WeightTable(sorted, weights).score(features)).isCloseTo(9, within(1e-6));
    features.clear();
    assertThat(new WeightTable(sorted, weights).score(features)).isZero();
  }

  @Test
  void aBufferGrows() {
    FeatureBuffer features = new FeatureBuffer();
    for (int i = 0; i < 1000; i++) {
      features.add(1, i);
    }
    assertThat(features.size).isEqualTo(1000);
    assertThat(Arrays.stream(features.keys, 0, 1000).distinct().count()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 5", "6, 6", "8, 6", "9, 7", "18, 8", "30, 9", "31, 10", "-9, -7"})
  void numbersFallIntoBuckets(int number, int bucket) {
    assertThat(FeatureBuffer.bucket(number)).isEqualTo(bucket);
  }
}
