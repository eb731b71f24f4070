/** Stance towards targets (SemEval-2016 task 6) and of replies (Lei and Huang 2022). */
package org.polylogue.benchmarks.quality.stance;
