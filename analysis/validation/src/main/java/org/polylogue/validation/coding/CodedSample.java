package org.polylogue.validation.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.polylogue.results.run.CsvRows;

/**
 * What people coded: rows of a sample with codes by coder. Immutable and thread-safe.
 *
 * @param task what was asked
 * @param rows by id, in the order of the files; those without a code too
 * @param coders their names, in the order of the files
 */
public record CodedSample(CodingTask task, Map<String, Row> rows, List<String> coders) {

  /**
   * The columns of a sample, in order; {@code machine} stands before {@code coder} if it is shown.
   */
  static final List<String> COLUMNS =
      List.of(
          "row",
          "article_id",
          "document_id",
          "title",
          "about",
          "answered",
          "before",
          "text",
          "after",
          "code",
          "note",
          "coder",
          "stratum",
          "stratum_rows",
          "inclusion",
          "task");

  private static final List<String> NEEDED =
      List.of("row", "code", "stratum", "stratum_rows", "task");

  /**
   * A row of the sample.
   *
   * @param id of the row
   * @param stratum its stratum, from 1
   * @param stratumRows rows of its stratum
   * @param codes by coder, in the order of the files
   */
  public record Row(String id, int stratum, int stratumRows, Map<String, String> codes) {

    /** Copies the codes. */
    public Row {
      codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /**
     * The code that most coders gave; among equals the one of whoever comes first.
     *
     * @return the code; empty if nobody gave one
     */
    public Optional<String> code() {
      Map<String, Integer> votes = new LinkedHashMap<>();
      codes.values().forEach(code -> votes.merge(code, 1, Integer::sum));
      String best = null;
      for (Map.Entry<String, Integer> vote : votes.entrySet()) {
        if (best == null || vote.getValue() > votes.get(best)) {
          best = vote.getKey();
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /** Checks that all parts are there and copies them. */
  public CodedSample {
    java.util.Objects.requireNonNull(task, "task");
    rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    coders = List.copyOf(coders);
  }

  /**
   * Reads codes. A coder is named by the column {@code coder}, otherwise by the file or folder.
   *
   * @param files tables as {@code polylogue sample} writes them, filled in; also folders of brat or
   *     WebAnno beside the table of their sample
   * @return the codes
   * @throws IOException if a file cannot be read, lacks a column, or is of another sample; the
   *     message names it
   */
  public static CodedSample read(List<Path> files) throws IOException {
    CodingTask task = null;
    Map<String, int[]> places = new LinkedHashMap<>();
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    List<String> coders = new ArrayList<>();
    for (Path file : files) {
      if (isAnnotation(file)) {
        continue;
      }
      try (CsvRows table = CsvRows.open(file)) {
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(table.columns());
        if (!missing.isEmpty()) {
          throw new IOException(file + " has no column " + String.join(", ", missing));
        }
        while (table.hasNext()) {
          Map<String, String> cells = table.next();
          try {
            CodingTask one = CodingTask.parse(cells.get("task"));
            if (task != null && !task.equals(one)) {
              throw new IOException(file + " is of another sample than " + files.get(0));
            }
            task = one;
            String id = cells.get("row");
            int[] place = {
              Integer.parseInt(cells.get("stratum")), Integer.parseInt(cells.get("stratum_rows"))
            };
            int[] before = places.putIfAbsent(id, place);
            if (before != null && !java.util.Arrays.equals(before, place)) {
              throw new IOException(file + " is of another sample than " + files.get(0));
            }
            String coder = cells.getOrDefault("coder", "").strip();
            String code = cells.get("code").strip();
            codes.computeIfAbsent(id, key -> new LinkedHashMap<>());
            if (!code.isEmpty()) {
              String name = coder.isEmpty() ? name(file) : coder;
              if (!coders.contains(name)) {
                coders.add(name);
              }
              codes.get(id).put(name, code);
            }
          } catch (IllegalArgumentException e) {
            throw new IOException(file + ", row " + cells.get("row") + ": " + e.getMessage(), e);
          }
        }
      }
    }
    if (task == null) {
      throw new IOException(files + ": no rows; give the sample.csv too, it tells what was drawn");
    }
    for (Path file : files) {
      if (isAnnotation(file)) {
        String coder = name(file);
        coders.add(coder);
        for (Map.Entry<String, String> code : CodingAnnotations.read(file).entrySet()) {
          if (!codes.containsKey(code.getKey())) {
            throw new IOException(file + " is of another sample than " + files.get(0));
          }
          codes.get(code.getKey()).put(coder, code.getValue());
        }
      }
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    places.forEach((id, place) -> rows.put(id, new Row(id, place[0], place[1], codes.get(id))));
    return new CodedSample(task, rows, coders);
  }

  private static boolean isAnnotation(Path file) {
    return Files.isDirectory(file) || file.toString().endsWith(".tsv");
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * The codes that occur.
   *
   * @return sorted
   */
  public List<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    rows.values().forEach(row -> codes.addAll(row.codes().values()));
    return List.copyOf(codes);
  }

  /**
   * How many rows each coded row stands for, as far as its stratum was coded.
   *
   * @return by id of the row; rows without a code are not in it
   */
  public Map<String, Double> weights() {
    Map<Integer, Integer> coded = new LinkedHashMap<>();
    for (Row row : rows.values()) {
      if (row.code().isPresent()) {
        coded.merge(row.stratum(), 1, Integer::sum);
      }
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Row row : rows.values()) {
      if (row.code().isPresent()) {
        weights.put(row.id(), (double) row.stratumRows() / coded.get(row.stratum()));
      }
    }
    return weights;
  }
}
