/**
 * Sequences of words that come again: n-grams and lexical bundles. Begin with {@link
 * org.polylogue.lexis.ngram.NGrams}.
 */
package org.polylogue.lexis.ngram;
