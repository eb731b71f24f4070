package org.polylogue.corpus.spi;

import java.io.Serializable;

/**
 * How much of a source is read before it counts as a fault. Every limit is at least 1.
 *
 * @param documentCharacters UTF-16 code units of one article's or comment's text, and of one text
 *     page
 * @param paragraphCharacters UTF-16 code units of one paragraph
 * @param lineBytes bytes of one line of a line-based format
 * @param comments comments under one article
 * @param nesting depth of nested structures: objects in JSON, elements in HTML
 * @param fileBytes bytes of one file after decompression
 * @param expansion how many times larger a compressed file may become, once past 1 MiB
 */
public record ReadLimits(
    int documentCharacters,
    int paragraphCharacters,
    int lineBytes,
    int comments,
    int nesting,
    long fileBytes,
    int expansion)
    implements Serializable {

  /**
   * Safe for untrusted input on a small heap: texts of 5 million and paragraphs of 1 million
   * characters, lines of 64 MiB, a million comments, 100 levels, 1 TiB and an expansion of 200.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(5_000_000, 1_000_000, 64 << 20, 1_000_000, 100, 1L << 40, 200);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public ReadLimits {
    long least =
        Math.min(
            Math.min(Math.min(documentCharacters, paragraphCharacters), (long) lineBytes),
            Math.min(Math.min(comments, nesting), Math.min(fileBytes, expansion)));
    if (least < 1) {
      throw new IllegalArgumentException("every limit is at least 1, not " + least);
    }
  }

  /**
   * The same limits with another size of texts.
   *
   * @param characters UTF-16 code units, at least 1
   * @return a copy
   */
  public ReadLimits withDocumentCharacters(int characters) {
    return new ReadLimits(
        characters, paragraphCharacters, lineBytes, comments, nesting, fileBytes, expansion);
  }

  /**
   * The same limits with another size of paragraphs.
   *
   * @param characters UTF-16 code units, at least 1
   * @return a copy
   */
  public ReadLimits withParagraphCharacters(int characters) {
    return new ReadLimits(
        documentCharacters, characters, lineBytes, comments, nesting, fileBytes, expansion);
  }

  /**
   * The same limits with another length of lines.
   *
   * @param bytes at least 1
   * @return a copy
   */
  public ReadLimits withLineBytes(int bytes) {
    return new ReadLimits(
        documentCharacters, paragraphCharacters, bytes, comments, nesting, fileBytes, expansion);
  }

  /**
   * The same limits with another size of threads.
   *
   * @param count comments under one article, at least 1
   * @return a copy
   */
  public ReadLimits withComments(int count) {
    return new ReadLimits(
        documentCharacters, paragraphCharacters, lineBytes, count, nesting, fileBytes, expansion);
  }

  /**
   * The same limits with another depth.
   *
   * @param depth levels of nested structures, at least 1
   * @return a copy
   */
  public ReadLimits withNesting(int depth) {
    return new ReadLimits(
        documentCharacters, paragraphCharacters, lineBytes, comments, depth, fileBytes, expansion);
  }

  /**
   * The same limits with another size of files.
   *
   * @param bytes after decompression, at least 1
   * @return a copy
   */
  public ReadLimits withFileBytes(long bytes) {
    return new ReadLimits(
        documentCharacters, paragraphCharacters, lineBytes, comments, nesting, bytes, expansion);
  }
}
