package org.polylogue.samples.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.results.summary.RepeatedQuotation;
import org.polylogue.results.summary.RepeatedQuotations;
import picocli.CommandLine;

/** {@code polylogue reuse}. */
@CommandLine.Command(
    name = "reuse",
    description = "Tells which quotations of several articles are one utterance.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Quotations may be cut, reordered, in indirect speech or given to another speaker. The"
          + " earliest of each group comes first; kept, taken and left_out compare the others with"
          + " it. See docs/formats/summaries.md.",
      "",
      "Example: polylogue reuse results --followers"
    })
public final class ReuseCommand implements Callable<Integer> {

  @CommandLine.Mixin private ResultInputs inputs;

  @CommandLine.Option(
      names = "--followers",
      description = "Count instead which outlets have later what another one had first.")
  private boolean followers;

  @CommandLine.Mixin private QuotationOptions quotations;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ReuseCommand() {}

  @Override
  public Integer call() throws IOException {
    RepeatedQuotations repeated = new RepeatedQuotations(quotations.in(), quotations.grades());
    inputs.forEach(repeated::add);
    List<RepeatedQuotation> rows = repeated.rows();
    List<List<Object>> cells =
        followers
            ? RepeatedQuotations.followers(rows).stream()
                .map(flow -> List.<Object>of(flow.from(), flow.to(), flow.utterances()))
                .toList()
            : rows.stream().map(RepeatedQuotation::cells).toList();
    output.print(
        spec,
        followers ? List.of("from", "to", "utterances") : RepeatedQuotation.COLUMNS,
        TableOptions.of(cells),
        "no quotation stands in two articles");
    return 0;
  }
}
