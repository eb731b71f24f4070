package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.pipeline.Sha256;

class ModelFileTest {

  private static final String TEXT = "tides and bridges, tides and bridges";

  private static byte[] written(ModelFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out, data -> data.writeUTF(TEXT));
    return out.toByteArray();
  }

  private static String read(ModelFile file, byte[] bytes) throws IOException {
    return file.read(
        new ByteArrayInputStream(bytes), "my.model", (data, hash) -> data.readUTF() + " " + hash);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsReadWithTheHashOfItsBytes(boolean deflated) throws IOException {
    ModelFile file = new ModelFile("PLTT", 3, deflated, "test");
    byte[] bytes = written(file);
    assertThat(written(file)).isEqualTo(bytes).startsWith('P', 'L', 'T', 'T', 3);
    byte[] hash = Arrays.copyOfRange(bytes, 5, 37);
    assertThat(read(file, bytes)).isEqualTo(TEXT + " " + HexFormat.of().formatHex(hash));
    byte[] others = Arrays.copyOf(bytes, bytes.length - 32);
    System.arraycopy(bytes, 37, others, 5, others.length - 5);
    assertThat(Sha256.digest(others)).isEqualTo(hash);
    assertThat(file.hash(data -> data.writeUTF(TEXT))).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyByteThatIsAnotherIsFound(boolean deflated) throws IOException {
    ModelFile file = new ModelFile("PLTT", 3, deflated, "test");
    byte[] bytes = written(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 1;
      assertThatThrownBy(() -> read(file, flipped))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("my.model: ");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherKindAnotherVersionAndATornFileAreRefusedByName(boolean deflated) throws IOException {
    ModelFile file = new ModelFile("PLTT", 3, deflated, "test");
    byte[] bytes = written(file);
    assertThatThrownBy(() -> read(new ModelFile("PLTU", 3, deflated, "tide"), bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("my.model: this is no file of a tide");
    assertThatThrownBy(() -> read(new ModelFile("PLTT", 4, deflated, "test"), bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("my.model: model format 3, this library reads 4; train it again");
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(file, torn))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("my.model: ");
    }
  }
}
