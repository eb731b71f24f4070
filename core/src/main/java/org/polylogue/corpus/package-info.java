/** Corpus formats: pages saved as text, JSON Lines and others, read into conversations. */
package org.polylogue.corpus;
