/** What a corpus format needs and gives: sources, lines, limits, outcomes, notices and places. */
package org.polylogue.corpus.spi;
