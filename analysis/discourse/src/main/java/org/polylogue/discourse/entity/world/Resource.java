package org.polylogue.discourse.entity.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.polylogue.language.WordLists;

/** The TAB-separated tables of this package. */
final class Resource {

  private static final WordLists PARTS = WordLists.of(Resource.class, "parts.tsv");

  private Resource() {}

  /** A list of parts of names. */
  static Set<String> parts(String list) {
    return PARTS.list(list);
  }

  /** The rows after the header; lines that start with # are comments. */
  static List<String[]> rows(String name, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(WordLists.open(Resource.class, name))) {
      boolean header = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (header) {
          header = false;
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
          throw new IllegalStateException(name + ": " + row.length + " columns in: " + line);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The entries of a cell that are separated by semicolons. */
  static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
  }
}
