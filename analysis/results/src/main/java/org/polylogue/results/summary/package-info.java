/**
 * Sums of findings over articles: who is quoted for how many words, and how that changes from
 * outlet to outlet and from month to month. Begin with {@link
 * org.polylogue.results.summary.SourceCounts}.
 */
package org.polylogue.results.summary;
