/**
 * Words that are said again: passages of comments that repeat what they answer, and quotations that
 * are one utterance. Begin with {@link org.polylogue.discourse.echo.EchoFinder} and {@link
 * org.polylogue.discourse.echo.ReuseFinder}.
 */
package org.polylogue.discourse.echo;
