package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.results.summary.ArticleFact;
import org.polylogue.results.summary.SourceCounts;
import org.polylogue.results.summary.SourceFact;
import org.polylogue.results.summary.SourceRow;
import picocli.CommandLine;

/** {@code polylogue sources}. */
@CommandLine.Command(
    name = "sources",
    description = "Tells who is quoted, how often, how directly and for how many words.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Shares are of all that is quoted in the same part, with 95 %% bootstrap intervals over"
          + " articles where five or more have quotations. See docs/formats/summaries.md.",
      "",
      "Example: polylogue sources results --by gender --over outlet"
    })
public final class SourcesCommand implements Callable<Integer> {

  @CommandLine.Mixin private ResultInputs inputs;

  @CommandLine.Option(
      names = "--by",
      paramLabel = "FACT",
      description = "actor (default), type, gender, or an attribute of actors such as party.")
  private String by = "actor";

  @CommandLine.Option(
      names = "--over",
      paramLabel = "FACT",
      description =
          "Count apart for each article, outlet, section, author, day, week, month, year or"
              + " attribute of articles; several with commas, such as outlet,month.")
  private String over = "";

  @CommandLine.Mixin private QuotationOptions quotations;

  @CommandLine.Option(
      names = "--actors",
      paramLabel = "FILE",
      description = "CSV table of actors with more attributes, as for analyze.")
  private Path actors;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public SourcesCommand() {}

  @Override
  public Integer call() throws IOException {
    ActorTable table = actors == null ? ActorTable.EMPTY : ActorTable.read(actors);
    SourceCounts counts =
        new SourceCounts(
            SourceFact.of(by, table), ArticleFact.of(over), quotations.in(), quotations.grades());
    inputs.forEach(counts::add);
    List<List<Object>> rows = counts.rows().stream().map(SourceRow::cells).toList();
    output.print(spec, SourceRow.COLUMNS, TableOptions.of(rows), "nobody is quoted");
    return 0;
  }
}
