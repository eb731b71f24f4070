package org.polylogue.samples.command;

import org.polylogue.language.LanguageEngine;
import org.polylogue.lexis.concordance.TokenPattern;
import picocli.CommandLine;

/** What to look for; one of four ways to say it. */
public final class NodeOptions {

  @CommandLine.Option(
      names = "--word",
      paramLabel = "WORDS",
      description = "A word or phrase, case aside; * stands for any characters.")
  private String words;

  @CommandLine.Option(
      names = "--lemma",
      paramLabel = "LEMMA",
      description = "All forms of a word; needs --lemmas.")
  private String lemma;

  @CommandLine.Option(
      names = "--regex",
      paramLabel = "EXPRESSION",
      description = "Words that a regular expression (RE2) describes as a whole.")
  private String regex;

  @CommandLine.Option(
      names = "--pattern",
      paramLabel = "PATTERN",
      description =
          "Tokens in a row, such as: \"prime\" \"minister\", [lemma=\"say\"] []{0,3} \"that\", or"
              + " [tag=\"JJ.*\" & word!=\"new\"] \"deal\".")
  private String pattern;

  /** Options not yet read; picocli fills them in. */
  public NodeOptions() {}

  /** The pattern, with words cut as an engine cuts texts. */
  TokenPattern toPattern(LanguageEngine engine) {
    try {
      if (words != null) {
        return TokenPattern.words(words, engine);
      }
      if (lemma != null) {
        return TokenPattern.lemma(lemma);
      }
      return regex != null ? TokenPattern.regex(regex) : TokenPattern.parse(pattern);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return words != null ? words : lemma != null ? lemma : regex != null ? regex : pattern;
  }
}
