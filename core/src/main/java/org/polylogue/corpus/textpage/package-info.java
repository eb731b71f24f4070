/** Web pages that were saved or copied as text. */
package org.polylogue.corpus.textpage;
