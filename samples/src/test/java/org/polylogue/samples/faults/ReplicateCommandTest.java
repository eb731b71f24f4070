package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.samples.Main;

class ReplicateCommandTest {

  private static final int PLANTED = 50;

  @TempDir Path temp;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void analyzesTwentyPages() throws IOException {
    Files.createDirectories(temp.resolve("in"));
    for (int i = 10; i < 30; i++) {
      Files.writeString(temp.resolve("in/p" + i + ".txt"), "Title " + i + "\n\nText " + i + ".\n");
    }
    analyze("one");
  }

  private void analyze(String out, String... options) {
    List<String> args = new ArrayList<>(List.of(temp.resolve("in").toString()));
    args.addAll(List.of("--threads", "1", "--out", temp.resolve(out).toString()));
    args.addAll(List.of(options));
    PrintWriter sink = new PrintWriter(new StringWriter());
    assertThat(PlainAnalyze.run(sink, sink, args.toArray(String[]::new))).isZero();
  }

  private int replicate(String... options) {
    List<String> args = new ArrayList<>(List.of("replicate"));
    args.add(temp.resolve("one/run.json").toString());
    args.addAll(List.of(options));
    printed.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(printed, true);
    return Main.run(out, out, args.toArray(String[]::new));
  }

  @Test
  void whereNothingHasChangedItSaysSo() {
    assertThat(replicate()).isZero();
    assertThat(printed.toString()).isEqualTo("nothing has changed\n");
  }

  @Test
  void everyPlantedChangeOfAFileIsFound() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("in", "one")) {
      try (Stream<Path> all = Files.list(temp.resolve(folder))) {
        all.filter(file -> !file.endsWith("run.json")).sorted().forEach(files::add);
      }
    }
    Random random = new Random(5);
    for (int i = 0; i < PLANTED; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] before = Files.readAllBytes(file);
      int how = random.nextInt(3);
      if (how == 0) {
        Files.delete(file);
      } else if (how == 1 || before.length == 0) {
        Files.writeString(file, new String(before, "UTF-8") + " ");
      } else {
        byte[] flipped = before.clone();
        flipped[random.nextInt(flipped.length)] ^= 1;
        Files.write(file, flipped);
      }
      assertThat(replicate()).as("%s %s", how, file).isEqualTo(1);
      assertThat(printed.toString())
          .contains(file.getFileName() + (how == 0 ? " is gone" : " was "))
          .endsWith("1 changes\n");
      Files.write(file, before);
    }
    assertThat(replicate()).isZero();
  }

  @Test
  void aNewInputAnOptionAndAModelAreFound() throws IOException {
    Files.writeString(temp.resolve("in/new.txt"), "Title\n\nText.\n");
    assertThat(replicate()).isEqualTo(1);
    assertThat(printed.toString()).contains("new.txt is new");
    Files.delete(temp.resolve("in/new.txt"));

    analyze("two", "--raw-cells", "--max-depth", "7");
    assertThat(replicate("--with", temp.resolve("two/run.json").toString())).isEqualTo(1);
    assertThat(printed.toString())
        .contains("parameters: raw-cells was false, is true", "parameters: max-depth was ");

    ObjectMapper mapper = new ObjectMapper();
    Path run = temp.resolve("one/run.json");
    ObjectNode json = (ObjectNode) mapper.readTree(run.toFile());
    ((ObjectNode) json.get("provenance")).put("models", "0");
    ((ObjectNode) json.get("versions")).put("polylogue", "0");
    mapper.writeValue(run.toFile(), json);
    assertThat(replicate()).isEqualTo(1);
    assertThat(printed.toString())
        .contains("versions: polylogue was 0", "provenance: models was 0")
        .endsWith("2 changes\n");
  }

  @Test
  void whatIsNoManifestIsAWrongCall() throws IOException {
    Files.writeString(temp.resolve("one/run.json"), "{}");
    assertThat(replicate()).isEqualTo(2);
    assertThat(printed.toString()).contains("run.json");
  }
}
