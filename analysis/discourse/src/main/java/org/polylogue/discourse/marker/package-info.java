/**
 * Words of comments that tell how they talk: questions, hedges, insults, shouting, thanks, links,
 * sources, and addressing by name. Begin with {@link
 * org.polylogue.discourse.marker.MarkerAnalysis}.
 */
package org.polylogue.discourse.marker;
