/** Makes the models of stance. */
package org.polylogue.discourse.stance;
