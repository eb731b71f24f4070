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

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.ArgGroup(multiplicity = "1")
  private NodeOptions node;

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
    Subcorpus subcorpus = where.read(spec);
    Concordance lines = lines(subcorpus);
    int count = lines.count();
    output.print(
        spec,
        List.of("document", "left<", "node", "right", "start", "end"),
        rows(lines, count),
        where.none(subcorpus, "\"" + node + "\" is not there"));
    return where.exitCode();
  }

  private Concordance lines(Subcorpus subcorpus) {
    try {
      Concordance lines =
          Concordance.of(subcorpus, node.toPattern(where.engine())).withWindow(window);
      if (sentence) {
        lines = lines.withinSentence();
      }
      if (near != null) {
        lines = lines.near(TokenPattern.words(near, where.engine()), within);
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
