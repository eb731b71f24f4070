package org.polylogue.samples.command;

import java.io.IOException;
import org.polylogue.language.LanguageEngine;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;
import picocli.CommandLine;

/** The input of subcommands that look at one part of it, and the part. */
public final class SliceOptions {

  @CommandLine.Mixin private LexisInputs inputs;

  @CommandLine.Option(
      names = "--slice",
      paramLabel = "SLICE",
      description = "Words that count; all by default.")
  private String slice;

  private CorpusIndex corpus;

  /** Options not yet read; picocli fills them in. */
  public SliceOptions() {}

  /** Reads the input and cuts the part out of it. */
  Subcorpus read(CommandLine.Model.CommandSpec spec) throws IOException {
    corpus = inputs.read(spec);
    return LexisInputs.subcorpus(corpus.index(), slice);
  }

  /** The same with dependencies. */
  Subcorpus readParsed(CommandLine.Model.CommandSpec spec) throws IOException {
    corpus = inputs.readParsed(spec);
    return LexisInputs.subcorpus(corpus.index(), slice);
  }

  LanguageEngine engine() {
    return inputs.engine();
  }

  /** Why a table about the part has no row. */
  String none(Subcorpus subcorpus, String otherwise) {
    return LexisInputs.none(subcorpus, slice, otherwise);
  }

  int exitCode() {
    return LexisInputs.exitCode(corpus);
  }
}
