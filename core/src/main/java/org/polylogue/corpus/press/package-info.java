/**
 * Downloads of press databases: many articles in one document. Begin with {@link
 * org.polylogue.corpus.press.PressFormat}.
 */
package org.polylogue.corpus.press;
