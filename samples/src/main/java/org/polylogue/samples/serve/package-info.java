/** A server that keeps models loaded, and the client that asks it. */
package org.polylogue.samples.serve;
