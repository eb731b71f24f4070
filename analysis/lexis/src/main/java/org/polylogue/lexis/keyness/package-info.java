/**
 * Which words mark a slice of a corpus against another, or several slices against each other. Begin
 * with {@link org.polylogue.lexis.keyness.Keyness}.
 */
package org.polylogue.lexis.keyness;
