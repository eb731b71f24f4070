package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.polylogue.lexis.count.TextCounts;
import org.polylogue.lexis.dictionary.DictionaryReader;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.Words;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.matrix.Features;
import org.polylogue.lexis.matrix.TextUnits;
import org.polylogue.results.index.CorpusIndex;
import org.polylogue.results.run.CsvTable;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
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
      "Example: polylogue dfm results --slice voice=source --unit speaker,date.7"
          + " --out matrix"
    })
public final class DfmCommand implements Callable<Integer> {

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.Option(names = "--slice", paramLabel = "SLICE", description = "Words that count.")
  private String slice;

  @CommandLine.Option(
      names = "--unit",
      paramLabel = "UNIT",
      description =
          "What a row is: document (default; an article or a comment), quotation, or facts with"
              + " commas between, such as speaker, outlet or speaker,date.7 (speaker and month).")
  private String unit = "document";

  @CommandLine.Option(
      names = "--count-by",
      paramLabel = "ATTRIBUTE",
      description = "word (default), form, lemma or tag.")
  private TokenAttribute attribute = TokenAttribute.WORD;

  @CommandLine.Option(
      names = "--ngrams",
      paramLabel = "N[-M]",
      description = "Words of a feature: 1 (default), or 1-2 for words and pairs, up to 5.")
  private String ngrams = "1";

  @CommandLine.Option(
      names = "--expressions",
      paramLabel = "FILE",
      description = "Expressions of several words, one a line, that count as one word.")
  private Path expressions;

  @CommandLine.Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description = "Columns are the categories of a dictionary instead, as dictionary counts them.")
  private Path dictionary;

  @CommandLine.Option(
      names = "--no-function-words",
      description = "Leave out function words such as \"the\" and \"said\".")
  private boolean noFunctionWords;

  @CommandLine.Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description = "Words that do not count, separated by white space.")
  private Path leaveOut;

  @CommandLine.Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Least count of a feature; 1 by default.")
  private long minimumCount = 1;

  @CommandLine.Option(
      names = "--min-units",
      paramLabel = "N",
      description = "Least number of units with a feature; 1 by default.")
  private int minimumUnits = 1;

  @CommandLine.Option(
      names = "--max-share",
      paramLabel = "SHARE",
      description = "Greatest share of units with a feature; 1 by default.")
  private double maximumShare = 1;

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
    Features features = features();
    CorpusIndex corpus = inputs.read(spec);
    LexisInputs.checkHas(corpus.index(), attribute);
    FeatureMatrix matrix;
    try {
      Subcorpus subcorpus = LexisInputs.subcorpus(corpus.index(), slice);
      TextUnits units = TextUnits.parse(unit);
      matrix =
          dictionary == null
              ? FeatureMatrix.of(subcorpus, units, features)
                  .trimmed(minimumCount, minimumUnits, maximumShare)
              : FeatureMatrix.of(subcorpus, units, attribute, DictionaryReader.read(dictionary));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    try (OutputFolder folder = OutputFolder.open(out)) {
      matrix.writeMatrixMarket(folder.file("matrix.mtx"), weighted);
      units(folder, matrix);
      features(folder, matrix);
      Map<String, Object> sums = new LinkedHashMap<>();
      sums.put("units", matrix.units().size());
      sums.put("features", matrix.features().size());
      CommandManifest.of(spec).write(folder, sums);
      folder.publish();
    }
    spec.commandLine()
        .getOut()
        .printf("%d units, %d features: %s%n", matrix.units().size(), matrix.features().size(), out);
    spec.commandLine().getOut().flush();
    return LexisInputs.exitCode(corpus);
  }

  private Features features() throws IOException {
    String[] lengths = ngrams.split("-", 2);
    Set<String> left = new TreeSet<>(noFunctionWords ? TextCounts.functionWords() : Set.of());
    List<List<String>> sequences = new ArrayList<>();
    try {
      if (leaveOut != null) {
        for (String line : TextOptions.lines(leaveOut)) {
          left.addAll(List.of(line.strip().split("\\s+")));
        }
      }
      if (expressions != null) {
        for (String line : TextOptions.lines(expressions)) {
          sequences.add(
              inputs.engine().annotate(Article.of("expression", "", line)).sentences().stream()
                  .flatMap(sentence -> sentence.tokens().stream())
                  .map(token -> Words.fold(token.text()))
                  .toList());
        }
      }
      return new Features(
          attribute,
          Integer.parseInt(lengths[0].strip()),
          Integer.parseInt(lengths[lengths.length - 1].strip()),
          left,
          sequences);
    } catch (NumberFormatException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--ngrams is a number, or two with - between, not " + ngrams, e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void units(OutputFolder folder, FeatureMatrix matrix) throws IOException {
    List<String> facts = List.copyOf(matrix.facts());
    List<String> columns = new ArrayList<>(List.of("row", "unit", "total"));
    columns.addAll(facts);
    CsvTable table = new CsvTable(folder.file("units.csv"), raw, columns.toArray(String[]::new));
    for (int row = 0; row < matrix.units().size(); row++) {
      TextUnits.Unit unit = matrix.units().get(row);
      List<Object> cells = new ArrayList<>();
      cells.add(row + 1);
      cells.add(unit.name());
      cells.add(matrix.counts().total(row));
      facts.forEach(fact -> cells.add(unit.facts().get(fact)));
      table.row(cells.toArray());
    }
  }

  private void features(OutputFolder folder, FeatureMatrix matrix) throws IOException {
    CsvTable table =
        new CsvTable(folder.file("features.csv"), raw, "column", "feature", "count", "units");
    for (int i = 0; i < matrix.features().size(); i++) {
      table.row(i + 1, matrix.features().get(i), matrix.total(i), matrix.range(i));
    }
  }
}
