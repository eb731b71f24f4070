/** Scores on public gold data, and the training of the shipped models. */
package org.polylogue.benchmarks.quality;
