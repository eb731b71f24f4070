package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.polylogue.results.run.OutputFolder;
import picocli.CommandLine;

/** The figure that a subcommand draws beside its table. */
public final class PlotOptions {

  private static final int MOST_ROWS = 1000;
  private static final int END = 20;

  @CommandLine.Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw the table as a figure too, into an SVG file.")
  private Path plot;

  /** Options not yet read; picocli fills them in. */
  public PlotOptions() {}

  /** The rows with the greatest and the least numbers, the greatest first. */
  static List<Figure.Row> ends(List<Figure.Row> rows) {
    List<Figure.Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparingDouble((Figure.Row row) -> row.interval().estimate()).reversed());
    if (sorted.size() > 2 * END) {
      sorted.subList(END, sorted.size() - END).clear();
    }
    return sorted;
  }

  /** Draws estimates one under the other if a figure is asked for. */
  void draw(String title, String axis, List<Figure.Row> rows) throws IOException {
    if (plot == null) {
      return;
    }
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw new CommandFailure(
          rows.isEmpty()
              ? "there is nothing that --plot could draw"
              : "--plot draws "
                  + MOST_ROWS
                  + " rows at most, not "
                  + rows.size()
                  + "; choose larger units or fewer words");
    }
    try (OutputFolder folder = OutputFolder.open(plot.toAbsolutePath().getParent())) {
      Figure.intervals(folder.file(plot.getFileName().toString()), title, axis, rows);
      folder.publish();
    }
  }
}
