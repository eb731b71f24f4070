/**
 * The same pipeline on Apache Spark, for corpora that outgrow one machine. Begin with {@link
 * org.polylogue.spark.SparkDiscourse}.
 */
package org.polylogue.spark;
