/**
 * How far a number may be trusted: bootstrap intervals and permutation tests. Begin with {@link
 * org.polylogue.lexis.resampling.Resampling}.
 */
package org.polylogue.lexis.resampling;
