/** Corpora and results of {@code polylogue analyze} as indexes for corpus statistics. */
package org.polylogue.results.index;
