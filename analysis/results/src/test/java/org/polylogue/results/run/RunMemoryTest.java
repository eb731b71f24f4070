package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.text.OffsetUnit;

class RunMemoryTest {

  private static final int PAGES = 25;

  @TempDir Path temp;

  private final AtomicInteger computed = new AtomicInteger();

  private void pages() throws IOException {
    Files.createDirectories(temp.resolve("in"));
    for (int i = 0; i < PAGES; i++) {
      Files.writeString(
          temp.resolve("in/p" + (10 + i) + ".txt"),
          "Title "
              + i
              + "\n\nText.\n\n2 comments\n  1. +"
              + i
              + "\n    One.\n  3.1. +1\n    Two.\n");
    }
  }

  private Discourse empty(Conversation conversation) {
    computed.incrementAndGet();
    if (conversation.article().id().equals("p17")) {
      throw new IllegalStateException("planted fault");
    }
    List<DocumentDiscourse> found =
        conversation.documents().stream()
            .map(Document::id)
            .map(
                id ->
                    new DocumentDiscourse(
                        id, List.of(), List.of(), List.of(), List.of(), List.of()))
            .toList();
    return new Discourse(conversation, List.of(), found, List.of());
  }

  /** Runs until the output takes no more, as on a full disk or at a kill. */
  private void run(String out, boolean resume, int until) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(out));
    Analysis<Conversation, Discourse> analysis = (conversation, scope) -> empty(conversation);
    AtomicInteger added = new AtomicInteger();
    ResultFile kill =
        discourse -> {
          if (added.incrementAndGet() > until) {
            throw new IOException("killed");
          }
        };
    try (OutputFolder files = OutputFolder.open(folder);
        RunMemory memory =
            RunMemory.open(
                folder, resume, new TreeMap<>(Map.of("version", "1")), Layers.STANDARD)) {
      List<ResultFile> results =
          List.of(
              new DiscourseLines(files, OffsetUnit.UTF_16),
              new DiscourseTables(files, Layers.STANDARD, false),
              new FailureLog(files),
              kill);
      new AnalysisRun(CorpusReader.standard(), memory.of(analysis), 2)
          .run(List.of(temp.resolve("in")), results, new NoticeTable(files, false), () -> {});
      files.publish();
      memory.published();
    }
  }

  @Test
  void aRunKilledAnywhereAndResumedGivesTheBytesOfAnUnbrokenOne() throws IOException {
    pages();
    run("whole", false, PAGES);
    assertThat(temp.resolve("whole/.polylogue-journal")).doesNotExist();
    Random random = new Random(7);
    for (int round = 0; round < 15; round++) {
      String out = "out" + round;
      int until = random.nextInt(PAGES - 1);
      assertThatThrownBy(() -> run(out, false, until)).hasMessage("killed");
      Path journal = temp.resolve(out).resolve(".polylogue-journal");
      byte[] kept = Files.readAllBytes(journal);
      Files.write(journal, Arrays.copyOf(kept, kept.length - random.nextInt(kept.length / 3)));
      run(out, true, PAGES);
      for (String name :
          List.of(
              "discourse.jsonl", "articles.csv", "comments.csv", "failures.jsonl", "notices.csv")) {
        assertThat(temp.resolve(out).resolve(name))
            .hasSameBinaryContentAs(temp.resolve("whole").resolve(name));
      }
      assertThat(journal).doesNotExist();
    }
  }

  @Test
  void whatIsKeptIsNotComputedAgainAndChangedInputsAre() throws IOException {
    pages();
    assertThatThrownBy(() -> run("out", false, 20)).hasMessage("killed");
    int before = computed.getAndSet(0);
    assertThat(before).isGreaterThanOrEqualTo(20);
    Files.writeString(temp.resolve("in/p10.txt"), "Title\n\nAnother text.\n");
    run("out", true, PAGES);
    assertThat(computed.get())
        .as("the changed page, the failing one, and what was not reached")
        .isBetween(2, PAGES - 20 + 2);
  }

  @Test
  void aSecondRunIntoAFolderIsRefusedAndLeavesTheFirstOneItsJournal() throws IOException {
    pages();
    assertThatThrownBy(() -> run("out", false, 20)).hasMessage("killed");
    Path folder = temp.resolve("out");
    TreeMap<String, String> identity = new TreeMap<>(Map.of("version", "1"));
    try (RunMemory first = RunMemory.open(folder, true, identity, Layers.STANDARD)) {
      int kept = first.recovered();
      for (boolean resume : new boolean[] {false, true}) {
        assertThatThrownBy(() -> RunMemory.open(folder, resume, identity, Layers.STANDARD))
            .hasMessageContaining(".polylogue-journal")
            .hasMessageContaining("in use by another run");
      }
      assertThat(first.size()).isEqualTo(kept).isGreaterThan(15);
    }
    run("out", true, PAGES);
  }

  @Test
  void aLinkInThePlaceOfTheJournalIsNotFollowed() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("out"));
    Path foreign = Files.writeString(temp.resolve("foreign"), "precious");
    Files.createSymbolicLink(folder.resolve(".polylogue-journal"), foreign);
    RunMemory.open(folder, false, new TreeMap<>(Map.of("version", "1")), Layers.STANDARD).close();
    assertThat(foreign).hasContent("precious");
  }
}
