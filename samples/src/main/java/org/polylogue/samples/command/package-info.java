/** The subcommands of {@code polylogue} and what they share: inputs, error lines, progress. */
package org.polylogue.samples.command;
