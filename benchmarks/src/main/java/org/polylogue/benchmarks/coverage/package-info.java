/** How often intervals of corrected estimates hold what they promise. */
package org.polylogue.benchmarks.coverage;
