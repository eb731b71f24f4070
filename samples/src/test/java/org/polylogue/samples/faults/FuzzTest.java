package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Files of every format, changed at random again and again, through readers, readers of tables and
 * the pipeline: a few hundred or thousand inputs, or as many as {@code -Dpolylogue.fuzz} asks for.
 * docs/scale.md has the command of a fuzzer that is guided by coverage.
 */
class FuzzTest {

  private static final long SEED = Long.getLong("polylogue.seed", 1);
  private static final int KEPT = 400;

  private static final String[] DICTIONARY = {
    "\"",
    "\\u0000",
    "{",
    "[",
    "]",
    "}",
    "null",
    "1e999",
    "-1",
    "2147483648",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<article>",
    "&#55296;",
    "“",
    "”",
    "\u202e",
    "\ufeff",
    "\u0000",
    "WARC/1.0\r\n",
    "Content-Length: -1\r\n",
    "3 comments\n",
    "1.2.3. +7\n",
    "\"comments\":[",
    "\"replyTo\":\"c\"",
    "schema",
    "text",
    "2023-02-30",
    "🙂",
    "a\u0301",
    "%00"
  };

  private final Random random = new Random(SEED);

  @Test
  void whateverBytesAFileHasItsReaderKeepsItsPromises() throws IOException {
    run(ReaderFuzz::fuzzerTestOneInput, FuzzSeeds.files(), 4_000);
  }

  @Test
  void whateverATableHoldsItIsReadOrRefusedInPlainWords() throws IOException {
    run(TableFuzz::fuzzerTestOneInput, FuzzSeeds.tables(), 2_000);
  }

  @Test
  void whateverIsReadPassesThroughThePipeline() throws IOException {
    run(PipelineFuzz::fuzzerTestOneInput, FuzzSeeds.files(), 300);
  }

  private void run(Consumer<byte[]> target, List<byte[]> pool, int inputs) {
    int seeds = pool.size();
    assertThat(seeds).isBetween(12, KEPT / 2);
    int all = Integer.getInteger("polylogue.fuzz", inputs);
    long start = System.nanoTime();
    for (int i = 0; i < all; i++) {
      byte[] input = i < seeds ? pool.get(i) : changed(pool);
      try {
        target.accept(input);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "seed " + SEED + ", input " + i + ": " + Arrays.toString(input), e);
      }
      if (i >= seeds && input.length < 20_000) {
        if (pool.size() < KEPT) {
          pool.add(input);
        } else {
          pool.set(seeds + random.nextInt(KEPT - seeds), input);
        }
      }
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    System.out.printf("%d inputs with seed %d in %d s%n", all, SEED, seconds);
  }

  private byte[] changed(List<byte[]> pool) {
    byte[] input = pool.get(random.nextInt(pool.size())).clone();
    for (int n = 1 + random.nextInt(4); n > 0 && input.length > 1; n--) {
      int at = 1 + random.nextInt(input.length - 1);
      int end = Math.min(input.length, at + 1 + random.nextInt(40));
      switch (random.nextInt(7)) {
        case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> input = FuzzSeeds.joined(input, at, new byte[0], end);
        case 2 -> input = FuzzSeeds.joined(input, at, Arrays.copyOfRange(input, at, end), at);
        case 3 -> {
          String word = DICTIONARY[random.nextInt(DICTIONARY.length)];
          input = FuzzSeeds.joined(input, at, word.getBytes(StandardCharsets.UTF_8), at);
        }
        case 4 -> {
          byte[] other = pool.get(random.nextInt(pool.size()));
          int from = random.nextInt(other.length);
          byte[] part = Arrays.copyOfRange(other, from, Math.min(other.length, from + 200));
          input = FuzzSeeds.joined(input, at, part, end);
        }
        case 5 -> input = Arrays.copyOf(input, at);
        default -> {
          byte[] part = Arrays.copyOfRange(input, at, Math.min(end, at + 8));
          ByteArrayOutputStream many = new ByteArrayOutputStream();
          for (int times = random.nextInt(200); times > 0; times--) {
            many.writeBytes(part);
          }
          input = FuzzSeeds.joined(input, at, many.toByteArray(), at);
        }
      }
    }
    return input;
  }
}
