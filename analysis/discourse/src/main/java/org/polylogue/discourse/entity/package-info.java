/**
 * Who is meant in a conversation: names, descriptions and pronouns. Begin with {@link
 * org.polylogue.discourse.entity.EntityAnalysis}.
 */
package org.polylogue.discourse.entity;
