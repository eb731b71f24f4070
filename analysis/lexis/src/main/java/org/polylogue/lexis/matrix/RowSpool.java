package org.polylogue.lexis.matrix;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Rows of a matrix on disk, in sorted runs that are merged when they are read; rows with the same
 * key are added up, and rows without a key stay as they came. For one thread.
 */
final class RowSpool implements AutoCloseable {

  /** Runs that are open at once. */
  private static final int MOST_RUNS = 64;

  private static final Comparator<List<String>> ORDER = RowSpool::compare;

  private final Path place;
  private final List<Path> runs = new ArrayList<>();
  private DataOutputStream writer;
  private int made;

  /** A row; features rise. */
  record Row(
      List<String> key, String name, Map<String, String> facts, int[] features, int[] counts) {}

  /** Takes rows. */
  interface Taker {
    void take(Row row) throws IOException;
  }

  /** Files have this name with a number after it. */
  RowSpool(Path place) {
    this.place = place;
  }

  /** What comes now need not sort after what came before. */
  void startRun() throws IOException {
    closeWriter();
    if (runs.size() == MOST_RUNS) {
      List<Path> old = List.copyOf(runs);
      runs.clear();
      openRun();
      merge(old, this::write);
      closeWriter();
      for (Path run : old) {
        Files.delete(run);
      }
    }
    openRun();
  }

  private void openRun() throws IOException {
    Path run = place.resolveSibling(place.getFileName() + "." + made++);
    runs.add(run);
    writer = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)));
  }

  void write(Row row) throws IOException {
    if (writer == null) {
      openRun();
    }
    writer.writeInt(row.key().size());
    for (String part : row.key()) {
      write(part);
    }
    write(row.name());
    writer.writeInt(row.facts().size());
    for (Map.Entry<String, String> fact : row.facts().entrySet()) {
      write(fact.getKey());
      write(fact.getValue());
    }
    writer.writeInt(row.features().length);
    for (int i = 0; i < row.features().length; i++) {
      writer.writeInt(row.features()[i]);
      writer.writeInt(row.counts()[i]);
    }
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writer.writeInt(bytes.length);
    writer.write(bytes);
  }

  /** All rows in the order of their keys, or as they came if they have none. */
  void forEach(Taker taker) throws IOException {
    closeWriter();
    merge(runs, taker);
  }

  private void closeWriter() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  private static void merge(List<Path> runs, Taker taker) throws IOException {
    List<Run> open = new ArrayList<>();
    try {
      PriorityQueue<Run> next =
          new PriorityQueue<>(
              Comparator.comparing((Run run) -> run.row.key(), ORDER)
                  .thenComparingInt(run -> run.number));
      for (Path path : runs) {
        Run run = new Run(path, open.size());
        open.add(run);
        if (run.advance()) {
          next.add(run);
        }
      }
      Row last = null;
      while (!next.isEmpty()) {
        Run run = next.poll();
        Row row = run.row;
        if (last != null && !row.key().isEmpty() && row.key().equals(last.key())) {
          last = sum(last, row);
        } else {
          if (last != null) {
            taker.take(last);
          }
          last = row;
        }
        if (run.advance()) {
          next.add(run);
        }
      }
      if (last != null) {
        taker.take(last);
      }
    } finally {
      for (Run run : open) {
        run.in.close();
      }
    }
  }

  private static Row sum(Row one, Row other) {
    TreeMap<Integer, Integer> sums = new TreeMap<>();
    for (Row row : List.of(one, other)) {
      for (int i = 0; i < row.features().length; i++) {
        sums.merge(row.features()[i], row.counts()[i], Math::addExact);
      }
    }
    return new Row(
        one.key(),
        one.name(),
        one.facts(),
        sums.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sums.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /** As {@link TextUnits} sorts them. */
  private static int compare(List<String> one, List<String> other) {
    return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
  }

  /** A run that is read. */
  private static final class Run {
    private final DataInputStream in;
    private final int number;
    private Row row;

    Run(Path file, int number) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      this.number = number;
    }

    boolean advance() throws IOException {
      int parts;
      try {
        parts = in.readInt();
      } catch (EOFException e) {
        return false;
      }
      String[] key = new String[parts];
      for (int i = 0; i < parts; i++) {
        key[i] = text();
      }
      String name = text();
      Map<String, String> facts = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        facts.put(text(), text());
      }
      int[] features = new int[in.readInt()];
      int[] counts = new int[features.length];
      for (int i = 0; i < features.length; i++) {
        features[i] = in.readInt();
        counts[i] = in.readInt();
      }
      row = new Row(List.of(key), name, facts, features, counts);
      return true;
    }

    private String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeWriter();
    } finally {
      for (Path run : runs) {
        Files.deleteIfExists(run);
      }
    }
  }
}
