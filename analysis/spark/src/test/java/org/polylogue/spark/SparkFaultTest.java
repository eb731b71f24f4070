package org.polylogue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.polylogue.spark.LocalSession.local;
import static org.polylogue.spark.LocalSession.rows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Conversation;

/** Spark 4.0 runs on Java 17 and 21. */
@EnabledForJreRange(
    max = JRE.JAVA_21,
    disabledReason = "the Hadoop client of Spark 4.0 does not run on newer Java")
class SparkFaultTest {

  private static final int KILLS = Integer.getInteger("polylogue.kills", 0);
  private static final long SEED = Long.getLong("polylogue.seed", 1);

  private static SparkSession session;

  @TempDir Path temp;

  @BeforeAll
  static void start() {
    session = LocalSession.get();
    FullDisk.register(session.sparkContext().hadoopConfiguration());
  }

  private static String input() {
    return LocalSession.samples().resolve("articles.jsonl").toString();
  }

  private static SparkDiscourse spark() {
    return new SparkDiscourse(
            LocalSession.get(), CapitalNames::new, SparkSettings.DEFAULT.withPartitions(2))
        .withReport(counts -> "{\"articles\": " + counts.articles() + "}");
  }

  private static void assertWhole(Path out, List<Conversation> corpus) throws IOException {
    for (Table<?> table : DiscourseTable.all(Layers.STANDARD)) {
      assertThat(rows(out.toString(), table.name()))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(local(table.name(), corpus));
    }
    assertThat(out.resolve("run.json")).content().contains("" + corpus.size());
    assertThat(Path.of(out + ".partial")).doesNotExist();
  }

  private static List<Conversation> corpus() {
    return LocalSession.read(CorpusReader.standard().read(Path.of(input())));
  }

  @Test
  void aDiskThatFillsUpAtAnyStageLeavesNoOutputAndTheSameCallIsCompleteOnceThereIsRoom()
      throws IOException {
    Path out = temp.resolve("out");
    String named = "full://" + out;
    for (String file : List.of("staged", "articles.parquet", "actors.parquet", "run.json")) {
      FullDisk.fillAt(file);
      assertThatThrownBy(() -> spark().run(List.of(input()), named))
          .as(file)
          .hasStackTraceContaining("No space left on device");
      assertThat(out).doesNotExist();
    }
    FullDisk.makeRoom();
    spark().run(List.of(input()), named);
    assertWhole(out, corpus());
  }

  @Test
  void aRunThatIsKilledLeavesNoOutputAndTheSameCallIsCompleteAfterwards() throws Exception {
    assumeTrue(KILLS > 0, "say how many kills with -Dpolylogue.kills=");
    Random random = new Random(SEED);
    List<Conversation> corpus = corpus();
    int kills = 0;
    int writing = 0;
    for (int run = 0; kills < KILLS; run++) {
      Path out = temp.resolve("out" + run);
      Path tables = Path.of(out + ".partial", "tables");
      Process process = child(out).start();
      boolean inTables = random.nextBoolean();
      Path moment = inTables ? tables : tables.getParent();
      while (process.isAlive() && !Files.exists(moment)) {
        Thread.onSpinWait();
      }
      process.waitFor(random.nextInt(inTables ? 200 : 1000), TimeUnit.MILLISECONDS);
      boolean begun = Files.exists(tables);
      process.destroyForcibly();
      if (process.waitFor() == 128 + 9) {
        kills++;
        writing += begun ? 1 : 0;
      }
      if (!Files.exists(out)) {
        spark().run(List.of(input()), out.toString());
      }
      assertWhole(out, corpus);
    }
    System.out.printf(
        "%d kills with seed %d, %d of them after the first table was begun; all results whole%n",
        kills, SEED, writing);
  }

  /** Runs what the test is to kill. */
  static final class Child {
    public static void main(String[] args) throws IOException {
      spark().run(List.of(input()), args[0]);
    }
  }

  private ProcessBuilder child(Path out) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.matches("-X.*|--add-opens.*"))
        .forEach(command::add);
    command.add("-Dpolylogue.root=" + System.getProperty("polylogue.root", "."));
    String own = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", own)));
    command.addAll(List.of(Child.class.getName(), out.toString()));
    Path log = temp.resolve("log");
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  }
}
