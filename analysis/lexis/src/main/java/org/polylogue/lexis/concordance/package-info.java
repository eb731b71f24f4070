/**
 * Patterns over tokens, and concordances: the lines in which a pattern is found. Begin with {@link
 * org.polylogue.lexis.concordance.Concordance}.
 */
package org.polylogue.lexis.concordance;
