/**
 * The library's own format: a conversation a line, in JSON. Begin with {@link
 * org.polylogue.corpus.jsonl.JsonLinesFormat}.
 */
package org.polylogue.corpus.jsonl;
