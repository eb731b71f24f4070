/** The library's own format: a conversation a line, in JSON. */
package org.polylogue.corpus.jsonl;
