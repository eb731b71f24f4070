package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {

  @TempDir Path temp;

  @Test
  void anInputThatCannotBeReadDoesNotEndTheRun() throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeTrue(Files.isRegularFile(unreadable), "no file that nobody can read from its start");
    Files.writeString(temp.resolve("a.txt"), "text");
    Path link = Files.createSymbolicLink(temp.resolve("b.txt"), unreadable);
    assertThat(RunManifest.hashes(List.of(temp)))
        .hasSize(2)
        .containsEntry(link.toString(), "cannot be read");
  }
}
