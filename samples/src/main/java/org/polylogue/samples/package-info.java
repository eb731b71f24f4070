/** The polylogue command and small programs that embed the library. */
package org.polylogue.samples;
