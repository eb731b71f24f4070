/** Linear models over named features: how they are trained, kept in files and explained. */
package org.polylogue.discourse.learning;
