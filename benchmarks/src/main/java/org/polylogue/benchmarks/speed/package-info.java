/** Throughput beside CoreNLP's, as ratios that are measured in one run. */
package org.polylogue.benchmarks.speed;
