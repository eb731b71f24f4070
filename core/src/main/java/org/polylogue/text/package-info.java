/**
 * Offsets into texts that are never edited: spans, passages, and alignments of derived texts. Begin
 * with {@link org.polylogue.text.Span}.
 */
package org.polylogue.text;
