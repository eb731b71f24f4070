/** How evenly a word is spread over the parts of a slice. */
package org.polylogue.lexis.dispersion;
