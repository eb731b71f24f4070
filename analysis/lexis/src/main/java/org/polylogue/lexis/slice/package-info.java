/** Which tokens of a corpus are meant: slices, their text form, and the tokens they select. */
package org.polylogue.lexis.slice;
