/**
 * The report: one self-contained HTML page that opens offline and shows what was found in a corpus,
 * down to the characters of each article and comment.
 */
package org.polylogue.report;
