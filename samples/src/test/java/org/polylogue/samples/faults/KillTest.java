package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.samples.Main;

/**
 * The command in a process of its own, ended by SIGKILL at random moments and resumed, gives what
 * an unbroken run gives. A few kills by default; {@code docs/scale.md} names the commands for 200,
 * and for the command with all its models:
 *
 * <pre>
 * mvn -q test -pl samples -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.kills=200
 * mvn -q test -pl samples -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.kills=10 -Dpolylogue.models=true
 * </pre>
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("polylogue.kills", 2);
  private static final long SEED = Long.getLong("polylogue.seed", 1);
  private static final boolean MODELS = Boolean.getBoolean("polylogue.models");
  private static final int MOST_KILLS_OF_A_RUN = 4;

  @TempDir Path temp;

  private final Random random = new Random(SEED);
  private Path input;
  private long wholeMillis;
  private int early;
  private int late;
  private int amidPublication;

  @Test
  void aRunKilledAtRandomMomentsAndResumedGivesTheBytesOfAnUnbrokenOne() throws Exception {
    input =
        MODELS
            ? Path.of(System.getProperty("polylogue.root"), "samples/corpus")
            : new InventedCorpus(SEED, 8).write(temp.resolve("in.jsonl"), 60, true);
    long start = System.nanoTime();
    int expectedCode = start(temp.resolve("whole"), false).waitFor();
    wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(expectedCode).isEqualTo(MODELS ? 0 : 1);
    SortedMap<String, String> whole = OutputFiles.of(temp.resolve("whole"));
    assertThat(whole).hasSizeGreaterThan(10);

    int kills = 0;
    for (int run = 0; kills < KILLS; run++) {
      Path out = temp.resolve("out" + run);
      int most = Math.min(KILLS - kills, 1 + random.nextInt(MOST_KILLS_OF_A_RUN));
      boolean alive = true;
      for (int i = 0; alive && i < most; i++) {
        alive = killed(start(out, i > 0), out);
        kills += alive ? 1 : 0;
        assertNothingHalfWritten(out, whole);
      }
      if (alive) {
        assertThat(start(out, true).waitFor())
            .as("exit code of run %d", run)
            .isEqualTo(expectedCode);
      }
      OutputFiles.assertSame(OutputFiles.of(out), whole);
    }
    System.out.printf(
        "%d kills with seed %d: %d before the first result was kept, %d after, %d amid publication;"
            + " all outputs as those of an unbroken run of %d ms%n",
        kills, SEED, early, late, amidPublication, wholeMillis);
  }

  /** Kills a process at some moment; false if it ended before. */
  private boolean killed(Process process, Path out) throws Exception {
    long started = System.currentTimeMillis();
    int kind = random.nextInt(3);
    if (kind == 1) {
      await(process, () -> size(out.resolve(".polylogue-journal")) > 200);
    } else if (kind == 2) {
      await(process, () -> publishedSince(started, out));
    }
    if (kind < 2) {
      process.waitFor(random.nextInt((int) wholeMillis), TimeUnit.MILLISECONDS);
    }
    boolean kept = size(out.resolve(".polylogue-journal")) > 200;
    boolean publishing = publishedSince(started, out);
    process.destroyForcibly();
    boolean killed = process.waitFor() == 128 + 9;
    if (killed && publishing) {
      amidPublication++;
    } else if (killed && kept) {
      late++;
    } else if (killed) {
      early++;
    }
    return killed;
  }

  private static void await(Process process, BooleanSupplier moment) {
    while (process.isAlive() && !moment.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static List<String> published(Path out) {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean publishedSince(long start, Path out) {
    return published(out).stream()
        .anyMatch(name -> out.resolve(name).toFile().lastModified() > start);
  }

  private static void assertNothingHalfWritten(Path out, SortedMap<String, String> whole)
      throws IOException {
    SortedMap<String, String> found = OutputFiles.of(out);
    for (String name : published(out)) {
      assertThat(found.get(name).equals(whole.get(name))).as("%s is whole", name).isTrue();
    }
  }

  private Process start(Path out, boolean resume) throws IOException {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    options.add(MODELS ? "-Xmx3g" : "-Xmx256m");
    List<String> args = new ArrayList<>(MODELS ? List.of("analyze") : List.of());
    args.addAll(List.of(input.toString(), "--out", out.toString(), "--threads", "2"));
    if (resume) {
      args.add("--resume");
    }
    return ChildProcess.of(MODELS ? Main.class : PlainAnalyze.class, options, args)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(temp.resolve("errors.txt").toFile())
        .start();
  }
}
