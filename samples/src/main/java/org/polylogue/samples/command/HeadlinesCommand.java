package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.pipeline.Scope;
import org.polylogue.results.summary.Headlines;
import picocli.CommandLine;

/** {@code polylogue headlines}. */
@CommandLine.Command(
    name = "headlines",
    description = "Tells whom headlines take up, in which tone, and whether they quote the text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Headlines are analysed here, with the actors of their articles as known ones. See"
          + " docs/formats/summaries.md.",
      "",
      "Example: polylogue headlines results --quotations"
    })
public final class HeadlinesCommand implements Callable<Integer> {

  @CommandLine.Mixin private ResultInputs inputs;

  @CommandLine.Option(
      names = "--quotations",
      description = "List what headlines quote or put in marks, and where the text quotes it.")
  private boolean quotations;

  @CommandLine.Option(
      names = "--judges",
      paramLabel = "WHO",
      converter = AnalysisOptions.JudgingConverter.class,
      description = "Who judges tone: encoder (default) or lean, as for analyze.")
  private AnalysisOptions.Judging judges = AnalysisOptions.Judging.ENCODER;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public HeadlinesCommand() {}

  @Override
  public Integer call() throws IOException {
    CoreNlpEngine engine = CoreNlpEngine.standard();
    List<List<Object>> rows = new ArrayList<>();
    try (EncoderJudges encoder = EncoderJudges.shipped()) {
      add(rows, engine, encoder);
    }
    output.print(
        spec,
        quotations ? Headlines.Quoted.COLUMNS : Headlines.Taken.COLUMNS,
        TableOptions.of(rows),
        quotations ? "no headline quotes anybody" : "no headline names anybody");
    return 0;
  }

  private void add(List<List<Object>> rows, CoreNlpEngine engine, EncoderJudges encoder) {
    inputs.forEach(
        article ->
            Headlines.of(article.conversation().article())
                .ifPresent(
                    headline -> {
                      Discourse found =
                          new Scope()
                              .get(
                                  DiscourseAnalysis.builder(engine)
                                      .judges(
                                          judges == AnalysisOptions.Judging.ENCODER
                                              ? encoder
                                              : DiscourseModels.shipped())
                                      .anyLanguage()
                                      .actors(ActorTable.of(article.actors()))
                                      .build(),
                                  headline);
                      if (quotations) {
                        Headlines.quoted(article, found).forEach(row -> rows.add(row.cells()));
                      } else {
                        Headlines.taken(article, found).forEach(row -> rows.add(row.cells()));
                      }
                    }));
  }
}
