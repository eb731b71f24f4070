/**
 * Texts on a line, by their words. Begin with {@link org.polylogue.lexis.scaling.Wordscores} if the
 * places of some texts are known, with {@link org.polylogue.lexis.scaling.LatentSemanticScaling} if
 * some words are, and with {@link org.polylogue.lexis.scaling.Wordfish} otherwise.
 */
package org.polylogue.lexis.scaling;
