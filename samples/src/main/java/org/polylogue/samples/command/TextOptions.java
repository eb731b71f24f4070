package org.polylogue.samples.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Words;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.matrix.Features;
import org.polylogue.lexis.matrix.TextUnits;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
import org.polylogue.results.index.CorpusIndex;
import org.polylogue.text.Utf8File;
import picocli.CommandLine;

/** The options of subcommands that begin with a document-feature matrix. */
public final class TextOptions {

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.Option(
      names = "--slice",
      paramLabel = "SLICE",
      description =
          "Words that count. Given several times, a unit counts apart in each; --by slice compares"
              + " them.")
  private List<String> slices = List.of();

  @CommandLine.Option(
      names = {"--unit", "--texts"},
      paramLabel = "UNIT",
      description =
          "What a row is: document (default; an article or a comment), quotation, or facts with"
              + " commas between, such as speaker, outlet or speaker,date.7 (speaker and month).")
  private String unit = "document";

  @CommandLine.Mixin private CountOptions count;

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
      names = "--min-count",
      paramLabel = "N",
      description = "Least count of a feature; 1 by default.")
  private long minimumCount = 1;

  @CommandLine.Option(
      names = {"--min-units", "--min-texts"},
      paramLabel = "N",
      description = "Least number of units with a feature; ${DEFAULT-VALUE} by default.")
  private int minimumUnits;

  @CommandLine.Option(
      names = "--max-share",
      paramLabel = "SHARE",
      description = "Greatest share of units with a feature; ${DEFAULT-VALUE} by default.")
  private double maximumShare;

  @CommandLine.Option(
      names = "--function-words",
      negatable = true,
      fallbackValue = "true",
      description =
          "Count function words such as \"the\" and \"said\", or leave them out; ${DEFAULT-VALUE}"
              + " by default.")
  private boolean functionWords;

  @CommandLine.Option(
      names = "--numbers",
      negatable = true,
      fallbackValue = "true",
      description =
          "Count words without a letter such as \"1999\", or leave them out; ${DEFAULT-VALUE} by"
              + " default.")
  private boolean numbers;

  @CommandLine.Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description = "Words that do not count, separated by white space.")
  private Path leaveOut;

  private CorpusIndex corpus;

  private TextOptions(boolean all) {
    minimumUnits = all ? 1 : 5;
    maximumShare = all ? 1 : 0.5;
    functionWords = all;
    numbers = all;
  }

  /** Options that leave nothing out by default. */
  static TextOptions ofAllWords() {
    return new TextOptions(true);
  }

  /** Options that leave out by default what tells little of what a text is about. */
  static TextOptions ofTellingWords() {
    return new TextOptions(false);
  }

  TokenIndex read(CommandLine.Model.CommandSpec spec) throws IOException {
    corpus = inputs.read(spec);
    count.attribute(corpus.index());
    return corpus.index();
  }

  CountOptions count() {
    return count;
  }

  /** What was read, as far as it counts. */
  Map<String, Subcorpus> slices() {
    Map<String, Subcorpus> parts = new LinkedHashMap<>();
    for (String slice : slices.isEmpty() ? List.of(FeatureMatrix.ALL) : slices) {
      parts.put(slice, LexisInputs.subcorpus(corpus.index(), slice));
    }
    return parts;
  }

  TextUnits units() {
    return TextUnits.parse(unit);
  }

  /** Counts the features of what was read. */
  FeatureMatrix matrix() throws IOException {
    try {
      return FeatureMatrix.of(slices(), units(), features())
          .trimmed(minimumCount, minimumUnits, maximumShare);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private Features features() throws IOException {
    String[] lengths = ngrams.split("-", 2);
    Set<String> left = new TreeSet<>(functionWords ? Set.of() : Features.functionWords());
    if (leaveOut != null) {
      for (String line : lines(leaveOut)) {
        left.addAll(List.of(line.strip().split("\\s+")));
      }
    }
    List<List<String>> sequences = new ArrayList<>();
    if (expressions != null) {
      for (String line : lines(expressions)) {
        sequences.add(
            inputs.engine().annotate(Article.of("expression", "", line)).sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .map(token -> Words.fold(token.text()))
                .toList());
      }
    }
    try {
      return new Features(
          count.attribute(),
          Integer.parseInt(lengths[0].strip()),
          Integer.parseInt(lengths[lengths.length - 1].strip()),
          left,
          numbers,
          sequences);
    } catch (NumberFormatException e) {
      throw new CommandFailure("--ngrams is a number, or two with - between, not " + ngrams, e);
    }
  }

  int exitCode() {
    return LexisInputs.exitCode(corpus);
  }

  static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Utf8File.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** Lines of a name, a tab and the rest. */
  static Map<String, String> named(Path file, String rest) throws IOException {
    Map<String, String> named = new LinkedHashMap<>();
    for (String line : lines(file)) {
      int tab = line.indexOf('\t');
      if (tab < 1 || line.substring(tab + 1).isBlank()) {
        throw new CommandFailure(
            file + ": expected a name, a tab and " + rest + " in each line, not " + line);
      }
      if (named.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip()) != null) {
        throw new CommandFailure(file + ": " + line.substring(0, tab) + " stands there twice");
      }
    }
    return named;
  }

  /** Columns of words; a star at the end stands for any characters. */
  static TreeSet<Integer> columns(FeatureMatrix matrix, Collection<String> words) {
    TreeSet<Integer> columns = new TreeSet<>();
    for (String word : words) {
      String folded = Words.fold(word);
      if (folded.endsWith("*")) {
        String beginning = folded.substring(0, folded.length() - 1);
        for (int column = 0; column < matrix.features().size(); column++) {
          if (matrix.features().get(column).startsWith(beginning)) {
            columns.add(column);
          }
        }
      } else if (matrix.column(folded) >= 0) {
        columns.add(matrix.column(folded));
      }
    }
    return columns;
  }
}
