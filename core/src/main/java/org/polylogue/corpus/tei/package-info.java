/** Texts in the markup of the Text Encoding Initiative. */
package org.polylogue.corpus.tei;
