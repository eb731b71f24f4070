package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an output folder, by name; what of {@code run.json} tells the time is left out. */
final class OutputFiles {

  private OutputFiles() {}

  /** All files, hidden ones included; empty if there is no such folder. */
  static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          contents.put(file.getFileName().toString(), content(file));
        }
      }
    }
    return contents;
  }

  /** Compares name by name, so that a difference is not printed as two whole folders. */
  static void assertSame(SortedMap<String, String> actual, SortedMap<String, String> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, content) ->
            assertThat(actual.get(name).equals(content)).as("%s is the same", name).isTrue());
  }

  private static String content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    return file.endsWith("run.json") ? withoutTimes(text) : text;
  }

  private static String withoutTimes(String report) {
    return report.replaceAll("\"(started|seconds|resumed)\" : [^\\n]*", "");
  }
}
