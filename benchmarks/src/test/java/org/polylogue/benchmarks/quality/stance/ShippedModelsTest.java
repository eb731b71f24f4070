package org.polylogue.benchmarks.quality.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.discourse.stance.TargetStance;

/** The models that their cards call made byte for byte by a command are. */
class ShippedModelsTest {

  @TempDir private Path folder;

  @Test
  void theModelOfTargetsIsMadeByItsCommand() throws IOException {
    same(new TargetStanceTask(), "semeval2016-stance/train.csv", "target-stance.model");
  }

  @Test
  void theModelOfRepliesIsMadeByItsCommand() throws IOException {
    same(new ReplyStanceTask(), "reply-agreement/SubReddit-MaskMandate.csv", "reply-stance.model");
  }

  private void same(TrainTask task, String data, String model) throws IOException {
    Path gold = Path.of(System.getProperty("polylogue.root", ".."), "../shared/gold").resolve(data);
    assumeTrue(Files.exists(gold), "no " + gold);
    Path made = folder.resolve(model);
    task.train(gold, made, new PrintWriter(PrintWriter.nullWriter()));
    try (InputStream shipped = TargetStance.class.getResourceAsStream(model)) {
      assertThat(Files.readAllBytes(made)).isEqualTo(shipped.readAllBytes());
    }
  }
}
