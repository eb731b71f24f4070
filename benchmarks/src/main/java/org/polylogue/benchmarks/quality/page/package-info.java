/** How much of the article of a web page is read, and how much that is none. */
package org.polylogue.benchmarks.quality.page;
