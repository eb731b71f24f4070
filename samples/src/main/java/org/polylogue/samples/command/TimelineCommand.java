package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.polylogue.results.summary.ArticleFact;
import org.polylogue.results.summary.Events;
import org.polylogue.results.summary.Measure;
import org.polylogue.results.summary.Period;
import org.polylogue.results.summary.Timeline;
import picocli.CommandLine;

/** {@code polylogue timeline}. */
@CommandLine.Command(
    name = "timeline",
    description = "Tells how a measure changes from day to day, week to week or month to month.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "MENTIONS, QUOTATIONS and WORDS (quoted) are by article, SHARE_OF_VOICE by all words quoted;"
          + " TONE is a mean from -1 to 1, STANCE comments for less against by both. Intervals are"
          + " 95 %% bootstrap intervals over articles. See docs/formats/summaries.md.",
      "",
      "Example: polylogue timeline results --measure TONE --actor person/karel-oduya"
    })
public final class TimelineCommand implements Callable<Integer> {

  @CommandLine.Mixin private ResultInputs inputs;

  @CommandLine.Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description = "${COMPLETION-CANDIDATES}; QUOTATIONS by default.")
  private Measure measure = Measure.QUOTATIONS;

  @CommandLine.Option(
      names = "--actor",
      paramLabel = "ID",
      description = "The actor that it is about, by id; without it, all.")
  private String actor;

  @CommandLine.Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "${COMPLETION-CANDIDATES}; MONTH by default.")
  private Period period = Period.MONTH;

  @CommandLine.Option(
      names = "--over",
      paramLabel = "FACT",
      description = "A line for each outlet, section, author or attribute of articles.")
  private String over = "";

  @CommandLine.Option(
      names = "--events",
      paramLabel = "FILE",
      description = "CSV with the columns date and event; adds a column events.")
  private Path events;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public TimelineCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Events.Event> marks = events == null ? List.of() : Events.read(events);
    Timeline timeline;
    try {
      timeline = new Timeline(measure, Optional.ofNullable(actor), period, ArticleFact.of(over));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage() + " with --actor", e);
    }
    inputs.forEach(timeline::add);
    List<String> columns = new ArrayList<>(Timeline.Row.COLUMNS);
    if (events != null) {
      columns.add("events");
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Timeline.Row row : timeline.rows()) {
      List<Object> cells = new ArrayList<>(row.cells());
      if (events != null) {
        cells.add(named(marks, row.start(), period.next(row.start())));
      }
      rows.add(cells);
    }
    output.print(spec, columns, TableOptions.of(rows), "no article has a day of publication");
    if (timeline.undated() > 0) {
      spec.commandLine()
          .getErr()
          .println(timeline.undated() + " articles without a day of publication are left out");
    }
    return 0;
  }

  private static Object named(List<Events.Event> events, LocalDate from, LocalDate to) {
    String names =
        events.stream()
            .filter(event -> !event.day().isBefore(from) && event.day().isBefore(to))
            .map(Events.Event::name)
            .collect(Collectors.joining("; "));
    return names.isEmpty() ? null : names;
  }
}
