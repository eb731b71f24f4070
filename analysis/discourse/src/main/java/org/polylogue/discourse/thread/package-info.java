/**
 * Shapes of comment threads, and who replies to whom. Begin with {@link
 * org.polylogue.discourse.thread.ThreadMeasurement}.
 */
package org.polylogue.discourse.thread;
