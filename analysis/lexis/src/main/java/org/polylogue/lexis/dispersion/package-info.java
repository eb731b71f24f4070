/**
 * How evenly a word is spread over the parts of a slice. Begin with {@link
 * org.polylogue.lexis.dispersion.Dispersion}.
 */
package org.polylogue.lexis.dispersion;
