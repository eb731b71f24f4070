/**
 * Tables of articles and comments: CSV, TSV and JSON Lines of others, and files named by facts.
 * Begin with {@link org.polylogue.corpus.table.TableFormat}.
 */
package org.polylogue.corpus.table;
