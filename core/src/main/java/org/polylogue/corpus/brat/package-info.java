/**
 * brat stand-off annotations (Stenetorp et al. 2012): texts with an annotation file beside each.
 */
package org.polylogue.corpus.brat;
