/**
 * Which words keep company with a word, near it or in its dependencies. Begin with {@link
 * org.polylogue.lexis.collocation.Collocations}.
 */
package org.polylogue.lexis.collocation;
