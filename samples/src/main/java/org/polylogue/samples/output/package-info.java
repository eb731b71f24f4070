/** Files that {@code polylogue analyze} leaves behind; each appears whole, by rename. */
package org.polylogue.samples.output;
