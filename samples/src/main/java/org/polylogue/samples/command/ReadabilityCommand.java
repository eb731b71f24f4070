package org.polylogue.samples.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.lexis.measure.Readability;
import org.polylogue.lexis.slice.Subcorpus;
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
      "Example: polylogue readability results --by outlet --slice kind=article"
    })
public final class ReadabilityCommand implements Callable<Integer> {

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.Mixin private GroupOptions groups;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ReadabilityCommand() {}

  @Override
  public Integer call() throws IOException {
    Subcorpus all = where.read(spec);
    output.print(
        spec,
        List.of("group", "words", "sentences", "syllables", "flesch", "kincaid", "fog", "smog"),
        TableOptions.of(groups.rows(all, ReadabilityCommand::row)),
        where.none(all, "no group holds a word of the slice"));
    return where.exitCode();
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
