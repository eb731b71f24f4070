/**
 * Judges that code the rows of a sample in place of people, or beside them. Begin with {@link
 * org.polylogue.validation.judging.RowJudge}; {@link org.polylogue.validation.judging.JudgedRows}
 * asks one and writes what people would have written.
 */
package org.polylogue.validation.judging;
