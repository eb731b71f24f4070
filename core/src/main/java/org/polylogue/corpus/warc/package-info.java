/** Web archives: WARC and WET files, such as the segments of a crawl. */
package org.polylogue.corpus.warc;
