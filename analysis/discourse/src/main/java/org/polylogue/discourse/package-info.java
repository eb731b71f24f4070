/** Who says what about whom, in which tone, and who sides with whom. */
package org.polylogue.discourse;
