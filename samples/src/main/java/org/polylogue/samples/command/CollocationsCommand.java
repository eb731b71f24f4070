package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.collocation.Association;
import org.polylogue.lexis.collocation.Collocate;
import org.polylogue.lexis.collocation.Collocations;
import org.polylogue.lexis.collocation.DependencyCollocations;
import org.polylogue.lexis.slice.Subcorpus;
import picocli.CommandLine;

/** {@code polylogue collocations}. */
@CommandLine.Command(
    name = "collocations",
    description = "Lists the words that keep company with a word.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "Example: polylogue collocations results --word dam --slice party=Opposition "
          + "--by LOG_DICE"
    })
public final class CollocationsCommand implements Callable<Integer> {

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.ArgGroup(multiplicity = "1")
  private NodeOptions node;

  @CommandLine.Option(
      names = "--left",
      paramLabel = "N",
      description = "Words to the left, 5 by default.")
  private int left = 5;

  @CommandLine.Option(
      names = "--right",
      paramLabel = "N",
      description = "Words to the right, 5 by default.")
  private int right = 5;

  @CommandLine.Option(names = "--crossing", description = "Look beyond the sentence of the word.")
  private boolean crossing;

  @CommandLine.Mixin private CountOptions count;

  @CommandLine.Option(
      names = "--min-count",
      paramLabel = "N",
      description = "How often the two have to meet, 3 by default.")
  private int minimumCount = 3;

  @CommandLine.Option(
      names = "--min-range",
      paramLabel = "N",
      description = "In how many documents the two have to meet.")
  private int minimumRange;

  @CommandLine.Option(
      names = "--by",
      paramLabel = "MEASURE",
      description = "Order: ${COMPLETION-CANDIDATES}; LOG_LIKELIHOOD by default.")
  private Association order = Association.LOG_LIKELIHOOD;

  @CommandLine.Option(
      names = "--relation",
      paramLabel = "REL",
      description =
          "Count dependencies instead of a window: amod, nsubj and so on, or all. Parses with"
              + " CoreNLP first, which takes long.")
  private String relation;

  @CommandLine.Option(
      names = "--node-is",
      paramLabel = "END",
      description =
          "With --relation, where the word stands: ${COMPLETION-CANDIDATES}; HEAD by default.")
  private DependencyCollocations.NodeIs role = DependencyCollocations.NodeIs.HEAD;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public CollocationsCommand() {}

  @Override
  public Integer call() throws IOException {
    Subcorpus subcorpus = relation == null ? where.read(spec) : where.readParsed(spec);
    count.attribute(subcorpus.index());
    List<List<Object>> rows = new ArrayList<>();
    for (Collocate collocate : found(subcorpus)) {
      Contingency t = collocate.table();
      rows.add(
          List.of(
              collocate.word(),
              t.o11(),
              t.column1(),
              collocate.range(),
              t.expected(),
              Association.LOG_LIKELIHOOD.of(collocate),
              collocate.logDice(),
              t.mutualInformation(),
              t.cubedMutualInformation(),
              t.tScore(),
              t.zScore(),
              t.deltaPColumnGivenRow(),
              t.deltaPRowGivenColumn()));
    }
    output.print(
        spec,
        List.of(
            "collocate",
            "near",
            "count",
            "range",
            "expected",
            "g2",
            "logdice",
            "mi",
            "mi3",
            "t",
            "z",
            "dp-collocate",
            "dp-node"),
        TableOptions.of(rows),
        where.none(subcorpus, "\"" + node + "\" is not there or meets no word often enough"));
    return where.exitCode();
  }

  private List<Collocate> found(Subcorpus subcorpus) {
    try {
      if (relation != null) {
        return DependencyCollocations.of(role, relation.equals("all") ? "" : relation)
            .countedBy(count.attribute())
            .withMinimumCount(minimumCount)
            .orderedBy(order)
            .of(subcorpus, node.toPattern(where.engine()));
      }
      Collocations question =
          Collocations.standard()
              .withWindow(left, right)
              .countedBy(count.attribute())
              .withMinimumCount(minimumCount)
              .withMinimumRange(minimumRange)
              .orderedBy(order);
      return (crossing ? question.crossingSentences() : question)
          .of(subcorpus, node.toPattern(where.engine()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}
