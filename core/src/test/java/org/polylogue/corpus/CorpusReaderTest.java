package org.polylogue.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.textpage.TextPageFormat;

class CorpusReaderTest {

  @TempDir Path folder;

  private static List<String> told(CorpusReader reader, Path... inputs) {
    try (Stream<ReadOutcome> outcomes = reader.read(List.of(inputs))) {
      return outcomes
          .map(
              o ->
                  o instanceof ReadOutcome.Read read
                      ? read.conversation().article().id()
                      : o.place() + " " + ((ReadOutcome.Failed) o).reason())
          .toList();
    }
  }

  private Path page(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "Title of " + name + "\n\nText of the page.\n");
  }

  @Test
  void foldersAreReadRecursivelyInTheOrderOfNames() throws IOException {
    for (String name : List.of("b/z.txt", "b/a.txt", "a.txt", "c.txt", ".hidden/x.txt", ".y")) {
      page(name);
    }
    assertThat(told(CorpusReader.standard(), folder)).containsExactly("a", "b/a", "z", "c");
  }

  @Test
  void theSameNameTwiceStillGivesTwoIds() throws IOException {
    Path first = page("x/a.txt");
    Path second = page("y/a.txt");
    assertThat(told(CorpusReader.standard(), first, second, first))
        .containsExactly("a", "a~2", "a~3");
  }

  @Test
  void whatCannotBeReadIsAFailureAndTheRestIsRead() throws IOException {
    Path good = page("good.txt");
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path binary = Files.write(folder.resolve("binary.bin"), new byte[] {1, 0, 2});
    Path latin =
        Files.write(
            folder.resolve("latin.txt"), "One\ncaf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    List<String> told =
        told(
            CorpusReader.standard(),
            folder.resolve("missing"),
            empty,
            binary,
            latin,
            nothing,
            good);
    assertThat(told).hasSize(6);
    assertThat(told.get(0)).endsWith("missing there is no such file or folder");
    assertThat(told.get(1)).endsWith("the file is empty");
    assertThat(told.get(2)).contains("is no text", "leave it out");
    assertThat(told.get(3)).contains("latin.txt:2 byte 0xE9 at offset 7 is not UTF-8");
    assertThat(told.get(4)).contains("the folder is empty");
    assertThat(told.get(5)).isEqualTo("good");
  }

  @Test
  void aSourceFromElsewhereIsReadThroughItsOpenerAndNamedInFailures() {
    String line =
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"T\"}}\n";
    byte[] bytes = (line + line).getBytes(StandardCharsets.UTF_8);
    String location = "hdfs://news/2024/one.jsonl";
    CorpusSource.Opener opener = () -> new java.io.ByteArrayInputStream(bytes);
    CorpusSource source = CorpusSource.of(location, opener, "one", ReadLimits.DEFAULT);
    CorpusSource missing =
        CorpusSource.of(
            location,
            () -> {
              throw new java.io.FileNotFoundException(location);
            },
            "one",
            ReadLimits.DEFAULT);
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(source)) {
      assertThat(outcomes)
          .satisfiesExactly(
              first -> assertThat(first).isInstanceOf(ReadOutcome.Read.class),
              second ->
                  assertThat(second)
                      .isInstanceOfSatisfying(
                          ReadOutcome.Failed.class,
                          failed -> {
                            assertThat(failed.place()).hasToString(location + ":2");
                            assertThat(failed.reason()).contains("used before");
                          }));
    }
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(missing)) {
      assertThat(outcomes)
          .singleElement()
          .isInstanceOfSatisfying(
              ReadOutcome.Failed.class,
              failed -> assertThat(failed.reason()).contains("no such file"));
    }
  }

  @Test
  void byteOrderMarksAndGzipAreRead() throws IOException {
    String page = "Title\n\nTëxt 🙂 of the page.\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8)) {
      Path file = folder.resolve(charset.name() + ".txt.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(("\uFEFF" + page).getBytes(charset));
      }
      try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(file)) {
        ReadOutcome.Read read = (ReadOutcome.Read) outcomes.toList().get(0);
        assertThat(read.conversation().article().id()).isEqualTo(charset.name());
        assertThat(read.conversation().article().title()).isEqualTo("Title");
        assertThat(read.conversation().article().text()).isEqualTo("Tëxt 🙂 of the page.");
      }
    }
  }

  @Test
  void linesOfUtf16AreReadToo() throws IOException {
    String line =
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"%s\",\"text\":\"Ċ\"}}\n";
    Path file =
        Files.write(
            folder.resolve("wide.jsonl"),
            ("\uFEFF" + line.formatted("a") + line.formatted("b"))
                .getBytes(StandardCharsets.UTF_16LE));
    assertThat(told(CorpusReader.standard(), file)).containsExactly("a", "b");
  }

  @Test
  void aDamagedGzipMemberIsAFailureAfterWhatCameBeforeIt() throws IOException {
    byte[] first = gzip("The quay was repaired.\n".repeat(400));
    byte[] second = gzip("The crane was sold.\n");
    byte[] badHeader = second.clone();
    badHeader[0] = 9;
    for (byte[] rest : List.of(badHeader, Arrays.copyOf(second, 6), new byte[512])) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(first);
      bytes.write(rest);
      Path file = Files.write(folder.resolve("members.txt.gz"), bytes.toByteArray());
      assertThat(told(CorpusReader.standard(), file))
          .singleElement()
          .matches(t -> t.contains("compressed content is damaged (member 1"));
    }
  }

  @Test
  void manyEmptyGzipMembersAreReadWithoutRecursion() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] empty = gzip("");
    for (int i = 0; i < 500_000; i++) {
      bytes.write(empty);
    }
    bytes.write(gzip("The last quay\n\nIt was the last of the quays, and nobody minded.\n"));
    Path file = Files.write(folder.resolve("many.txt.gz"), bytes.toByteArray());
    assertThat(told(CorpusReader.standard(), file)).containsExactly("many");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsFollowedOnlyIfAsked(@TempDir Path outside) throws IOException {
    Path secret =
        Files.writeString(outside.resolve("secret.txt"), "Not yours\n\nNot for you at all.");
    page("own.txt");
    try {
      Files.createSymbolicLink(folder.resolve("link.txt"), secret);
      Files.createSymbolicLink(folder.resolve("all"), outside);
      Files.createSymbolicLink(folder.resolve("loop"), folder);
    } catch (UnsupportedOperationException | IOException e) {
      Assumptions.abort("no links here: " + e);
    }
    assertThat(told(CorpusReader.standard(), folder))
        .hasSize(3)
        .contains("own")
        .anyMatch(t -> t.contains("link.txt is a link that leads out of"))
        .anyMatch(t -> t.contains("all is a link that leads out of"));
    assertThat(told(CorpusReader.standard().followingLinks(), folder))
        .containsExactlyInAnyOrder("own", "link", "secret");
  }

  @Test
  void anAnnotationFileHidesNoOtherFileOfItsFolder() throws IOException {
    page("a.txt");
    Files.writeString(folder.resolve("b.txt"), "The tide\n\nThe tide came in twice that day.");
    Files.writeString(folder.resolve("b.ann"), "T1\tName 0 3\tThe\n");
    page("sub/c.txt");
    assertThat(told(CorpusReader.standard(), folder)).containsExactly("b", "a", "c");
  }

  @Test
  void filesInAnotherEncodingAreReadIfItIsNamed() throws IOException {
    Path file =
        Files.write(
            folder.resolve("western.txt"),
            "Café\n\n“It’s shut,” said René.".getBytes(Charset.forName("windows-1252")));
    assertThat(told(CorpusReader.standard(), file))
        .singleElement()
        .matches(t -> t.contains("--encoding windows-1252"));
    CorpusReader western = CorpusReader.standard().withEncoding(Charset.forName("windows-1252"));
    try (Stream<ReadOutcome> outcomes = western.read(file)) {
      ReadOutcome.Read read = (ReadOutcome.Read) outcomes.findFirst().orElseThrow();
      assertThat(read.conversation().article().text()).isEqualTo("“It’s shut,” said René.");
    }
  }

  @Test
  void aDecompressionBombIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 16; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    for (String name : List.of("bomb.txt.gz", "bomb.jsonl.gz")) {
      Path file = Files.write(folder.resolve(name), bytes.toByteArray());
      assertThat(told(CorpusReader.standard(), file))
          .singleElement()
          .matches(t -> t.contains("expands to more than 200 times") || t.contains("is no text"));
    }
  }

  @Test
  void limitsAreNamedInTheFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("long.txt"), "Title\n\n" + "word ".repeat(100));
    assertThat(
            told(
                CorpusReader.standard().withLimits(ReadLimits.DEFAULT.withDocumentCharacters(100)),
                file))
        .singleElement()
        .asString()
        .contains("longer than 100 characters; split the file or raise the limit");
    assertThat(
            told(
                CorpusReader.standard().withLimits(ReadLimits.DEFAULT.withParagraphCharacters(100)),
                file))
        .singleElement()
        .asString()
        .contains("a paragraph of long is longer than 100 characters");
    String line =
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\"}}";
    Path lines = Files.writeString(folder.resolve("l.jsonl"), " ".repeat(300) + "\n" + line);
    assertThat(
            told(CorpusReader.standard().withLimits(ReadLimits.DEFAULT.withLineBytes(100)), lines))
        .satisfiesExactly(
            t -> assertThat(t).contains("longer than 100 bytes"),
            t -> assertThat(t).isEqualTo("a"));
  }

  @Test
  void readingIsLazyAndClosesWhatItOpened() throws IOException {
    for (int i = 0; i < 5; i++) {
      page("p" + i + ".txt");
    }
    List<String> events = new ArrayList<>();
    CorpusFormat counting =
        new CorpusFormat() {
          @Override
          public String name() {
            return "counting";
          }

          @Override
          public boolean accepts(CorpusSource source) {
            return !source.isFolder();
          }

          @Override
          public Stream<ReadOutcome> read(CorpusSource source) {
            events.add("open " + source.name());
            return new TextPageFormat()
                .read(source)
                .onClose(() -> events.add("close " + source.name()));
          }
        };
    try (Stream<ReadOutcome> outcomes =
        CorpusReader.standard().withFormats(List.of(counting)).read(folder)) {
      Iterator<ReadOutcome> iterator = outcomes.iterator();
      iterator.next();
      iterator.next();
    }
    assertThat(events).containsExactly("open p0", "close p0", "open p1", "close p1");
  }

  @Test
  void aFormatThatThrowsFailsItsFileOnly() throws IOException {
    page("a.txt");
    page("b.txt");
    CorpusFormat faulty =
        new CorpusFormat() {
          @Override
          public String name() {
            return "faulty";
          }

          @Override
          public boolean accepts(CorpusSource source) {
            return source.name().equals("a");
          }

          @Override
          public Stream<ReadOutcome> read(CorpusSource source) {
            throw new IllegalStateException("out of order");
          }
        };
    List<String> told =
        told(CorpusReader.standard().withFormats(List.of(faulty, new TextPageFormat())), folder);
    assertThat(told.get(0)).contains("a.txt cannot be read", "out of order");
    assertThat(told.get(1)).isEqualTo("b");
  }
}
