/**
 * The language port: tokens, sentences, tags, lemmas, dependencies and named spans as records of
 * this library, whichever engine made them.
 */
package org.polylogue.language;
