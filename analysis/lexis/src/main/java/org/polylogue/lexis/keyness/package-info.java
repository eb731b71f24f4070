/** Which words mark a slice of a corpus against another, or several slices against each other. */
package org.polylogue.lexis.keyness;
