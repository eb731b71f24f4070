/** Sequences of words that come again: n-grams and lexical bundles. */
package org.polylogue.lexis.ngram;
