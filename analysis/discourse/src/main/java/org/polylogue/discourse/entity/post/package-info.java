/**
 * Names in comments and posts. Begin with {@link
 * org.polylogue.discourse.entity.post.PostNameFinder}.
 */
package org.polylogue.discourse.entity.post;
