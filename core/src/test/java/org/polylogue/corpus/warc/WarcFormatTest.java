package org.polylogue.corpus.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;

class WarcFormatTest {

  private static final String RUNNING =
      "The council met for six hours on Monday and then adjourned, because nobody had brought the"
          + " plans of the new pier, which the harbour master had promised to bring.";
  private static final Instant THEN = Instant.parse("2024-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void pagesAreReadAndOtherRecordsPassedOver() throws IOException {
    for (WarcCompression compression : WarcCompression.values()) {
      Path file = folder.resolve("crawl-" + compression + ".warc");
      Files.write(file, archive(compression));
      List<ReadOutcome> outcomes = read(file);
      assertThat(outcomes).hasSize(3);
      ReadOutcome.Read first = (ReadOutcome.Read) outcomes.get(0);
      assertThat(first.conversation().article().id()).isEqualTo("https://example.org/1");
      assertThat(first.conversation().article().publication().url())
          .hasValue("https://example.org/1");
      assertThat(first.conversation().article().text()).isEqualTo(RUNNING);
      assertThat(((ReadOutcome.Failed) outcomes.get(1)).reason())
          .contains("https://example.org/empty")
          .contains("no article");
      ReadOutcome.Read plain = (ReadOutcome.Read) outcomes.get(2);
      assertThat(plain.conversation().article().text()).contains("harbour master");
    }
  }

