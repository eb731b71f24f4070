/**
 * The language port on Stanford CoreNLP; the only room that knows its types. Begin with {@link
 * org.polylogue.corenlp.CoreNlpEngine}.
 */
package org.polylogue.corenlp;
