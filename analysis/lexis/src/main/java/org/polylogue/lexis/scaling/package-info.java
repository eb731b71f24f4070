/**
 * Texts on a line, by their words: with reference texts ({@link
 * org.polylogue.lexis.scaling.Wordscores}), with seed words ({@link
 * org.polylogue.lexis.scaling.LatentSemanticScaling}) or with neither ({@link
 * org.polylogue.lexis.scaling.Wordfish}).
 */
package org.polylogue.lexis.scaling;
