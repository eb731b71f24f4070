/** Quotations and their sources on PolNeAR (Newell et al. 2018). */
package org.polylogue.benchmarks.quality.quotation;
