/** Findings as flat tables: one row for each article, comment, quotation and so on. */
package org.polylogue.discourse.table;
