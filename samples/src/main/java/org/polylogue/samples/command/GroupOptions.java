package org.polylogue.samples.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.polylogue.lexis.slice.Subcorpus;
import picocli.CommandLine;

/** How subcommands that describe a part of a corpus cut it into groups. */
public final class GroupOptions {

  @CommandLine.Option(
      names = {"--by", "--groups"},
      paramLabel = "FACT",
      description =
          "A row for each value of a fact about documents or speakers, such as outlet or party.")
  private String by;

  /** Options not yet read; picocli fills them in. */
  public GroupOptions() {}

  /** A row for each group that holds a word. */
  List<List<Object>> rows(Subcorpus all, BiFunction<String, Subcorpus, List<Object>> row) {
    Map<String, Subcorpus> parts = by == null ? Map.of("all", all) : LexisInputs.groups(all, by);
    List<List<Object>> rows = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          if (!part.isEmpty()) {
            rows.add(row.apply(name, part));
          }
        });
    return rows;
  }
}
