package org.polylogue.benchmarks.quality.sentiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the file that is meant when its folder is given. */
final class GoldFile {

  private GoldFile() {}

  /**
   * The file itself, or the one file of a folder with an ending and, where there are several, whose
   * name begins with "train" or not, as asked.
   */
  static Path find(Path gold, String ending, boolean training) throws IOException {
    if (Files.isRegularFile(gold)) {
      return gold;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(gold)) {
      files = all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
    }
    if (files.size() > 1) {
      files =
          files.stream()
              .filter(file -> file.getFileName().toString().startsWith("train") == training)
              .toList();
    }
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          gold + ": " + files.size() + " files *" + ending + " to choose from; name the one meant");
    }
    return files.get(0);
  }

  static List<String> lines(Path file) throws IOException {
    try {
      return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\r?\n", -1));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": not UTF-8", e);
    }
  }
}
