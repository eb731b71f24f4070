/**
 * Who sides with whom: stance of a comment towards the article, the comment it answers, or a target
 * given by name, and of a speaker towards the concepts of a codebook. {@link
 * org.polylogue.discourse.stance.StanceReader} is the common interface. Begin with {@link
 * org.polylogue.discourse.stance.StanceReader}.
 */
package org.polylogue.discourse.stance;
