/**
 * Conversion between formats, and agreement between annotations, behind the subcommands. Begin with
 * {@link org.polylogue.results.exchange.Target}.
 */
package org.polylogue.results.exchange;
