package org.polylogue.spark;

import java.io.Serializable;
import java.util.Objects;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.pipeline.DocumentLimits;

/**
 * How a run on Spark treats articles. A small value that is sent to the executors.
 *
 * @param limits how large an article with its comments may be
 * @param reading what is read at most; {@link ReadLimits#fileBytes()} counts for files that are not
 *     split
 * @param secondsPerArticle wall time that one article may take, at least 1
 * @param partitions into how many tasks lines are dealt, at least 1; 0 for sixteen for each core,
 *     or as many as Spark reads the files in if that is more; a Dataset stays as it is then
 * @param csv true to write each table as CSV too
 */
public record SparkSettings(
    DocumentLimits limits, ReadLimits reading, int secondsPerArticle, int partitions, boolean csv)
    implements Serializable {

  /**
   * The limits of {@link DocumentLimits#DEFAULT} and {@link ReadLimits#DEFAULT}, ten minutes,
   * Parquet alone.
   */
  public static final SparkSettings DEFAULT =
      new SparkSettings(DocumentLimits.DEFAULT, ReadLimits.DEFAULT, 600, 0, false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the time is less than a second or there are fewer than 0
   *     partitions
   */
  public SparkSettings {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(reading, "reading");
    if (secondsPerArticle < 1) {
      throw new IllegalArgumentException("an article needs at least a second");
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
    return new SparkSettings(limits, reading, secondsPerArticle, partitions, wanted);
  }

  /**
   * The same settings with another number of tasks.
   *
   * @param count at least 0, see {@link #partitions()}
   * @return a copy
   */
  public SparkSettings withPartitions(int count) {
    return new SparkSettings(limits, reading, secondsPerArticle, count, csv);
  }
}
