/** Other tools, run as their manuals say, to measure beside. */
package org.polylogue.benchmarks.rival;
