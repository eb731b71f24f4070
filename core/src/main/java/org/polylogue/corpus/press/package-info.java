/** Downloads of press databases: many articles in one document. */
package org.polylogue.corpus.press;
