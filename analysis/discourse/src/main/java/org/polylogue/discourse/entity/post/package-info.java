/** Names in comments and posts. */
package org.polylogue.discourse.entity.post;
