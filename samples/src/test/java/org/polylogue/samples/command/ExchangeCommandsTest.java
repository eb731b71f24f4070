package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Conversation;
import org.polylogue.samples.Main;

class ExchangeCommandsTest {

  private static final Path PAGES =
      Path.of(System.getProperty("polylogue.root", "..")).resolve("samples/corpus/html");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"convokit", "jsonl", "csv"})
  void conversationsComeBackEqualFromEveryFormatThatHoldsThem(String format) {
    Path target = folder.resolve(format.equals("jsonl") ? "c.jsonl" : format);
    assertThat(run("convert", PAGES.toString(), target.toString(), "--to", format)).isZero();
    assertThat(out.toString()).contains("3 items converted");
    List<Conversation> expected = new ArrayList<>();
    for (Conversation conversation : read(PAGES)) {
      expected.add(conversation);
    }
    if (format.equals("csv")) {
      assertThat(out.toString()).contains("dropped: attributes of publications (3)");
      assertThat(read(target)).hasSize(3);
      assertThat(read(target).get(0).comments()).isEqualTo(expected.get(0).comments());
    } else {
      assertThat(read(target)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"brat", "webanno"})
  void annotationFoldersAreWrittenComparedAndConvertedOn(String format) throws IOException {
    Path a = folder.resolve("a");
    Files.createDirectories(a);
    Files.writeString(a.resolve("d.txt"), "She said they left. He agreed.");
    Files.writeString(
        a.resolve("d.ann"),
        "T1\tContent 9 18\tthey left\nT2\tCue 4 8\tsaid\nA1\tkind T1 INDIRECT\n"
            + "T3\tCue 4 8\tsaid\nE1\tAttribution:T3 Content:T1 Cue:T2\n");
    Path b = folder.resolve("b");
    assertThat(run("convert", a.toString(), b.toString(), "--to", format)).isZero();
    assertThat(out.toString()).doesNotContain("dropped");
    out.getBuffer().setLength(0);
    assertThat(run("agreement", a.toString(), b.toString(), "--format", "csv")).isZero();
    assertThat(out.toString())
        .contains("Content,spans,1,1,1.0,1.0,1.0,1.0,")
        .contains("Content,kind,1,1,,,,,1.0,,");
  }

  /** The rules of brat's own verifier: what a file uses, its configuration declares. */
  @Test
  void aFolderForBratUsesOnlyWhatItsConfigurationDeclares() throws IOException {
    Path results = Debates.write(folder.resolve("results"));
    Path brat = folder.resolve("brat");
    assertThat(run("convert", results.toString(), brat.toString(), "--to", "brat")).isZero();
    Map<String, Set<String>> declared = new HashMap<>();
    String section = "";
    for (String line : Files.readAllLines(brat.resolve("annotation.conf"))) {
      if (line.startsWith("[")) {
        section = line;
      } else if (section.equals("[attributes]") && !line.isBlank()) {
        for (String owner : line.replaceFirst(".*Arg:([^,]+),.*", "$1").split("\\|")) {
          for (String value : line.replaceFirst(".*Value:", "").split("\\|")) {
            declared
                .computeIfAbsent(section, s -> new HashSet<>())
                .add(line.split("\t")[0] + " " + owner + " " + value);
          }
        }
      } else if (!line.isBlank()) {
        declared.computeIfAbsent(section, s -> new HashSet<>()).add(line.split("\t")[0]);
      }
    }
    int lines = 0;
    try (Stream<Path> files = Files.list(brat)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ann")).toList()) {
        Map<String, String> types = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
          String[] columns = line.split("\t");
          String[] parts = columns[1].split(" ");
          lines++;
          switch (columns[0].charAt(0)) {
            case 'T' -> types.put(columns[0], parts[0]);
            case 'E' -> assertThat(declared.get("[events]")).contains(parts[0].split(":")[0]);
            case 'R' -> assertThat(declared.get("[relations]")).contains(parts[0]);
            case 'A' ->
                assertThat(declared.get("[attributes]"))
                    .contains(parts[0] + " " + types.get(parts[1]) + " " + parts[2]);
            default -> assertThat(columns[0]).startsWith("#");
          }
        }
        assertThat(types.values())
            .allMatch(
                type ->
                    declared.get("[entities]").contains(type)
                        || declared.get("[events]").contains(type));
      }
    }
    assertThat(lines).isGreaterThan(50);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path target = folder.resolve("there.jsonl");
    Files.writeString(target, "mine");
    assertThat(run("convert", PAGES.toString(), target.toString(), "--to", "jsonl")).isEqualTo(2);
    assertThat(err.toString()).contains("is there").contains("name a place");
    assertThat(target).hasContent("mine");
  }

  @Test
  void failuresAreListedAndLeaveNoTraceIfNothingWasConverted() throws IOException {
    Path page = folder.resolve("in").resolve("empty.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "<!doctype html><html><body></body></html>");
    Path target = folder.resolve("out");
    assertThat(run("convert", page.getParent().toString(), target.toString(), "--to", "brat"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("no article was found");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(page.getParent());
    }
  }

  @Test
  void agreementNeedsAnnotations() {
    assertThat(run("agreement", PAGES.toString(), PAGES.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("holds no annotations");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private static List<Conversation> read(Path path) {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(path)) {
      return outcomes.map(outcome -> ((ReadOutcome.Read) outcome).conversation()).toList();
    }
  }
}
