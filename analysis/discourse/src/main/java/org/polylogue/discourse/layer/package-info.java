/**
 * Layers of findings: what a layer is called, which columns, annotations and kinds it has, listed
 * once in {@link org.polylogue.discourse.layer.Layers}. Tables, JSON, offsets, exchange with
 * annotation tools, counts, Spark and the report loop over that list. Begin with {@link
 * org.polylogue.discourse.layer.Layers}.
 */
package org.polylogue.discourse.layer;
