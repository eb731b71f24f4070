package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.polylogue.report.CodingPage;
import org.polylogue.results.exchange.Target;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.CodingAnnotations;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingSample;
import org.polylogue.validation.coding.CodingTask;
import org.polylogue.validation.coding.Population;
import org.polylogue.validation.coding.ResultTable;
import org.polylogue.validation.coding.SampleDraw;
import org.polylogue.validation.coding.SampleTable;
import picocli.CommandLine;

/** {@code polylogue sample}. */
@CommandLine.Command(
    name = "sample",
    description = "Draws rows of a table for people to code, without the machine's answer.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Open DIR/coding.html in a browser and code by keys, or fill in code in "
          + "DIR/sample.csv; rows stand in random order with their context. Give the "
          + "codes to validate and estimate. See docs/validation.md.",
      "",
      "Example: polylogue sample results --table quotations --rows 200 --out coding"
    })
public final class SampleCommand implements Callable<Integer> {

  private static final String SAMPLE = "sample.csv";

  static final class AllocationConverter extends EnumConverter<SampleDraw.Allocation> {
    AllocationConverter() {
      super(SampleDraw.Allocation.values());
    }
  }

  static final class ToolConverter extends EnumConverter<CodingAnnotations.Tool> {
    ToolConverter() {
      super(CodingAnnotations.Tool.values());
    }
  }

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "RESULTS",
      description = "Folder that analyze wrote.")
  private Path results;

  @CommandLine.Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "Table to draw from, such as quotations.")
  private String table;

  @CommandLine.Option(
      names = "--question",
      paramLabel = "COLUMN",
      description = "Column that people code again; by default grade, kind, label or type.")
  private String question;

  @CommandLine.Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "Only rows with this value; may be repeated.")
  private List<String> where = List.of();

  @CommandLine.Option(
      names = "--by",
      split = ",",
      paramLabel = "COLUMN",
      description = "Strata by values of columns, such as kind,outlet; numbers by fifths.")
  private List<String> by = List.of();

  @CommandLine.Option(
      names = "--allocation",
      paramLabel = "HOW",
      converter = AllocationConverter.class,
      description = "Rows of strata: proportional (default) or equal.")
  private SampleDraw.Allocation allocation = SampleDraw.Allocation.PROPORTIONAL;

  @CommandLine.Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows, 200 by default.")
  private int rows = 200;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the random draw, 1 by default.")
  private long seed = 1;

  @CommandLine.Option(
      names = "--codebook",
      paramLabel = "FILE",
      description = "Your codes with definitions and examples, as JSON.")
  private Path codebook;

  @CommandLine.Option(
      names = "--show-machine",
      description = "Show what the machine answered; coders then tend to agree with it.")
  private boolean shown;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "TOOL",
      converter = ToolConverter.class,
      description = "Also a folder for an annotation tool: brat or webanno.")
  private CodingAnnotations.Tool tool;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the sample; made if missing.")
  private Path out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public SampleCommand() {}

  @Override
  public Integer call() throws IOException {
    refuseToLoseCodes();
    CodingSample sample;
    ResultTable source;
    CodingTask task;
    CodingBook book;
    Population population;
    try {
      source = ResultTable.of(results, table);
      task = task();
      population = Population.read(source, task, List.of());
      book = book(task, population);
      sample = CodingSample.draw(results, source, task, new SampleDraw(allocation, seed), rows);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    List<Path> inputs =
        CommandManifest.files(results, table, codebook == null ? List.of() : List.of(codebook));
    CommandManifest manifest = new CommandManifest("sample", inputs);
    manifest.parameter("task", task.toJson());
    manifest.parameter("rows", rows);
    manifest.parameter("allocation", EnumConverter.word(allocation));
    manifest.parameter("seed", seed);
    manifest.parameter("show-machine", shown);
    Path annotations = tool == null ? null : out.resolve(EnumConverter.word(tool));
    if (tool != null) {
      Optional<String> obstacle = Target.obstacle(annotations);
      if (obstacle.isPresent()) {
        throw new CommandFailure(obstacle.get() + "; choose another --out");
      }
      manifest.parameter("to", EnumConverter.word(tool));
    }
    try (OutputFolder folder = OutputFolder.open(out)) {
      SampleTable.write(sample, shown, folder.file(SAMPLE));
      CodingPage.write(sample, book, shown, folder.file("coding.html"));
      CodingPage.writeBook(book, folder.file("codebook.html"));
      strata(sample, population, folder);
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("population", population.ids().size());
      counts.put("strata", population.strata().size());
      counts.put("rows", sample.rows().size());
      manifest.write(folder, counts);
      if (tool != null) {
        CodingAnnotations.write(annotations, tool, sample, book);
      }
      folder.publish();
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d of %d rows of %s in %d strata; code them in %s%n",
            sample.rows().size(),
            population.ids().size(),
            table,
            population.strata().size(),
            out.resolve("coding.html"));
    return 0;
  }

  private void refuseToLoseCodes() throws IOException {
    Path earlier = out.resolve(SAMPLE);
    if (Files.exists(earlier)) {
      boolean coded;
      try {
        coded =
            CodedSample.read(List.of(earlier)).rows().values().stream()
                .anyMatch(row -> row.code().isPresent());
      } catch (IOException e) {
        coded = true;
      }
      if (coded) {
        throw new CommandFailure(earlier + " may hold codes; choose another --out");
      }
    }
  }

  private CodingTask task() throws IOException {
    String column = question == null ? CodingTask.usualQuestion(table) : question;
    if (column.isEmpty()) {
      throw new CommandFailure("add --question COLUMN: what is to be coded of " + table);
    }
    if (rows < 2) {
      throw new CommandFailure("--rows is at least 2, not " + rows);
    }
    return new CodingTask(table, column, where, by);
  }

  private CodingBook book(CodingTask task, Population population) throws IOException {
    if (codebook != null) {
      return CodingBook.read(codebook);
    }
    List<String> values =
        Stream.of(population.column(task.question())).distinct().sorted().toList();
    if (table.equals("stances") && where.stream().noneMatch(one -> one.startsWith("scheme="))) {
      throw new CommandFailure(
          "stances are of two schemes; add --where scheme=favor or --where scheme=agreement");
    }
    return CodingBook.shipped(task).orElseGet(() -> CodingBook.of(task.question(), values));
  }

  private static void strata(CodingSample sample, Population population, OutputFolder folder)
      throws IOException {
    int[] sizes = population.sizes();
    int[] drawn = new int[sizes.length];
    sample.rows().forEach(row -> drawn[row.stratum() - 1]++);
    CsvTable table =
        new CsvTable(folder.file("strata.csv"), false, "stratum", "name", "stratum_rows", "rows");
    for (int h = 0; h < sizes.length; h++) {
      List<Object> cells = new ArrayList<>();
      cells.add(h + 1);
      cells.add(population.strata().get(h).isEmpty() ? "all" : population.strata().get(h));
      cells.add(sizes[h]);
      cells.add(drawn[h]);
      table.row(cells.toArray());
    }
  }
}
