/**
 * Web pages that were saved or copied as text. Begin with {@link
 * org.polylogue.corpus.textpage.TextPageFormat}.
 */
package org.polylogue.corpus.textpage;
