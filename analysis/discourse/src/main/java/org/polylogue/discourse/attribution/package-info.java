/**
 * The port for what reads words and tells which of them may belong to an attribution. Quotations
 * are found without one too. Begin with {@link
 * org.polylogue.discourse.attribution.AttributionReader}.
 */
package org.polylogue.discourse.attribution;
