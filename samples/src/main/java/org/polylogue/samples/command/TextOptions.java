package org.polylogue.samples.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.lexis.collocation.Association;
import org.polylogue.lexis.dictionary.DictionaryReader;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Words;
import org.polylogue.lexis.matrix.ExpressionFinder;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.matrix.Features;
import org.polylogue.lexis.matrix.SpooledMatrix;
import org.polylogue.lexis.matrix.TextUnits;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
import org.polylogue.results.index.CorpusIndex;
import org.polylogue.text.Utf8File;
import picocli.CommandLine;

/** The options of subcommands that begin with a document-feature matrix. */
public final class TextOptions {

  private static final int JOINED = 5;
  private static final int PASSES = 2;

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
      names = "--join",
      paramLabel = "[MEASURE=]N",
      description =
          "Words that follow each other five times or more count as one word where their"
              + " association is N or more: LOG_DICE (default; 14 at most), MI, LOG_LIKELIHOOD and"
              + " others; twice, so that up to four words are joined.")
  private String join;

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
  private int exitCode;
  private List<ExpressionFinder.Expression> expressionsFound = List.of();

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
    exitCode = LexisInputs.exitCode(corpus);
    count.attribute(corpus.index());
    return corpus.index();
  }

  private Map<String, Subcorpus> slices(TokenIndex index) {
    Map<String, Subcorpus> parts = new LinkedHashMap<>();
    for (String slice : slices.isEmpty() ? List.of(FeatureMatrix.ALL) : slices) {
      parts.put(slice, LexisInputs.subcorpus(index, slice));
    }
    return parts;
  }

  /** Counts the features of what was read. */
  FeatureMatrix matrix() throws IOException {
    Features features = features();
    Map<String, Subcorpus> parts = slices(corpus.index());
    try {
      if (join != null) {
        features = joined(features, taker -> taker.take(corpus.index()));
      }
      return FeatureMatrix.of(parts, TextUnits.parse(unit), features)
          .trimmed(minimumCount, minimumUnits, maximumShare);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /**
   * A matrix of the inputs, which need not fit into memory; still empty.
   *
   * @param dictionary its categories are the columns; null for features
   * @param place files with this name and a number after it lie there until the matrix is closed
   */
  SpooledMatrix spooled(Path dictionary, Path place) throws IOException {
    try {
      TextUnits units = TextUnits.parse(unit);
      if (dictionary != null) {
        return SpooledMatrix.of(units, count.attribute(), DictionaryReader.read(dictionary), place);
      }
      Features features = features();
      return SpooledMatrix.of(
          units, join == null ? features : joined(features, inputs::readInParts), place);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** Reads the inputs into the matrix. */
  void fill(CommandLine.Model.CommandSpec spec, SpooledMatrix matrix) throws IOException {
    try {
      exitCode =
          inputs.readInParts(
              spec,
              index -> {
                count.attribute(index);
                matrix.add(slices(index));
              });
      matrix.finish(minimumCount, minimumUnits, maximumShare);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** Goes through the corpus once, part by part. */
  private interface Reading {
    void read(CorpusIndex.PartTaker taker) throws IOException;
  }

  private Features joined(Features features, Reading corpus) throws IOException {
    int equals = join.indexOf('=');
    ExpressionFinder finder;
    try {
      finder =
          new ExpressionFinder(
              features,
              equals < 0
                  ? Association.LOG_DICE
                  : Association.valueOf(join.substring(0, equals).toUpperCase(Locale.ROOT)),
              Double.parseDouble(join.substring(equals + 1)),
              JOINED);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "--join is a number, or a measure such as LOG_LIKELIHOOD, = and a number, not " + join,
          e);
    }
    for (int pass = 0; pass < PASSES; pass++) {
      corpus.read(
          index -> {
            count.attribute(index);
            for (Subcorpus part : slices(index).values()) {
              finder.add(part);
            }
          });
      if (!finder.joined()) {
        break;
      }
    }
    expressionsFound = finder.expressions();
    List<List<String>> all = new ArrayList<>(features.expressions());
    expressionsFound.forEach(expression -> all.add(expression.words()));
    return features.with(all);
  }

  /** What {@code --join} joined, the strongest first; empty without it. */
  List<ExpressionFinder.Expression> expressionsFound() {
    return expressionsFound;
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
    return exitCode;
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
