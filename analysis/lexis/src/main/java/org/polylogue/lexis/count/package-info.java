/**
 * Counts by row, as matrices, topics, scales and comparisons have them. Begin with {@link
 * org.polylogue.lexis.count.CountRows}.
 */
package org.polylogue.lexis.count;
