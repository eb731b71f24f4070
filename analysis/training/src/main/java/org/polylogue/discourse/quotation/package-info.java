/** Makes the model of attributions. */
package org.polylogue.discourse.quotation;
