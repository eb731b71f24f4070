/** Conversion between formats, and agreement between annotations, behind the subcommands. */
package org.polylogue.results.exchange;
