/** How far a number may be trusted: bootstrap intervals and permutation tests. */
package org.polylogue.lexis.resampling;
