/** What the packages of this module share and nobody else needs. */
package org.polylogue.lexis.internal;
