/**
 * Corpus statistics that know about voices. {@code index} holds the tokens, {@code slice} says
 * which of them are meant; {@code concordance}, {@code keyness}, {@code collocation}, {@code
 * dispersion}, {@code ngram} and {@code measure} ask questions of a slice; {@code association}
 * holds the measures of two-by-two tables and {@code resampling} intervals and tests. Begin with
 * {@link org.polylogue.lexis.index.TokenIndexBuilder}.
 */
package org.polylogue.lexis;
