/**
 * Who is who in a whole corpus. Begin with {@link
 * org.polylogue.discourse.entity.corpus.ActorIndex}.
 */
package org.polylogue.discourse.entity.corpus;
