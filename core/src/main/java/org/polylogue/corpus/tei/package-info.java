/**
 * Texts in the markup of the Text Encoding Initiative. Begin with {@link
 * org.polylogue.corpus.tei.TeiFormat}.
 */
package org.polylogue.corpus.tei;
