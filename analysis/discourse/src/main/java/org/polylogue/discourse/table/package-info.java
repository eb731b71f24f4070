/**
 * Findings as flat tables: one row for each article, comment, quotation and so on. Begin with
 * {@link org.polylogue.discourse.table.DiscourseTable}.
 */
package org.polylogue.discourse.table;
