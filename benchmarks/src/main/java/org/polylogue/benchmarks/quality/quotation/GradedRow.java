package org.polylogue.benchmarks.quality.quotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.polylogue.discourse.quotation.GradeTraining.Graded;
import org.polylogue.model.Quotation.Grade;
import org.polylogue.text.Span;

/**
 * A row that a reader graded.
 *
 * @param document file of an article or id of a comment
 * @param graded the attribution
 * @param extent whether its content is about right
 */
record GradedRow(String document, Graded graded, boolean extent) {

  private static final int COLUMNS = 5;

  boolean isSaid() {
    return graded.grade().filter(grade -> grade == Grade.SAID).isPresent();
  }

  /** The rows of a table; those on which two readers differ are left out. */
  static List<GradedRow> read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return read(lines, file.toString());
    }
  }

  static List<GradedRow> read(BufferedReader lines, String name) throws IOException {
    List<GradedRow> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] cells = line.split("\t", -1);
      if (number == 1 || line.startsWith("#")) {
        continue;
      }
      if (cells.length < COLUMNS) {
        throw new IOException(name + ", line " + number + ": not a graded quotation");
      }
      if (!cells[3].equals("S?")) {
        Graded graded = new Graded(spans(cells[1]), cells[2], grade(cells[3]));
        rows.add(new GradedRow(cells[0], graded, cells[4].equals("1")));
      }
    }
    return rows;
  }

  private static Optional<Grade> grade(String letter) {
    return switch (letter) {
      case "S" -> Optional.of(Grade.SAID);
      case "T" -> Optional.of(Grade.THOUGHT);
      case "A" -> Optional.of(Grade.ATTITUDE);
      default -> Optional.empty();
    };
  }

  private static List<Span> spans(String cell) {
    return Arrays.stream(cell.split(","))
        .map(part -> part.split("-"))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }
}
