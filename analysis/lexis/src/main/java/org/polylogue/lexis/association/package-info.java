/**
 * Measures of two-by-two tables, which keyness and collocations share, and corrections of tests.
 */
package org.polylogue.lexis.association;
