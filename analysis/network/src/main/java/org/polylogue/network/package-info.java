/**
 * Discourse networks: who shares or disputes which concept with whom, who is named together, who
 * replies to whom; and their files. Begin with {@link org.polylogue.network.CoMentionNetwork}.
 */
package org.polylogue.network;
