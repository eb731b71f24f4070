/**
 * Two or more parts of a corpus beside each other: how like their words are ({@link
 * org.polylogue.lexis.comparison.Likeness}), and how well words tell them apart ({@link
 * org.polylogue.lexis.comparison.SliceClassifier}).
 */
package org.polylogue.lexis.comparison;
