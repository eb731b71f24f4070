package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.lexis.ngram.NGram;
import org.polylogue.lexis.ngram.NGrams;
import org.polylogue.lexis.slice.Subcorpus;
import picocli.CommandLine;

/** {@code polylogue ngrams}. */
@CommandLine.Command(
    name = "ngrams",
    description = "Lists sequences of words that come back.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Sequences break at punctuation and at the ends of sentences. Lexical bundles "
          + "(Biber et al. 1999) are --n 4 --per-million 10 --min-range 5.",
      "",
      "Example: polylogue ngrams results --n 4 --slice voice=commenter"
    })
public final class NgramsCommand implements Callable<Integer> {

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.Option(
      names = "--n",
      paramLabel = "N",
      description = "Words of a sequence, 1 to 20; 2 by default.")
  private int length = 2;

  @CommandLine.Mixin private CountOptions count;

  @CommandLine.Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Least count, 2 by default.")
  private long minimumCount = 2;

  @CommandLine.Option(
      names = "--per-million",
      paramLabel = "N",
      description = "Least count in a million words; 0 by default.")
  private double perMillion;

  @CommandLine.Option(
      names = "--min-range",
      paramLabel = "N",
      description = "Least number of documents with the sequence.")
  private int minimumRange;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public NgramsCommand() {}

  @Override
  public Integer call() throws IOException {
    NGrams ngrams;
    try {
      ngrams =
          NGrams.ofLength(length)
              .withMinimumCount(minimumCount)
              .withMinimumRange(minimumRange)
              .countedBy(count.attribute());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    Subcorpus subcorpus = where.read(spec);
    count.attribute(subcorpus.index());
    long words = subcorpus.positions().filter(subcorpus.index()::isWord).count();
    List<List<Object>> rows = new ArrayList<>();
    for (NGram found : ngrams.of(subcorpus)) {
      double relative = found.count() * 1e6 / words;
      if (relative >= perMillion) {
        rows.add(List.of(found.text(), found.count(), relative, found.range()));
      }
    }
    output.print(
        spec,
        List.of("ngram", "count", "per-million", "range"),
        TableOptions.of(rows),
        where.none(subcorpus, "no sequence is frequent enough"));
    return where.exitCode();
  }
}
