package org.polylogue.samples.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.polylogue.lexis.matrix.ExpressionFinder;
import org.polylogue.lexis.matrix.SpooledMatrix;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import picocli.CommandLine;

/** {@code polylogue dfm}. */
@CommandLine.Command(
    name = "dfm",
    description = "Writes how often each text, speaker or outlet has each word (Matrix Market).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "DIR gets matrix.mtx, units.csv (a line for each row of it), features.csv (a line "
          + "for each column) and run.json. See docs/formats/matrix.md.",
      "",
      "Example: polylogue dfm results --slice voice=source --unit speaker,date.7" + " --out matrix"
    })
public final class DfmCommand implements Callable<Integer> {

  @CommandLine.Mixin private TextOptions texts = TextOptions.ofAllWords();

  @CommandLine.Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description =
          "Columns are the categories of a dictionary instead, as dictionary counts them.")
  private Path dictionary;

  @CommandLine.Option(
      names = "--tf-idf",
      description = "Write count × log10(units / units with the feature) instead of counts.")
  private boolean weighted;

  @CommandLine.Option(
      names = "--raw-cells",
      description = "Leave table cells that look like spreadsheet formulas as they are.")
  private boolean raw;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files; made if missing.")
  private Path out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public DfmCommand() {}

  @Override
  public Integer call() throws IOException {
    try (OutputFolder folder = OutputFolder.open(out)) {
      Path place = folder.reserve("matrix.mtx");
      try (SpooledMatrix matrix = texts.spooled(dictionary, place)) {
        texts.fill(spec, matrix);
        write(folder, place, matrix);
        spec.commandLine()
            .getOut()
            .printf("%d units, %d features: %s%n", matrix.rows(), matrix.features().size(), out);
      }
    }
    spec.commandLine().getOut().flush();
    return texts.exitCode();
  }

  private void write(OutputFolder folder, Path place, SpooledMatrix matrix) throws IOException {
    List<String> facts = List.copyOf(matrix.facts());
    List<String> columns = new ArrayList<>(List.of("row", "unit", "total"));
    columns.addAll(facts);
    CsvTable units = new CsvTable(folder.file("units.csv"), raw, columns.toArray(String[]::new));
    try (Writer writer = Files.newBufferedWriter(place)) {
      matrix.write(
          writer,
          weighted,
          (row, unit, total) -> {
            List<Object> cells = new ArrayList<>(List.of(row + 1, unit.name(), total));
            facts.forEach(fact -> cells.add(unit.facts().get(fact)));
            units.row(cells.toArray());
          });
    }
    CsvTable features =
        new CsvTable(folder.file("features.csv"), raw, "column", "feature", "count", "units");
    for (int i = 0; i < matrix.features().size(); i++) {
      features.row(i + 1, matrix.features().get(i), matrix.total(i), matrix.range(i));
    }
    if (!texts.expressionsFound().isEmpty()) {
      CsvTable joined =
          new CsvTable(folder.file("expressions.csv"), raw, "expression", "count", "association");
      for (ExpressionFinder.Expression found : texts.expressionsFound()) {
        joined.row(String.join(" ", found.words()), found.count(), found.association());
      }
    }
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("units", matrix.rows());
    sums.put("features", matrix.features().size());
    CommandManifest.of(spec).write(folder, sums);
    folder.publish();
  }
}
