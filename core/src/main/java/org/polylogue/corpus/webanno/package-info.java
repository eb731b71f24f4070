/**
 * WebAnno TSV, the exchange format of WebAnno and INCEpTION. Begin with {@link
 * org.polylogue.corpus.webanno.WebAnnoFormat}.
 */
package org.polylogue.corpus.webanno;
