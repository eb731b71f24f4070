package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OnnxFileTest {

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";

  @Test
  void what_belongs_to_later_layers_is_left_out() throws IOException {
    OnnxFile two = OnnxFile.read(MODEL, 2);
    assertThat(two.tensors())
        .containsKeys(
            "embeddings.word_embeddings.weight_quantized", "encoder.layer.1.output.LayerNorm.bias")
        .doesNotContainKey("encoder.layer.2.output.LayerNorm.bias");
    assertThat(two.bytes().length).isLessThan(OnnxFile.read(MODEL, 3).bytes().length);
  }

  @Test
  void weights_are_parts_of_the_file_that_can_be_overwritten() throws IOException {
    OnnxFile model = OnnxFile.read(MODEL, 1);
    byte[] before = model.bytes().clone();
    model.tensors().get("encoder.layer.0.output.LayerNorm.bias").clear().putFloat(0, 12345f);
    assertThat(model.bytes()).hasSameSizeAs(before).isNotEqualTo(before);
  }

  @Test
  void a_model_that_is_missing_or_none_is_named() {
    assertThatThrownBy(() -> OnnxFile.read("/no.onnx", 1)).hasMessageContaining("/no.onnx");
    assertThatThrownBy(() -> OnnxFile.read("/org/polylogue/encoder/stance-mixtures.tsv", 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stance-mixtures.tsv");
  }
}
