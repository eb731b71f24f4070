/**
 * Which tokens of a corpus are meant: slices, their text form, and the tokens they select. Begin
 * with {@link org.polylogue.lexis.slice.SliceParser}.
 */
package org.polylogue.lexis.slice;
