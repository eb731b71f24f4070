/**
 * Two or more parts of a corpus beside each other. Begin with {@link
 * org.polylogue.lexis.comparison.Likeness}, how like their words are; {@link
 * org.polylogue.lexis.comparison.SliceClassifier} tells how well words tell them apart.
 */
package org.polylogue.lexis.comparison;
