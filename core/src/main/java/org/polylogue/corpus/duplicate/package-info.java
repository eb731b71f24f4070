/**
 * Articles that say nearly the same: wire copy, reprints, later versions. Begin with {@link
 * org.polylogue.corpus.duplicate.NearDuplicates}.
 */
package org.polylogue.corpus.duplicate;
