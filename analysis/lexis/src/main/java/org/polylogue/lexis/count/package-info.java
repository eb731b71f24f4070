/**
 * Counts of words by text, as topics, scales and comparisons read them. Begin with {@link
 * org.polylogue.lexis.count.CountRows}.
 */
package org.polylogue.lexis.count;
