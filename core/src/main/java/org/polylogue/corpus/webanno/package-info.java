/** WebAnno TSV, the exchange format of WebAnno and INCEpTION. */
package org.polylogue.corpus.webanno;
