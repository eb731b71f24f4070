/**
 * Dictionaries of categories, and how often a corpus has what they list. Begin with {@link
 * org.polylogue.lexis.dictionary.Dictionary}.
 */
package org.polylogue.lexis.dictionary;
