package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.samples.Main;

/**
 * Invented comments, a hundred under each article, through the command with all analyses on an
 * engine without models, in a process of its own with little heap: some thousands by default, a
 * million on a heap of 1 GB, or 5,000 articles with a comment each through all models on one of
 * 1,500 MB, with
 *
 * <pre>
 * mvn -q test -pl samples -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.comments=5000 -Dpolylogue.thread=1 -Dpolylogue.heap=1500m -Dpolylogue.models=true
 * mvn -q test -pl samples -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.comments=1000000 -Dpolylogue.heap=1g
 * </pre>
 */
class SoakTest {

  private static final int COMMENTS = Integer.getInteger("polylogue.comments", 3_000);
  private static final String HEAP = System.getProperty("polylogue.heap", "160m");
  private static final int THREAD = Integer.getInteger("polylogue.thread", 100);
  private static final boolean MODELS = Boolean.getBoolean("polylogue.models");
  private static final Pattern COLLECTION = Pattern.compile("[0-9]+M->([0-9]+)M\\([0-9]+M\\)");

  @TempDir Path temp;

  @Test
  void memoryStaysFlatHoweverManyCommentsPass() throws Exception {
    Path input =
        new InventedCorpus(3, THREAD).write(temp.resolve("in.jsonl"), COMMENTS / THREAD, false);
    Path log = temp.resolve("gc.log");
    Path out = temp.resolve("out");
    long start = System.nanoTime();
    List<String> args = new ArrayList<>(MODELS ? List.of("analyze") : List.of());
    args.addAll(List.of(input.toString(), "--out", out.toString(), "--threads", "2"));
    Process process =
        ChildProcess.of(
                MODELS ? Main.class : PlainAnalyze.class,
                List.of("-Xmx" + HEAP, "-XX:+UseSerialGC", "-Xlog:gc:file=" + log),
                args)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("printed.txt").toFile())
            .start();
    int code = process.waitFor();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(code).as(Files.readString(temp.resolve("printed.txt"))).isZero();
    JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(run.at("/counts/comments").asInt()).isEqualTo(COMMENTS);
    assertThat(run.at("/counts/failed").asInt()).isZero();
    List<Integer> most = mostLivePerQuarter(log);
    System.out.printf(
        "%d comments on a heap of %s in %d s; most MB after a collection, by quarters: %s%n",
        COMMENTS, HEAP, seconds, most);
    assertThat(most.get(3)).isLessThanOrEqualTo(most.get(1) * 3 / 2 + 16);
  }

  private static List<Integer> mostLivePerQuarter(Path log) throws IOException {
    List<Integer> live = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        live.add(Integer.parseInt(collection.group(1)));
      }
    }
    assertThat(live).as("collections").hasSizeGreaterThan(8);
    List<Integer> most = new ArrayList<>();
    for (int quarter = 0; quarter < 4; quarter++) {
      int from = live.size() * quarter / 4;
      int to = live.size() * (quarter + 1) / 4;
      most.add(live.subList(from, to).stream().mapToInt(Integer::intValue).max().orElseThrow());
    }
    return most;
  }
}
