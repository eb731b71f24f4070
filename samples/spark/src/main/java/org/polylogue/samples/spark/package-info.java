/** The {@code polylogue} analysis as a program for {@code spark-submit}. */
package org.polylogue.samples.spark;
