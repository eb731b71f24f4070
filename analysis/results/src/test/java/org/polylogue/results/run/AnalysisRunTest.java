package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.OffsetUnit;

class AnalysisRunTest {

  @TempDir Path temp;

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void aFailingDocumentIsListedAndAllOthersAreComplete() throws IOException {
    page("a-good", "Title\n\nText of a.\n");
    page("b-throws", "Title\n\nText of b.\n");
    Files.write(temp.resolve("in/c-broken.txt"), new byte[] {'T', (byte) 0xff, (byte) 0xfe, 'x'});
    page("d-huge", "Title\n\n" + "word ".repeat(2_000_000) + "\n");
    page("e-good", "Title\n\nText of e.\n");

    int failed = run(new Thrower("b-throws"), 2, "out");

    assertThat(failed).isEqualTo(3);
    List<JsonNode> failures = lines("out/failures.jsonl");
    assertThat(failures.get(0).get("document").asText()).isEqualTo("b-throws");
    assertThat(failures.get(0).get("stage").asText()).isEqualTo("Thrower");
    assertThat(failures.get(0).get("cause").asText())
        .contains("b-throws.txt")
        .contains("planted fault");
    assertThat(failures.get(1).get("document").asText()).contains("c-broken.txt");
    assertThat(failures.get(1).get("stage").asText()).isEqualTo("read");
    assertThat(failures.get(2).get("document").asText()).contains("d-huge.txt");
    assertThat(failures.get(2).get("cause").asText()).contains("limit");
    assertThat(lines("out/discourse.jsonl"))
        .extracting(line -> line.at("/article/id").asText())
        .containsExactly("a-good", "e-good");
    JsonNode run = mapper.readTree(temp.resolve("out/run.json").toFile());
    assertThat(run.at("/counts/articles").asInt()).isEqualTo(2);
    assertThat(run.at("/counts/failed").asInt()).isEqualTo(3);
  }

  @Test
  void filesAreTheSameBytesWithOneAndWithFourThreads() throws IOException {
    for (int i = 10; i < 40; i++) {
      page("p" + i, "Title " + i + "\n\nText.\n\n1 comments\n  1. +" + i + "\n    Comment.\n");
    }
    Files.write(temp.resolve("in/p20.txt"), new byte[] {(byte) 0xff});
    run(new Thrower("p17"), 1, "one");
    run(new Thrower("p17"), 4, "four");
    for (String name : names("one")) {
      if (!name.equals("run.json")) {
        assertThat(temp.resolve("four").resolve(name))
            .hasSameBinaryContentAs(temp.resolve("one").resolve(name));
      }
    }
  }

