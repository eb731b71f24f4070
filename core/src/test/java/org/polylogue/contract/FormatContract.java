package org.polylogue.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * What every format keeps; a format's test extends it. A format that is a folder names one file in
 * it, and writes the others.
 */
public abstract class FormatContract {

  private static final int PLACES = 60;

  @TempDir Path temp;

  /** The format under test. */
  protected abstract CorpusFormat format();

  /** Name of a file in that format; below a folder if the folder is what is read. */
  protected abstract String fileName();

  /**
   * Writes what else belongs to the folder.
   *
   * @param folder where the file will be
   * @throws IOException if it cannot be written
   */
  protected void writeOthers(Path folder) throws IOException {}

  /** Content of a file with at least one article. */
  protected abstract byte[] content();

  private List<ReadOutcome> read(byte[] bytes) throws IOException {
    Path file = temp.resolve(fileName());
    Files.createDirectories(file.getParent());
    writeOthers(file.getParent());
    Files.write(file, bytes);
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(format()));
    Path input = file.getParent().equals(temp) ? file : file.getParent();
    try (Stream<ReadOutcome> outcomes = reader.read(input)) {
      return outcomes.toList();
    }
  }

  @Test
  void itsOwnFileIsReadAndTwiceTheSame() throws IOException {
    List<ReadOutcome> outcomes = read(content());
    assertThat(outcomes).isNotEmpty().allMatch(ReadOutcome.Read.class::isInstance);
    assertThat(read(content())).isEqualTo(outcomes);
  }

  @Test
  void aFileThatIsCutOffAnywhereEndsAsOutcomes() throws IOException {
    byte[] whole = content();
    for (int i = 0; i < PLACES; i++) {
      assertThat(read(Arrays.copyOf(whole, whole.length * i / PLACES))).doesNotContainNull();
    }
  }

  @Test
  void aFileWithAWrongByteAnywhereEndsAsOutcomes() throws IOException {
    byte[] whole = content();
    for (int i = 0; i < PLACES; i++) {
      byte[] changed = whole.clone();
      changed[whole.length * i / PLACES] ^= (byte) 0x81;
      assertThat(read(changed)).isNotEmpty();
    }
  }

  @Test
  void anEmptyFileIsAFailureThatNamesTheFile() throws IOException {
    assertThat(read(new byte[0]))
        .singleElement()
        .isInstanceOfSatisfying(
            ReadOutcome.Failed.class,
            failed -> assertThat(failed.place().toString()).contains(fileName()));
  }
}
