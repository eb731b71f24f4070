/**
 * How varied and how hard to read a text is. Begin with {@link
 * org.polylogue.lexis.measure.LexicalDiversity}.
 */
package org.polylogue.lexis.measure;
