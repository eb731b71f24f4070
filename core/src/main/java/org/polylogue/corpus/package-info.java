/** The door to corpora: files and folders, read into conversations whatever their format. */
package org.polylogue.corpus;
