package org.polylogue.spark;

import java.io.Serializable;

/**
 * How a run on Spark treats single articles.
 *
 * @param documentCharacters UTF-16 code units of one text that are read at most, at least 1
 * @param secondsPerArticle wall time that one article may take, at least 1
 * @param csv true to write each table as CSV too
 */
public record SparkSettings(int documentCharacters, int secondsPerArticle, boolean csv)
    implements Serializable {

  /** A million characters, ten minutes, Parquet alone. */
  public static final SparkSettings DEFAULT = new SparkSettings(1_000_000, 600, false);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public SparkSettings {
    if (documentCharacters < 1 || secondsPerArticle < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }
}
