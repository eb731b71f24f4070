package org.polylogue.samples.command;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.lexis.concordance.Concordance;
import org.polylogue.lexis.concordance.ConcordanceLine;
import org.polylogue.lexis.concordance.SortKey;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import picocli.CommandLine;

/** {@code polylogue kwic}. */
@CommandLine.Command(
    name = "kwic",
    description = "Shows a word in its contexts (key word in context).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Example: polylogue kwic results --word climat* --slice voice=source --sort " + "1R,2R"
    })
public final class KwicCommand implements Callable<Integer> {

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.ArgGroup(multiplicity = "1")
  private NodeOptions node;

  @CommandLine.Option(names = "--slice", paramLabel = "SLICE", description = "Where to look.")
  private String slice;

  @CommandLine.Option(
      names = "--window",
      paramLabel = "N",
      description = "Words on each side, 10 by default.")
  private int window = 10;

  @CommandLine.Option(names = "--sentence", description = "Cut lines where the sentence ends.")
  private boolean sentence;

  @CommandLine.Option(
      names = "--sort",
      paramLabel = "KEYS",
      description =
          "Up to three places to sort by, from the node outward, such as 1R,2R,1L or node.")
  private String sort;

  @CommandLine.Option(
      names = "--near",
      paramLabel = "WORDS",
      description = "Only lines with these words near the node.")
  private String near;

  @CommandLine.Option(
      names = "--within",
      paramLabel = "N",
      description = "How near, 5 words by default; apart from --window.")
  private int within = 5;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public KwicCommand() {}

  @Override
  public Integer call() throws IOException {
    CorpusIndex corpus = inputs.read(spec);
    Subcorpus subcorpus = LexisInputs.subcorpus(corpus.index(), slice);
    Concordance lines = lines(subcorpus);
    int count = lines.count();
    output.print(
        spec,
        List.of("document", "left<", "node", "right", "start", "end"),
        rows(lines, count),
        LexisInputs.none(subcorpus, slice, "\"" + node + "\" is not there"));
    return LexisInputs.exitCode(corpus);
  }

  private Concordance lines(Subcorpus subcorpus) {
    try {
      Concordance lines =
          Concordance.of(subcorpus, node.toPattern(inputs.engine())).withWindow(window);
      if (sentence) {
        lines = lines.withinSentence();
      }
      if (near != null) {
        lines = lines.near(TokenPattern.words(near, inputs.engine()), within);
      }
      return sort == null ? lines : lines.sortedBy(SortKey.parse(sort));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private static TableOptions.Rows rows(Concordance lines, int count) {
    return new TableOptions.Rows() {
      @Override
      public int size() {
        return count;
      }

      @Override
      public Iterator<List<Object>> from(int first) {
        return lines.lines().skip(first).map(KwicCommand::row).iterator();
      }
    };
  }

  private static List<Object> row(ConcordanceLine line) {
    return List.of(
        line.passage().documentId(),
        line.left(),
        line.node(),
        line.right(),
        line.passage().span().start(),
        line.passage().span().end());
  }
}