  @Test
  void theOrderOfTheInputsChangesOnlyTheOrderOfTheLines() throws IOException {
    Path a = page("a", "Title\n\nText of a.\n");
    Path b = page("b", "Title\n\nText of b.\n");
    run(new Thrower(""), 1, "ab", List.of(a, b));
    run(new Thrower(""), 1, "ba", List.of(b, a));
    assertThat(Files.readAllLines(temp.resolve("ab/discourse.jsonl")))
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(temp.resolve("ba/discourse.jsonl")));
  }

  @Test
  void aRunThatCannotWritePublishesNothing() throws IOException {
    page("a", "Title\n\nText of a.\n");
    ResultFile full =
        discourse -> {
          throw new IOException("no space left");
        };
    try (OutputFolder folder = OutputFolder.open(temp.resolve("out"))) {
      List<ResultFile> files = List.of(new DiscourseTables(folder, Layers.STANDARD, false), full);
      AnalysisRun run = new AnalysisRun(CorpusReader.standard(), new Thrower(""), 1);
      NoticeTable notices = new NoticeTable(folder, false);
      assertThatThrownBy(() -> run.run(List.of(temp.resolve("in")), files, notices, () -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no space left");
    }
    assertThat(names("out")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {StackOverflowError.class, OutOfMemoryError.class, IllegalStateException.class})
  void whateverIsThrownWhileAFileIsFinishedPublishesNothing(Class<? extends Throwable> kind)
      throws Exception {
    page("a", "Title\n\nText of a.\n");
    Throwable planted = kind.getConstructor().newInstance();
    ResultFile weak =
        new ResultFile() {
          @Override
          public void add(Discourse discourse) {}

          @Override
          public void finish() throws IOException {
            if (planted instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) planted;
          }
        };
    try (OutputFolder folder = OutputFolder.open(temp.resolve("out"))) {
      List<ResultFile> files = List.of(new DiscourseTables(folder, Layers.STANDARD, false), weak);
      AnalysisRun run = new AnalysisRun(CorpusReader.standard(), new Thrower(""), 1);
      NoticeTable notices = new NoticeTable(folder, false);
      assertThatThrownBy(() -> run.run(List.of(temp.resolve("in")), files, notices, () -> {}))
          .isSameAs(planted);
    }
    assertThat(names("out")).isEmpty();
  }

  @Test
  void aFileOfSomeGradesKeepsItsName() {
    ResultFile file =
        new ResultFile() {
          @Override
          public String name() {
            return "own.csv";
          }

          @Override
          public void add(Discourse discourse) {}
        };
    assertThat(file.ofGrades(Set.of()).name()).isEqualTo("own.csv");
  }

  @Test
  void whatOneFileCannotTakeIsAFailureOfThatDocumentAlone() throws IOException {
    page("a", "Title\n\nText of a.\n");
    page("b", "Title\n\nText of b.\n");
    page("c", "Title\n\nText of c.\n");
    ResultFile weak =
        discourse -> {
          switch (discourse.conversation().article().id()) {
            case "a" -> throw new StackOverflowError();
            case "b" -> throw new IllegalStateException("planted fault");
            default -> {}
          }
        };
    try (OutputFolder folder = OutputFolder.open(temp.resolve("out"))) {
      List<ResultFile> files =
          List.of(
              new DiscourseLines(folder, OffsetUnit.UTF_16),
              weak,
              new FailureLog(folder),
              new RunReport(folder, Layers.STANDARD));
      new AnalysisRun(CorpusReader.standard(), new Thrower(""), 1)
          .run(List.of(temp.resolve("in")), files, new NoticeTable(folder, false), () -> {});
      folder.publish();
    }
    assertThat(lines("out/discourse.jsonl")).hasSize(3);
    assertThat(lines("out/failures.jsonl"))
        .extracting(line -> line.get("document").asText() + " " + line.get("stage").asText())
        .containsExactly("a write", "b write");
    assertThat(Files.readString(temp.resolve("out/failures.jsonl")))
        .contains("missing in", "stack", "planted fault")
        .doesNotContain("StackOverflowError");
  }

  @Test
  void whatAPageHasBesidesItsTextsIsNoticed() throws IOException {
    page("a", "Title\n\nText of a.\n\nShare this article\n1 comments\n  1. +1\n    Comment.\n");
    run(new Thrower(""), 1, "out");
    assertThat(temp.resolve("out/notices.csv"))
        .content(StandardCharsets.UTF_8)
        .contains("FURNITURE,Share this article");
  }

  private Path page(String name, String text) throws IOException {
    Files.createDirectories(temp.resolve("in"));
    return Files.writeString(temp.resolve("in/" + name + ".txt"), text);
  }

  private int run(Analysis<Conversation, Discourse> analysis, int threads, String out)
      throws IOException {
    return run(analysis, threads, out, List.of(temp.resolve("in")));
  }

  private int run(
      Analysis<Conversation, Discourse> analysis, int threads, String out, List<Path> inputs)
      throws IOException {
    try (OutputFolder folder = OutputFolder.open(temp.resolve(out))) {
      RunReport report = new RunReport(folder, Layers.STANDARD);
      List<ResultFile> files =
          List.of(
              new DiscourseLines(folder, OffsetUnit.UTF_16),
              new DiscourseTables(folder, Layers.STANDARD, false),
              new FailureLog(folder),
              report);
      new AnalysisRun(CorpusReader.standard(), analysis, threads)
          .run(inputs, files, new NoticeTable(folder, false), () -> {});
      folder.publish();
      return (int) report.counts().failed();
    }
  }

  private List<JsonNode> lines(String file) throws IOException {
    return Files.readAllLines(temp.resolve(file)).stream()
        .map(
            line -> {
              try {
                return mapper.readTree(line);
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .toList();
  }

  private Set<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** Finds nothing anywhere, and fails at one article. */
  private record Thrower(String articleId) implements Analysis<Conversation, Discourse> {
    @Override
    public Discourse analyze(Conversation conversation, Scope scope) {
      if (conversation.article().id().equals(articleId)) {
        throw new IllegalArgumentException("planted fault");
      }
      return new Discourse(
          conversation,
          List.of(),
          conversation.documents().stream()
              .map(
                  document ->
                      new DocumentDiscourse(
                          document.id(), List.of(), List.of(), List.of(), List.of(), List.of()))
              .toList(),
          List.of());
    }
  }
}
