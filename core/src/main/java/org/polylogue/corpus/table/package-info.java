/** Tables of articles and comments: CSV, TSV and JSON Lines of others, and files named by facts. */
package org.polylogue.corpus.table;
