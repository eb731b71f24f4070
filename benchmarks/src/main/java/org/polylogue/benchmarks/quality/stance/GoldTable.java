package org.polylogue.benchmarks.quality.stance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the CSV files of a gold set and writes predictions. */
final class GoldTable {

  private GoldTable() {}

  /** The file itself, or all CSV files of the folder in the order of their names. */
  static List<Path> files(Path gold) throws IOException {
    if (!Files.isDirectory(gold)) {
      return List.of(gold);
    }
    try (Stream<Path> entries = Files.list(gold)) {
      List<Path> files =
          entries
              .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("no CSV file in " + gold + "; give --gold FILE");
      }
      return files;
    }
  }

  /** One row each: its number from 0, TAB, the label. */
  static void write(Path file, List<String> labels) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      rows.append(i).append('\t').append(labels.get(i)).append('\n');
    }
    Files.writeString(file, rows, StandardCharsets.UTF_8);
  }
}
