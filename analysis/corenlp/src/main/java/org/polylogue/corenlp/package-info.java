/** The language port on Stanford CoreNLP; the only room that knows its types. */
package org.polylogue.corenlp;
