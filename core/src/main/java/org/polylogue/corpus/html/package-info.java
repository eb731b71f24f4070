/**
 * Web pages: the article, its facts and its comments, taken out of HTML. Begin with {@link
 * org.polylogue.corpus.html.HtmlFormat}.
 */
package org.polylogue.corpus.html;
