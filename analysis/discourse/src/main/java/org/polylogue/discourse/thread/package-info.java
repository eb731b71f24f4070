/** Shapes of comment threads, and who replies to whom. */
package org.polylogue.discourse.thread;
