/** How varied and how hard to read a text is. */
package org.polylogue.lexis.measure;
