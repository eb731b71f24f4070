package org.polylogue.spark;

import java.io.Serializable;
import org.polylogue.pipeline.DocumentLimits;

/**
 * How a run on Spark treats articles. A small value that is sent to the executors.
 *
 * @param characters UTF-16 code units of one article or comment that are analysed at most, at least
 *     1
 * @param comments comments under one article that are analysed at most, at least 1
 * @param depth how deep replies may be nested, at least 1
 * @param secondsPerArticle wall time that one article may take, at least 1
 * @param partitions into how many tasks lines are dealt, at least 1; 0 for sixteen for each core,
 *     or as many as Spark reads the files in if that is more; a Dataset stays as it is then
 * @param csv true to write each table as CSV too
 */
public record SparkSettings(
    int characters, int comments, int depth, int secondsPerArticle, int partitions, boolean csv)
    implements Serializable {

  /** The limits of {@link DocumentLimits#DEFAULT}, ten minutes, Parquet alone. */
  public static final SparkSettings DEFAULT =
      new SparkSettings(
          DocumentLimits.DEFAULT.characters(),
          DocumentLimits.DEFAULT.comments(),
          DocumentLimits.DEFAULT.depth(),
          600,
          0,
          false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a limit is less than 1 or there are fewer than 0 partitions
   */
  public SparkSettings {
    if (Math.min(Math.min(characters, comments), Math.min(depth, secondsPerArticle)) < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
    if (partitions < 0) {
      throw new IllegalArgumentException("there cannot be " + partitions + " partitions");
    }
  }

  /**
   * The same settings with or without CSV.
   *
   * @param wanted true to write each table as CSV too
   * @return a copy
   */
  public SparkSettings withCsv(boolean wanted) {
    return new SparkSettings(characters, comments, depth, secondsPerArticle, partitions, wanted);
  }

  /**
   * The same settings with another number of tasks.
   *
   * @param count at least 0, see {@link #partitions()}
   * @return a copy
   */
  public SparkSettings withPartitions(int count) {
    return new SparkSettings(characters, comments, depth, secondsPerArticle, count, csv);
  }

  /** The limits as the pipeline takes them. */
  DocumentLimits limits() {
    return new DocumentLimits(characters, comments, depth, DocumentLimits.Excess.FAIL);
  }
}
