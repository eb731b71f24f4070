/**
 * The report: one self-contained HTML page that opens offline and shows what was found in a corpus,
 * down to the characters of each article and comment. Begin with {@link
 * org.polylogue.report.ReportWriter}.
 */
package org.polylogue.report;