  @Test
  void aCutArchiveGivesWhatWasWholeAndThenAFailureWithItsOffset() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(written), WarcCompression.GZIP)) {
      writer.write(page("https://example.org/1", "<html><body><p>" + RUNNING + "</p>"));
      StringBuilder text = new StringBuilder("<html><body><p>");
      new Random(7).ints(40_000, 'a', 'z').forEach(c -> text.append((char) c));
      writer.write(page("https://example.org/2", text.toString()));
    }
    Path file = folder.resolve("cut.warc.gz");
    Files.write(file, Arrays.copyOf(written.toByteArray(), written.size() - 400));
    List<ReadOutcome> outcomes = read(file);
    assertThat(outcomes.get(0)).isInstanceOf(ReadOutcome.Read.class);
    ReadOutcome.Failed last = (ReadOutcome.Failed) outcomes.get(outcomes.size() - 1);
    assertThat(last.place().toString()).contains("cut.warc.gz");
  }

  @Test
  void nonsenseAfterTheFirstLineIsAFailure() throws IOException {
    Path file = folder.resolve("bad.warc");
    Files.writeString(file, "WARC/1.0\r\n\u0000\u0001nonsense");
    assertThat(read(file)).hasSize(1).first().isInstanceOf(ReadOutcome.Failed.class);
  }

  @Test
  void aRecordWithoutAnAddressIsAFailureAndTheNextIsRead() throws IOException {
    String record = "Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n";
    String body = "Title\n\n" + RUNNING + "\n";
    String head = "WARC/1.0\r\nWARC-Type: conversion\r\n";
    String rest = String.format(Locale.ROOT, record, body.length(), body);
    Path file =
        Files.writeString(
            folder.resolve("bare.wet"),
            head + rest + head + "WARC-Target-URI: http://a/\r\n" + rest);
    List<ReadOutcome> outcomes = read(file);
    assertThat(outcomes).hasSize(2);
    assertThat(((ReadOutcome.Failed) outcomes.get(0)).reason()).contains("no WARC-Target-URI");
    assertThat(outcomes.get(1)).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void aRecordLargerThanThePageLimitIsAFailureAndTheNextIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.NONE)) {
      writer.write(page("https://example.org/big", "<html><p>" + "x".repeat(21_000_000)));
      writer.write(page("https://example.org/1", "<html><body><p>" + RUNNING + "</p>"));
    }
    Path file = folder.resolve("big.warc");
    Files.write(file, bytes.toByteArray());
    List<ReadOutcome> outcomes = read(file);
    assertThat(((ReadOutcome.Failed) outcomes.get(0)).reason()).contains("larger than");
    assertThat(outcomes.get(1)).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void aHeaderThatNeverEndsIsAFailureAndIsNotHeldInMemory() throws IOException {
    Path file = folder.resolve("header.warc");
    Files.writeString(file, "WARC/1.0\r\nX: " + "a".repeat(10 << 20));
    List<ReadOutcome> outcomes = read(file);
    assertThat(outcomes).hasSize(1);
    assertThat(((ReadOutcome.Failed) outcomes.get(0)).reason()).contains("header is longer");
  }

  @Test
  void bodiesAreUnpackedHoweverTheyWereSentAndDamageIsOfThatPageAlone() throws IOException {
    byte[] html = ("<html><body><p>" + RUNNING + "</p></html>").getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> sent = new LinkedHashMap<>();
    sent.put("gzip", packed(new ByteArrayOutputStream(), html, GZIPOutputStream::new));
    sent.put("deflate", packed(new ByteArrayOutputStream(), html, DeflaterOutputStream::new));
    sent.put("br", brotli(html));
    sent.put("identity", html);
    sent.put("x-unknown", html);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.NONE)) {
      for (Map.Entry<String, byte[]> one : sent.entrySet()) {
        writer.write(sent("https://example.org/" + one.getKey(), one.getKey(), one.getValue()));
      }
      writer.write(sent("https://example.org/unpacked", "gzip", html));
      byte[] twice =
          packed(new ByteArrayOutputStream(), sent.get("deflate"), GZIPOutputStream::new);
      writer.write(sent("https://example.org/twice", "deflate, gzip", twice));
      writer.write(sent("https://example.org/cut", "gzip", Arrays.copyOf(sent.get("gzip"), 40)));
      writer.write(page("https://example.org/last", new String(html, StandardCharsets.UTF_8)));
    }
    Path file = Files.write(folder.resolve("sent.warc"), bytes.toByteArray());
    List<ReadOutcome> outcomes = read(file);
    assertThat(outcomes).hasSize(9);
    for (int i : new int[] {0, 1, 2, 3, 5, 6, 8}) {
      assertThat(outcomes.get(i))
          .as("%d", i)
          .isInstanceOfSatisfying(
              ReadOutcome.Read.class,
              read -> assertThat(read.conversation().article().text()).isEqualTo(RUNNING));
    }
    for (int i : new int[] {4, 7}) {
      assertThat(outcomes.get(i)).as("%d", i).isInstanceOf(ReadOutcome.Failed.class);
    }
  }

  @Test
  void theNotesOfWgetArePassedOverAndARepeatedAddressGetsANumber() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String html = "<html><body><p>" + RUNNING + "</p></html>";
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      writer.write(page("https://example.org/1", html));
      writer.write(page("https://example.org/1", html));
      writer.write(
          new WarcResource.Builder(URI.create("metadata://gnu.org/software/wget/warc/wget.log"))
              .date(THEN)
              .body(MediaType.PLAIN_TEXT, "--2024-- saved".getBytes(StandardCharsets.UTF_8))
              .build());
    }
    Path file = Files.write(folder.resolve("wget.warc.gz"), bytes.toByteArray());
    List<ReadOutcome> outcomes = read(file);
    assertThat(outcomes)
        .extracting(outcome -> ((ReadOutcome.Read) outcome).conversation().article().id())
        .containsExactly("https://example.org/1", "https://example.org/1~2");
    assertThat(((ReadOutcome.Read) outcomes.get(1)).notices().toString())
        .contains("has this address before");
  }

  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(ByteArrayOutputStream bytes, byte[] html, Packing packing)
      throws IOException {
    try (OutputStream out = packing.over(bytes)) {
      out.write(html);
    }
    return bytes.toByteArray();
  }

  /** One block that is not compressed, as RFC 7932 has it, and an empty last one. */
  private static byte[] brotli(byte[] content) {
    int head = content.length - 1 << 4 | 1 << 20;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)});
    bytes.writeBytes(content);
    bytes.write(3);
    return bytes.toByteArray();
  }

  private static WarcResponse sent(String address, String encoding, byte[] body)
      throws IOException {
    return new WarcResponse.Builder(address)
        .date(THEN)
        .body(
            new HttpResponse.Builder(200, "OK")
                .addHeader("Content-Encoding", encoding)
                .body(MediaType.HTML, body)
                .build())
        .build();
  }

  @Test
  void aBombIsAFailure() throws IOException {
    Path file = folder.resolve("bomb.warc.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write("WARC/1.0\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) 'a');
      for (int i = 0; i < 400; i++) {
        out.write(zeros);
      }
    }
    assertThat(read(file)).hasSize(1).first().isInstanceOf(ReadOutcome.Failed.class);
  }

  private static List<ReadOutcome> read(Path file) {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(new WarcFormat()));
    try (var outcomes = reader.read(file)) {
      return outcomes.toList();
    }
  }

  private static byte[] archive(WarcCompression compression) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
      writer.write(page("https://example.org/1", "<html><body><p>" + RUNNING + "</p></html>"));
      writer.write(page("https://example.org/empty", "<html><body></body></html>"));
      writer.write(
          new WarcResponse.Builder("https://example.org/gone")
              .date(THEN)
              .body(
                  new HttpResponse.Builder(404, "Not Found")
                      .body(MediaType.HTML, RUNNING.getBytes(StandardCharsets.UTF_8))
                      .build())
              .build());
      writer.write(
          new WarcConversion.Builder()
              .addHeader("WARC-Target-URI", "https://example.org/plain")
              .date(THEN)
              .body(
                  MediaType.PLAIN_TEXT,
                  ("Pier plans lost\n\n" + RUNNING + "\n").getBytes(StandardCharsets.UTF_8))
              .build());
    }
    return bytes.toByteArray();
  }

  private static WarcResponse page(String address, String html) throws IOException {
    return new WarcResponse.Builder(address)
        .date(THEN)
        .body(
            new HttpResponse.Builder(200, "OK")
                .body(
                    MediaType.parse("text/html; charset=utf-8"),
                    html.getBytes(StandardCharsets.UTF_8))
                .build())
        .build();
  }
}
