/** Web pages: the article, its facts and its comments, taken out of HTML. */
package org.polylogue.corpus.html;
