/**
 * Measures of two-by-two tables, which keyness and collocations share, and corrections of tests.
 * Begin with {@link org.polylogue.lexis.association.Contingency}.
 */
package org.polylogue.lexis.association;
