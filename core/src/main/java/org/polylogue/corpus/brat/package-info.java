/**
 * brat stand-off annotations (Stenetorp et al. 2012): texts with an annotation file beside each.
 * Begin with {@link org.polylogue.corpus.brat.BratFormat}.
 */
package org.polylogue.corpus.brat;
