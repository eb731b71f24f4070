package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Condition;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import picocli.CommandLine;

/** The inputs and options that subcommands on words share. */
public final class LexisInputs {

  /** How slices are written, for the help of every command that takes them. */
  static final String SLICES =
      "A slice says which words are meant:%n"
          + "  voice=author      articles outside quotations%n"
          + "  voice=source      quotations%n"
          + "  voice=commenter   comments outside quotations%n"
          + "  actor=NAME        inside quotations of an actor, by name or id%n"
          + "  names=NAME        sentences that name an actor%n"
          + "  kind=comment      comments; kind=article for articles%n"
          + "  from=2023-01-01, to=2023-06   a period; a month or a year will do%n"
          + "  depth=2.., score=..-5         numbers in a range, ends included%n"
          + "  stance=AGAINST    comments by stance towards the article%n"
          + "  reply=AGREE       comments by stance towards the comment they answer%n"
          + "  outlet=*Times     any fact about documents; * stands for any characters%n"
          + "  party=NAME        otherwise any fact about the speakers of quotations%n"
          + "  A,B both   A|B either   !A not   (A|B),C brackets%n"
          + "  KEY!=VALUE   KEY=\"a, b\"%n"
          + "Voices, actors and stances need INPUT to be a result of polylogue analyze.";

  private static final int MOST_GROUPS = 50;

  /** Some 20 MB of index. */
  private static final int TOKENS_OF_A_PART = 1 << 18;

  @CommandLine.Mixin private Inputs inputs;

  @CommandLine.Option(
      names = "--lemmas",
      description =
          "Tag and lemmatise with CoreNLP first, which takes longer; needed for --lemma and for"
              + " patterns with lemma or tag.")
  private boolean lemmas;

  private LanguageEngine engine;

  /** Options not yet read; picocli fills them in. */
  public LexisInputs() {}

  /** Reads the inputs and prints what could not be read. */
  CorpusIndex read(CommandLine.Model.CommandSpec spec) throws IOException {
    return read(spec, engine());
  }

  /** What the inputs are read with, and questions too. */
  LanguageEngine engine() {
    if (engine == null) {
      engine = lemmas ? CoreNlpEngine.of(Capability.LEMMAS, Capability.TAGS) : new PlainEngine();
    }
    return engine;
  }

  /** Tells whether words were or will be tagged by a model, or sentences parsed. */
  boolean usesCoreNlp() {
    return engine() instanceof CoreNlpEngine;
  }

  /** Reads the inputs with dependencies. */
  CorpusIndex readParsed(CommandLine.Model.CommandSpec spec) throws IOException {
    engine = CoreNlpEngine.of(Capability.DEPENDENCIES, Capability.LEMMAS, Capability.TAGS);
    return read(spec, engine);
  }

  private CorpusIndex read(CommandLine.Model.CommandSpec spec, LanguageEngine engine)
      throws IOException {
    List<Path> paths = inputs.checked();
    CorpusIndex corpus;
    try {
      corpus = CorpusIndex.read(paths, engine);
    } catch (CorpusException | IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    tell(spec, paths, corpus.failures(), corpus.index().documentCount());
    return corpus;
  }

  /** Reads the inputs a part at a time, and returns what could not be read. */
  List<String> readInParts(CorpusIndex.PartTaker taker) throws IOException {
    try {
      return CorpusIndex.readInParts(inputs.checked(), engine(), TOKENS_OF_A_PART, taker);
    } catch (CorpusException | IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** The same, prints what could not be read, and returns the exit code. */
  int readInParts(CommandLine.Model.CommandSpec spec, CorpusIndex.PartTaker taker)
      throws IOException {
    long[] documents = new long[1];
    List<String> failures =
        readInParts(
            index -> {
              documents[0] += index.documentCount();
              taker.take(index);
            });
    tell(spec, inputs.checked(), failures, documents[0]);
    return failures.isEmpty() ? 0 : 1;
  }

  private static void tell(
      CommandLine.Model.CommandSpec spec, List<Path> paths, List<String> failures, long documents) {
    for (String failure : failures) {
      spec.commandLine().getErr().println(ErrorLines.oneLine(failure));
    }
    if (documents == 0) {
      throw new CommandFailure("no document could be read from " + paths);
    }
  }

  static int exitCode(CorpusIndex corpus) {
    return corpus.failures().isEmpty() ? 0 : 1;
  }

  static Subcorpus subcorpus(TokenIndex index, String slice) {
    try {
      return slice == null ? Subcorpus.all(index) : Subcorpus.of(index, Slice.parse(slice));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /**
   * The parts of a subcorpus with each value of a fact about documents, or about quotations.
   *
   * @return in the order of values
   */
  static Map<String, Subcorpus> groups(Subcorpus all, String fact) {
    TokenIndex index = all.index();
    TreeSet<String> values = new TreeSet<>();
    if (index.documentAttributes().contains(fact)) {
      for (int i = 0; i < index.documentCount(); i++) {
        index.documentAttribute(fact, i).ifPresent(values::add);
      }
    } else if (index.layers().contains(Region.QUOTATION)) {
      RegionLayer layer = index.layer(Region.QUOTATION);
      for (int i = 0; i < layer.size(); i++) {
        layer.attribute(fact, i).ifPresent(values::add);
      }
    }
    if (values.isEmpty() && index.size() > 0) {
      TreeSet<String> known = new TreeSet<>(index.documentAttributes());
      if (index.layers().contains(Region.QUOTATION)) {
        known.addAll(index.layer(Region.QUOTATION).attributes());
      }
      throw new CommandFailure("no " + fact + " is known of these texts, only " + known);
    }
    if (values.size() > MOST_GROUPS) {
      throw new CommandFailure(values.size() + " groups by " + fact + "; at most " + MOST_GROUPS);
    }
    Map<String, Subcorpus> groups = new LinkedHashMap<>();
    for (String value : values) {
      Slice slice = new Slice.Attribute(fact, new Condition.Text(value));
      groups.put(value, all.and(Subcorpus.of(index, slice)));
    }
    return groups;
  }

  /** Why a table about a slice has no row. */
  static String none(Subcorpus subcorpus, String slice, String otherwise) {
    if (!subcorpus.isEmpty()) {
      return otherwise;
    }
    String line = "the slice " + (slice == null ? "all" : slice) + " holds no word";
    return slice == null
        ? line
        : Nearest.fact(subcorpus.index(), Slice.parse(slice))
            .map(fact -> line + "; did you mean " + fact + "?")
            .orElse(line);
  }
}
