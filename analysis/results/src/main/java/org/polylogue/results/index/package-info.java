/**
 * Corpora and results of {@code polylogue analyze} as indexes for corpus statistics. Begin with
 * {@link org.polylogue.results.index.CorpusIndex}.
 */
package org.polylogue.results.index;
