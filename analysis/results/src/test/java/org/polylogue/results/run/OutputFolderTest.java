package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path temp;

  @Test
  void filesAppearOnlyWhenTheFolderIsPublished() throws IOException {
    try (OutputFolder folder = OutputFolder.open(temp.resolve("a/b"))) {
      folder.file("x.txt").append("ü");
      assertThat(temp.resolve("a/b/x.txt")).doesNotExist();
      folder.publish();
      assertThat(temp.resolve("a/b/x.txt")).hasContent("ü");
    }
    assertThat(names(temp.resolve("a/b"))).containsExactly("x.txt");
  }

  @Test
  void anUnpublishedRunLeavesTheEarlierFilesAndNoTrace() throws IOException {
    Files.writeString(temp.resolve("x.txt"), "old");
    try (OutputFolder folder = OutputFolder.open(temp)) {
      folder.file("x.txt").append("new");
    }
    assertThat(temp.resolve("x.txt")).hasContent("old");
    assertThat(names(temp)).containsExactly("x.txt");
  }

  @Test
  void publishingReplacesTheEarlierFile() throws IOException {
    Files.writeString(temp.resolve("x.txt"), "old");
    try (OutputFolder folder = OutputFolder.open(temp)) {
      folder.file("x.txt").append("new");
      folder.publish();
    }
    assertThat(temp.resolve("x.txt")).hasContent("new");
  }

  @Test
  void whatAKilledRunLeftIsRemovedAndWhatALivingOneWritesIsNot() throws IOException {
    Files.writeString(temp.resolve(".x.txt.999999999999-1.partial"), "dead");
    Files.writeString(temp.resolve(".x.txt.999999999999-1.partial-7.spool"), "dead");
    Files.writeString(temp.resolve(".x.txt." + ProcessHandle.current().pid() + "-1.partial"), "");
    String living = ".x.txt." + RunningProcess.current() + ".partial";
    Files.writeString(temp.resolve(living), "living");
    Files.writeString(temp.resolve(".mine.partial"), "mine");
    OutputFolder.open(temp).close();
    assertThat(names(temp)).containsExactlyInAnyOrder(living, ".mine.partial");
  }

  @Test
  void whatARunReplacedWhenItWasKilledIsPutBack() throws IOException {
    Files.writeString(temp.resolve(".x.txt.999999999999-1.old"), "earlier x");
    Files.writeString(temp.resolve("x.txt"), "of the killed run");
    Files.writeString(temp.resolve(".y.txt.999999999999-1.old"), "earlier y");
    OutputFolder.open(temp).close();
    assertThat(names(temp)).containsExactlyInAnyOrder("x.txt", "y.txt");
    assertThat(temp.resolve("x.txt")).hasContent("earlier x");
    assertThat(temp.resolve("y.txt")).hasContent("earlier y");
  }

  @Test
  void aFileThatWasNeverWrittenKeepsAllFromBeingPublished() throws IOException {
    Files.writeString(temp.resolve("a.txt"), "old");
    try (OutputFolder folder = OutputFolder.open(temp)) {
      folder.file("a.txt").append("new");
      folder.reserve("b.txt");
      assertThatThrownBy(folder::publish).isInstanceOf(IOException.class);
    }
    assertThat(names(temp)).containsExactly("a.txt");
    assertThat(temp.resolve("a.txt")).hasContent("old");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("f"), "");
    assertThatThrownBy(() -> OutputFolder.open(file)).isInstanceOf(IOException.class);
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void plantedHiddenNamesDoNotMakeAFolderUnusable() throws IOException {
    Files.createDirectories(temp.resolve("out/report.html/full"));
    Files.createDirectories(temp.resolve("out/.x.2-2.partial/full"));
    Files.createDirectories(temp.resolve("out/.y.2-2.old/full"));
    for (String name :
        List.of("...2-2.old", "....2-2.old", ".report.html.2-2.old", ".new.2-2.old")) {
      Files.writeString(temp.resolve("out").resolve(name), "planted");
    }
    try (OutputFolder folder = OutputFolder.open(temp.resolve("out"))) {
      folder.file("a.txt").write("text");
      folder.publish();
    }
    assertThat(temp.resolve("out/a.txt")).hasContent("text");
    assertThat(temp.resolve("out/report.html")).isDirectory();
    assertThat(temp.resolve("out/new")).hasContent("planted");
  }
}
