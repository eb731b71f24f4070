/**
 * What is known of the world before a text is read: countries, offices, given names, well-known
 * names, and what a user knows. Begin with {@link org.polylogue.discourse.entity.world.ActorTable}.
 */
package org.polylogue.discourse.entity.world;
