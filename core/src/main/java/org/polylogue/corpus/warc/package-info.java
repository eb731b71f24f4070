/**
 * Web archives: WARC and WET files, such as the segments of a crawl. Begin with {@link
 * org.polylogue.corpus.warc.WarcFormat}.
 */
package org.polylogue.corpus.warc;
