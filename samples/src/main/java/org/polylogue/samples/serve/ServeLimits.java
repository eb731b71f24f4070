package org.polylogue.samples.serve;

import java.time.Duration;
import java.util.Objects;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.pipeline.DocumentLimits;

/**
 * What a server takes on. Immutable.
 *
 * @param threads requests that are analysed at once, at least 1
 * @param queue requests that may wait for their turn, 0 or more; further ones are refused
 * @param bytes longest body, before it is decompressed, at least 1
 * @param request wall time of a request from its headers to the end of its answer, positive
 * @param article wall time that one article may take, positive
 * @param reading what is read at most
 * @param documents how large an article may be
 */
public record ServeLimits(
    int threads,
    int queue,
    int bytes,
    Duration request,
    Duration article,
    ReadLimits reading,
    DocumentLimits documents) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ServeLimits {
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(documents, "documents");
    if (threads < 1 || queue < 0 || bytes < 1) {
      throw new IllegalArgumentException(
          "threads " + threads + ", queue " + queue + ", bytes " + bytes + " are too low");
    }
    if (request.isNegative() || request.isZero() || article.isNegative() || article.isZero()) {
      throw new IllegalArgumentException("times are positive: " + request + ", " + article);
    }
  }
}
