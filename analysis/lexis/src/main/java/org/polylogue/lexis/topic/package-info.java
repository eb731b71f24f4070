/**
 * Topics: what texts are about, learned from which words come together. Begin with {@link
 * org.polylogue.lexis.topic.Lda}.
 */
package org.polylogue.lexis.topic;
