/** The same pipeline on Apache Spark, for corpora that outgrow one machine. */
package org.polylogue.spark;
