/**
 * What a corpus format needs and gives: sources, lines, limits, outcomes, notices and places. Begin
 * with {@link org.polylogue.corpus.spi.CorpusFormat}.
 */
package org.polylogue.corpus.spi;
