/**
 * The door to corpora: files and folders, read into conversations whatever their format. Begin with
 * {@link org.polylogue.corpus.CorpusReader}.
 */
package org.polylogue.corpus;
