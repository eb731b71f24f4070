package org.polylogue.samples.command;

import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Words;
import picocli.CommandLine;

/** What of a word subcommands count. */
public final class CountOptions {

  @CommandLine.Option(
      names = "--count-by",
      paramLabel = "ATTRIBUTE",
      description = "word (default), form, lemma or tag; the last two with --lemmas.")
  private TokenAttribute attribute = TokenAttribute.WORD;

  /** Options not yet read; picocli fills them in. */
  public CountOptions() {}

  TokenAttribute attribute() {
    return attribute;
  }

  /** The attribute, which the index has. */
  TokenAttribute attribute(TokenIndex index) {
    if (!index.has(attribute)) {
      throw new CommandFailure("words have no lemmas and tags yet; add --lemmas");
    }
    return attribute;
  }

  /** A word as it is counted. */
  String counted(String word) {
    boolean folds = attribute == TokenAttribute.WORD || attribute == TokenAttribute.LEMMA;
    return folds ? Words.fold(word) : word;
  }
}
