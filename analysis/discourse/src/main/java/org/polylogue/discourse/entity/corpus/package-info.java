/** Who is who in a whole corpus. */
package org.polylogue.discourse.entity.corpus;
