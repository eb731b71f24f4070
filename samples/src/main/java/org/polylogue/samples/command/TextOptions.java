package org.polylogue.samples.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.polylogue.lexis.count.TextCounts;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Words;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import org.polylogue.text.Utf8File;
import picocli.CommandLine;

/** The options of subcommands that take texts as rows of word counts. */
public final class TextOptions {

  static final class CutConverter extends EnumConverter<TextCounts.Cut> {
    CutConverter() {
      super(TextCounts.Cut.values());
    }
  }

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.Option(
      names = "--slice",
      paramLabel = "SLICE",
      description =
          "Words that count. Given several times, a text counts apart in each; --by slice or"
              + " --groups slice compares them.")
  private List<String> slices = List.of();

  @CommandLine.Option(
      names = "--texts",
      paramLabel = "CUT",
      converter = CutConverter.class,
      description = "What a text is: document (default; an article or a comment) or quotation.")
  private TextCounts.Cut cut = TextCounts.Cut.DOCUMENT;

  @CommandLine.Option(
      names = "--count-by",
      paramLabel = "ATTRIBUTE",
      description = "word (default), form, lemma or tag.")
  private TokenAttribute attribute = TokenAttribute.WORD;

  @CommandLine.Option(
      names = "--min-texts",
      paramLabel = "N",
      description = "Least number of texts with a word; 5 by default.")
  private int minimumTexts = 5;

  @CommandLine.Option(
      names = "--max-share",
      paramLabel = "SHARE",
      description = "Greatest share of texts with a word; 0.5 by default.")
  private double maximumShare = 0.5;

  @CommandLine.Option(
      names = "--function-words",
      description = "Count function words such as \"the\" and \"said\" too; left out otherwise.")
  private boolean functionWords;

  @CommandLine.Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description = "Words that do not count, separated by white space.")
  private Path leaveOut;

  private CorpusIndex corpus;

  /** Options not yet read; picocli fills them in. */
  public TextOptions() {}

  TokenIndex read(CommandLine.Model.CommandSpec spec) throws IOException {
    corpus = inputs.read(spec);
    LexisInputs.checkHas(corpus.index(), attribute);
    return corpus.index();
  }

  /** Counts the words of what was read. */
  TextCounts counts() throws IOException {
    TreeSet<String> left = new TreeSet<>();
    if (!functionWords) {
      left.addAll(TextCounts.functionWords());
    }
    if (leaveOut != null) {
      for (String line : lines(leaveOut)) {
        left.addAll(List.of(Words.fold(line).strip().split("\\s+")));
      }
    }
    Map<String, Subcorpus> parts = new LinkedHashMap<>();
    for (String slice : slices.isEmpty() ? List.of("all") : slices) {
      parts.put(slice, LexisInputs.subcorpus(corpus.index(), slice));
    }
    try {
      return TextCounts.of(
          parts, cut, new TextCounts.Choice(attribute, minimumTexts, maximumShare, left));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
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
  static TreeSet<Integer> columns(TextCounts counts, Collection<String> words) {
    TreeSet<Integer> columns = new TreeSet<>();
    for (String word : words) {
      String folded = Words.fold(word);
      if (folded.endsWith("*")) {
        String beginning = folded.substring(0, folded.length() - 1);
        for (int column = 0; column < counts.words().size(); column++) {
          if (counts.words().get(column).startsWith(beginning)) {
            columns.add(column);
          }
        }
      } else if (counts.column(folded) >= 0) {
        columns.add(counts.column(folded));
      }
    }
    return columns;
  }
}
