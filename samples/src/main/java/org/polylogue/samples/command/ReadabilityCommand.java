package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.polylogue.lexis.measure.Readability;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import picocli.CommandLine;

/** {@code polylogue readability}. */
@CommandLine.Command(
    name = "readability",
    description = "Tells how hard the English of a slice, or of groups, is to read.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Columns: flesch reading ease (higher is easier), kincaid, fog and smog grades (years "
          + "of school). Syllables are counted by spelling. Under a hundred words they say little.",
      "",
      "Example: polylogue readability results --groups outlet --slice kind=article"
    })
public final class ReadabilityCommand implements Callable<Integer> {

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.Option(names = "--slice", paramLabel = "SLICE", description = "Where to look.")
  private String slice;

  @CommandLine.Option(
      names = "--groups",
      paramLabel = "FACT",
      description =
          "A row for each value of a fact about documents or speakers, such as outlet or party.")
  private String groups;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ReadabilityCommand() {}

  @Override
  public Integer call() throws IOException {
    CorpusIndex corpus = inputs.read(spec);
    Subcorpus all = LexisInputs.subcorpus(corpus.index(), slice);
    Map<String, Subcorpus> parts =
        groups == null ? Map.of("all", all) : LexisInputs.groups(all, groups);
    List<List<Object>> rows = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          if (!part.isEmpty()) {
            rows.add(row(name, part));
          }
        });
    output.print(
        spec,
        List.of("group", "words", "sentences", "syllables", "flesch", "kincaid", "fog", "smog"),
        TableOptions.of(rows),
        LexisInputs.none(all, slice, "no group holds a word of the slice"));
    return LexisInputs.exitCode(corpus);
  }

  private static List<Object> row(String name, Subcorpus part) {
    Readability counts = Readability.of(part);
    return Arrays.asList(
        name,
        counts.words(),
        counts.sentences(),
        counts.syllables(),
        counts.fleschReadingEase(),
        counts.fleschKincaidGrade(),
        counts.gunningFog(),
        counts.smogGrade());
  }
}
