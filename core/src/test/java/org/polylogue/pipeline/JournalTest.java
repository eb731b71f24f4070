package org.polylogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final SortedMap<String, String> IDENTITY =
      new TreeMap<>(Map.of("version", "1", "option threads & more", "a=b"));

  @TempDir Path folder;

  private final AtomicInteger computed = new AtomicInteger();

  private List<String> run(Path file, int inputs) throws IOException {
    try (Journal journal = Journal.open(file, IDENTITY)) {
      return run(journal, inputs);
    }
  }

  private List<String> run(Journal journal, int inputs) {
    Analysis<Integer, String> analysis =
        (input, scope) -> {
          computed.incrementAndGet();
          if (input % 10 == 7) {
            throw new IllegalStateException("seven");
          }
          return "result 🙂 of " + input;
        };
    RememberedAnalysis<Integer, String> remembered =
        new RememberedAnalysis<>(analysis, journal, i -> "input " + i, r -> r, JournalTest::read);
    try (Stream<Outcome<Integer, String>> outcomes =
        Pipeline.of(remembered).withThreads(2).run(IntStream.range(0, inputs).boxed())) {
      return outcomes
          .map(
              o ->
                  o instanceof Outcome.Analysed<Integer, String> done
                      ? done.result()
                      : o.input() + " failed")
          .toList();
    }
  }

  private static String read(Integer input, String line) {
    if (!line.endsWith(" of " + input)) {
      throw new IllegalArgumentException("no result of " + input);
    }
    return line;
  }

  @Test
  void anEntryThatIsWrongWithARightChecksumIsComputedAgain() throws IOException {
    Path file = folder.resolve("journal");
    List<String> unbroken = run(file, 5);
    Path wrong = folder.resolve("wrong");
    try (Journal journal = Journal.open(wrong, IDENTITY)) {
      String line = Files.readAllLines(file).get(3);
      String key = line.substring(9, line.indexOf(' ', 9));
      journal.keep(key, "result of another one");
    }
    assertThat(run(wrong, 5)).isEqualTo(unbroken);
    assertThat(computed).hasValue(10);
    assertThat(run(wrong, 5)).isEqualTo(unbroken);
    assertThat(computed).as("the right one is kept").hasValue(10);
  }

  @Test
  void aRunThatBeginsAnewDropsWhatIsKeptUnlessAnotherOneHasItOpen() throws IOException {
    Path file = folder.resolve("journal");
    run(file, 5);
    try (Journal journal = Journal.begin(file, IDENTITY)) {
      assertThat(journal.size()).isZero();
      run(journal, 3);
      assertThatThrownBy(() -> Journal.begin(file, IDENTITY)).hasMessageContaining("another run");
    }
    try (Journal journal = Journal.open(file, IDENTITY)) {
      assertThat(journal.size()).isEqualTo(3);
    }
    Files.writeString(file, "something else");
    try (Journal journal = Journal.begin(file, IDENTITY)) {
      assertThat(journal.size()).isZero();
    }
  }

  @Test
  void aSecondRunComputesOnlyWhatIsNotKept() throws IOException {
    Path file = folder.resolve("journal");
    run(file, 20);
    assertThat(computed).hasValue(20);
    List<String> all = run(file, 30);
    assertThat(computed).as("ten new ones and two failures").hasValue(32);
    assertThat(all).hasSize(30).contains("result 🙂 of 29", "17 failed");
  }

  @Test
  void aJournalCutAtAnyByteGivesTheSameResults() throws IOException {
    Path file = folder.resolve("journal");
    List<String> unbroken = run(file, 9);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(run(file, 9)).isEqualTo(unbroken);
      try (Journal journal = Journal.open(file, IDENTITY)) {
        assertThat(journal.size()).isEqualTo(8);
      }
    }
  }

  @Test
  void aDamagedEntryAndWhatFollowsIsComputedAgain() throws IOException {
    Path file = folder.resolve("journal");
    List<String> unbroken = run(file, 12);
    byte[] whole = Files.readAllBytes(file);
    int header = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    Random random = new Random(1);
    for (int i = 0; i < 80; i++) {
      byte[] damaged = whole.clone();
      int at = header + random.nextInt(whole.length - header);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThat(run(file, 12)).isEqualTo(unbroken);
    }
  }

  @Test
  void anotherVersionOrOptionIsNamed() throws IOException {
    Path file = folder.resolve("journal");
    run(file, 3);
    byte[] before = Files.readAllBytes(file);
    SortedMap<String, String> other = new TreeMap<>(IDENTITY);
    other.put("version", "2");
    assertThatThrownBy(() -> Journal.open(file, other))
        .isInstanceOf(JournalMismatchException.class)
        .hasMessageStartingWith("version was 1 in the run to resume and is 2 now;");
    other.put("version", "1");
    other.put("new", "x");
    assertThatThrownBy(() -> Journal.open(file, other)).hasMessageStartingWith("new was nothing");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Path foreign = Files.writeString(folder.resolve("foreign"), "something else\nand more\n");
    assertThatThrownBy(() -> Journal.open(foreign, IDENTITY)).hasMessageContaining("is no journal");
    assertThat(foreign).hasContent("something else\nand more");
    Path brief = Files.writeString(folder.resolve("brief"), "abc");
    assertThatThrownBy(() -> Journal.open(brief, IDENTITY)).hasMessageContaining("is no journal");
    assertThat(brief).hasContent("abc");
  }

  @Test
  void aWriteThatFailsAnywhereIsSaidAndLosesNothing() throws IOException {
    Path file = folder.resolve("journal");
    List<String> unbroken = run(file, 12);
    boolean failed = true;
    int writes = 0;
    for (; failed; writes++) {
      Files.deleteIfExists(file);
      FailingFile failing = new FailingFile(file, writes);
      failed = false;
      try (Journal journal = Journal.open(failing, file, IDENTITY)) {
        assertThat(run(journal, 12)).isEqualTo(unbroken);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("no room");
        failed = true;
      }
      assertThat(run(file, 12)).isEqualTo(unbroken);
    }
    assertThat(writes).as("the first line and eleven results, and none").isEqualTo(13);
  }

  @Test
  void anInterruptWhileAResultIsKeptHarmsNothing() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file, IDENTITY)) {
      Thread.currentThread().interrupt();
      journal.keep("k", "v");
      assertThat(Thread.interrupted()).isTrue();
      journal.keep("l", "w");
      assertThat(journal.find("k")).contains("v");
    }
    try (Journal journal = Journal.open(file, IDENTITY)) {
      assertThat(journal.find("l")).contains("w");
    }
  }

  /** A file in which one write takes half of its bytes, and none is taken after that. */
  private static final class FailingFile extends RandomAccessFile {
    private int left;

    FailingFile(Path path, int writes) throws IOException {
      super(path.toFile(), "rw");
      left = writes;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (left-- > 0) {
        super.write(bytes);
      } else {
        super.write(bytes, 0, left == -1 ? bytes.length / 2 : 0);
        throw new IOException("no room");
      }
    }
  }

  @Test
  void resultsOfChangedInputsAreCounted() throws IOException {
    Path file = folder.resolve("journal");
    run(file, 5);
    try (Journal journal = Journal.open(file, IDENTITY)) {
      assertThat(journal.unused()).isEqualTo(5);
      journal.keep("k", "v");
      assertThat(journal.find("k")).contains("v");
      assertThat(journal.unused()).isEqualTo(5);
      assertThatThrownBy(() -> journal.keep("a b", "v"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> journal.keep("a", "v\nw"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void twoRunsCannotShareAJournal() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file, IDENTITY)) {
      assertThat(journal.size()).isZero();
      assertThatThrownBy(() -> Journal.open(file, IDENTITY)).hasMessageContaining("another run");
    }
  }
}
