/**
 * Passages of comments that repeat the article or the comment they answer. Begin with {@link
 * org.polylogue.discourse.echo.EchoFinder}.
 */
package org.polylogue.discourse.echo;
