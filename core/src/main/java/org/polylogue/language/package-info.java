/**
 * The language port: tokens, sentences, tags, lemmas, dependencies and named spans as records of
 * this library, whichever engine made them. Begin with {@link
 * org.polylogue.language.LanguageEngine}.
 */
package org.polylogue.language;
