/** Articles that say nearly the same: wire copy, reprints, later versions. */
package org.polylogue.corpus.duplicate;
