/** The workings of quotation finding; no API. */
package org.polylogue.discourse.quotation.internal;
