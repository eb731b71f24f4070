/** Linear models over named features: how they are kept in files, applied and explained. */
package org.polylogue.discourse.learning;
