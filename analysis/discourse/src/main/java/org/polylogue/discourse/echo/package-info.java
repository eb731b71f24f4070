/** Passages of comments that repeat the article or the comment they answer. */
package org.polylogue.discourse.echo;
