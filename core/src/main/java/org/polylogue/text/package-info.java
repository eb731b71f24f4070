/** Offsets into texts that are never edited: spans, passages, and alignments of derived texts. */
package org.polylogue.text;
