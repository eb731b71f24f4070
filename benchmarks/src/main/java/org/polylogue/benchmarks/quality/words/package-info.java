/** How the shipped classes of words are made. */
package org.polylogue.benchmarks.quality.words;
