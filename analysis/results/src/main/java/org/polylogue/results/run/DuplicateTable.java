package org.polylogue.results.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.duplicate.NearDuplicates;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.pipeline.CancelledException;

/**
 * {@code duplicates.csv}: articles that are nearly the same, group by group in the order of the
 * input, with their similarity to the first of the group and whether they are analysed.
 */
public final class DuplicateTable {

  private List<List<NearDuplicates.Member>> groups = List.of();
  private int items;
  private final Set<String> leftOut = new HashSet<>();

  private DuplicateTable() {}

  /**
   * Reads a corpus and writes the table.
   *
   * @param reader reads the inputs; what cannot be read is passed over
   * @param inputs files and folders
   * @param onlyFirst true to leave all but the first article of each group out of the analysis
   * @param folder where the table appears once it is published
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @return what is in it
   * @throws IOException if it cannot be written
   * @throws CancelledException if the thread is interrupted
   */
  public static DuplicateTable write(
      CorpusReader reader, List<Path> inputs, boolean onlyFirst, OutputFolder folder, boolean raw)
      throws IOException {
    DuplicateTable found = new DuplicateTable();
    found.read(reader, inputs);
    CsvTable table =
        new CsvTable(
            folder.file("duplicates.csv"), raw, "group", "article_id", "similarity", "analysed");
    for (int i = 0; i < found.groups.size(); i++) {
      List<NearDuplicates.Member> group = found.groups.get(i);
      for (NearDuplicates.Member member : group) {
        boolean analysed = !onlyFirst || member == group.get(0);
        table.row(i + 1, member.id(), Math.round(member.similarity() * 1e3) / 1e3, analysed);
        if (!analysed) {
          found.leftOut.add(member.id());
        }
      }
    }
    return found;
  }

  private void read(CorpusReader reader, List<Path> inputs) {
    NearDuplicates duplicates = new NearDuplicates(NearDuplicates.DEFAULT_SIMILARITY);
    try (Stream<ReadOutcome> outcomes = reader.read(inputs)) {
      for (ReadOutcome outcome : (Iterable<ReadOutcome>) outcomes::iterator) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancelledException("interrupted while looking for duplicates");
        }
        items++;
        if (outcome instanceof ReadOutcome.Read read) {
          duplicates.add(read.conversation().article().id(), read.conversation().article().text());
        }
      }
    }
    groups = duplicates.groups();
  }

  /**
   * How many items the inputs hold.
   *
   * @return those that were read and those that could not be
   */
  public int items() {
    return items;
  }

  /**
   * How many groups there are.
   *
   * @return zero or more
   */
  public int groups() {
    return groups.size();
  }

  /**
   * The articles that are not to be analysed.
   *
   * @return their ids, possibly none
   */
  public Set<String> leftOut() {
    return Set.copyOf(leftOut);
  }
}
