/** Small programs that embed the library, each run by a test. */
package org.polylogue.samples.programs;
