/**
 * A run over a corpus and the files that it leaves behind, each of which appears whole, by rename.
 * Begin with {@link org.polylogue.results.run.AnalysisRun}.
 */
package org.polylogue.results.run;
