package org.polylogue.corenlp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.polylogue.language.Capability;
import org.polylogue.language.Token;

/**
 * What an engine was asked to do; see the methods of {@link CoreNlpEngine.Builder}.
 *
 * @param capabilities what it delivers
 * @param parsed which sentences are parsed, empty for all
 * @param maxParsedTokens longest sentence that is parsed
 * @param maxSentenceTokens longest sentence
 * @param maxWordLength longest stretch without white space that is read as a whole
 * @param broadNames whether comments are read with both models of names
 */
record EngineSettings(
    Set<Capability> capabilities,
    Optional<Predicate<List<Token>>> parsed,
    int maxParsedTokens,
    int maxSentenceTokens,
    int maxWordLength,
    boolean broadNames) {

  boolean delivers(Capability capability) {
    return capabilities.contains(capability);
  }
}
