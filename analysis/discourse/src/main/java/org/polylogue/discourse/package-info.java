/**
 * Who says what about whom, in which tone, and who sides with whom. Begin with {@link
 * org.polylogue.discourse.DiscourseAnalysis}.
 */
package org.polylogue.discourse;
