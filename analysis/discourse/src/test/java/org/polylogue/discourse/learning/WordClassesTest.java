package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordClassesTest {

  @Test
  void wordsThatAreUsedAlikeShareAWiderClass() {
    WordClasses classes = WordClasses.shipped();
    int wider = classes.bits() - 6;
    assertThat(classes.of("asserted") >> wider).isEqualTo(classes.of("insisted") >> wider);
    assertThat(classes.of("margaret") >> wider).isEqualTo(classes.of("Catherine") >> wider);
    assertThat(classes.of("asserted") >> wider).isNotEqualTo(classes.of("margaret") >> wider);
  }

  @Test
  void aWordIsFoundInAnyCaseAndAnUnknownOneInNoClass() {
    WordClasses classes = WordClasses.of(3, Map.of("harbour", 5));
    assertThat(classes.of("HARBOUR")).isEqualTo(5);
    assertThat(classes.of("pier")).isEqualTo(WordClasses.NONE);
    assertThat(classes.of("")).isEqualTo(WordClasses.NONE);
  }

  @Test
  void aPathThatIsTooLongIsRefused() {
    Map<String, Integer> tooLong = Map.of("harbour", 8);
    assertThatThrownBy(() -> WordClasses.of(3, tooLong)).hasMessageContaining("harbour has path 8");
    assertThatThrownBy(() -> WordClasses.of(16, Map.of())).hasMessageContaining("16 bits");
  }

  @Test
  void aDamagedFileIsRefusedByName() throws IOException {
    byte[] file = bytes(Map.of("pier", 1, "piers", 9, "quay", 3));
    for (int end = 0; end < file.length; end++) {
      byte[] torn = Arrays.copyOf(file, end);
      assertThatThrownBy(() -> WordClasses.read(new ByteArrayInputStream(torn), "torn.plwc"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("torn.plwc");
    }
  }

  @Property(tries = 100)
  void whatIsWrittenIsReadAgain(
      @ForAll
          Map<@AlphaChars @StringLength(max = 12) String, @IntRange(min = 0, max = 15) Integer>
              paths)
      throws IOException {
    Map<String, Integer> lower = new TreeMap<>();
    paths.forEach((word, path) -> lower.put(word.toLowerCase(Locale.ROOT), path));
    WordClasses read = WordClasses.read(new ByteArrayInputStream(bytes(lower)), "classes");
    assertThat(read.size()).isEqualTo(lower.size());
    lower.forEach((word, path) -> assertThat(read.of(word)).isEqualTo(path));
  }

  private static byte[] bytes(Map<String, Integer> paths) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WordClasses.write(4, paths, out);
    return out.toByteArray();
  }
}
