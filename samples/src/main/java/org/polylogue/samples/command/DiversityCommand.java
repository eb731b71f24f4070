package org.polylogue.samples.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.lexis.measure.LexicalDiversity;
import org.polylogue.lexis.slice.Subcorpus;
import picocli.CommandLine;

/** {@code polylogue diversity}. */
@CommandLine.Command(
    name = "diversity",
    description = "Tells how varied the words of a slice, or of groups, are.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Columns: ttr types over words, which falls with length; mattr its mean over windows "
          + "(Covington and McFall 2010), mtld and hdd (McCarthy and Jarvis 2010), which do not; "
          + "empty where there are too few words.",
      "",
      "Example: polylogue diversity results --by party --slice voice=source"
    })
public final class DiversityCommand implements Callable<Integer> {

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.Mixin private GroupOptions groups;

  @CommandLine.Option(
      names = "--window",
      paramLabel = "N",
      description = "Words of a window of mattr, 100 by default.")
  private int window = 100;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public DiversityCommand() {}

  @Override
  public Integer call() throws IOException {
    if (window < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--window is at least 1");
    }
    Subcorpus all = where.read(spec);
    output.print(
        spec,
        List.of("group", "words", "types", "ttr", "mattr", "mtld", "hdd"),
        TableOptions.of(groups.rows(all, this::row)),
        where.none(all, "no group holds a word of the slice"));
    return where.exitCode();
  }

  private List<Object> row(String name, Subcorpus part) {
    List<String> words = part.words();
    LexicalDiversity diversity = LexicalDiversity.of(words);
    return Arrays.asList(
        name,
        words.size(),
        new HashSet<>(words).size(),
        diversity.typeTokenRatio(),
        diversity.movingAverageTypeTokenRatio(window),
        diversity.mtld(LexicalDiversity.MTLD_THRESHOLD),
        diversity.hdd(LexicalDiversity.HDD_SAMPLE));
  }
}
