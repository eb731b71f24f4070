/** How corpus statistics scale with the corpus. */
package org.polylogue.benchmarks.lexis;
