/** Trains the decisions about attributions. */
package org.polylogue.discourse.quotation.internal;
