/** Which words keep company with a word, near it or in its dependencies. */
package org.polylogue.lexis.collocation;
