/** Patterns over tokens, and concordances: the lines in which a pattern is found. */
package org.polylogue.lexis.concordance;
