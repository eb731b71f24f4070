/** Speed and quality, each measured beside rivals. */
package org.polylogue.benchmarks;
