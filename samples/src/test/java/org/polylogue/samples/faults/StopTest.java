package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own that gets the signal of Ctrl-C. */
class StopTest {

  private static final int SIGINT = 2;

  @TempDir Path temp;

  @Test
  void controlCEndsWithOneLineAndTheRunCanBeResumed() throws Exception {
    assumeFalse(isIgnored(SIGINT), "processes started here do not hear SIGINT");
    Path input = new InventedCorpus(2, 10).write(temp.resolve("in.jsonl"), 300, false);
    Path out = temp.resolve("out");
    Path errors = temp.resolve("errors.txt");
    Process process =
        ChildProcess.of(
                PlainAnalyze.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(input.toString(), "--out", out.toString(), "--threads", "2"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    Path journal = out.resolve(".polylogue-journal");
    while (process.isAlive() && journal.toFile().length() < 10_000) {
      Thread.onSpinWait();
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + SIGINT);
    assertThat(Files.readAllLines(errors)).hasSize(1);
    assertThat(Files.readString(errors))
        .containsPattern("stopped; [1-9][0-9]* articles are kept")
        .contains("--resume");
    assertThat(OutputFiles.of(out)).containsOnlyKeys(".polylogue-journal");
    assertThat(analyze(input, out, "--resume")).isZero();
    assertThat(analyze(input, temp.resolve("whole"), "--raw-cells")).isZero();
    assertThat(OutputFiles.of(out).get("discourse.jsonl"))
        .isEqualTo(OutputFiles.of(temp.resolve("whole")).get("discourse.jsonl"));
  }

  private static int analyze(Path input, Path out, String option) {
    return PlainAnalyze.run(
        new java.io.PrintWriter(System.out),
        new java.io.PrintWriter(System.err),
        input.toString(),
        "--out",
        out.toString(),
        option);
  }

  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return !Files.isExecutable(Path.of("/bin/kill"));
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask >> (signal - 1) & 1) == 1);
  }
}
