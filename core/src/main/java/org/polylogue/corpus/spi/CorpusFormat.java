package org.polylogue.corpus.spi;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A way that corpora are stored, recognised by content. Implementations are immutable and
 * thread-safe.
 *
 * <p>A format reads lazily: the stream holds at most one item beyond the one handed on, keeps files
 * open only until it is closed, and may be stopped at any item. What it cannot read it hands on as
 * {@link ReadOutcome.Failed} and goes on with the next item where the format allows that; a {@link
 * CorpusException} thrown by the stream or by {@link #read} ends the source, not the corpus.
 */
public interface CorpusFormat {

  /**
   * Names the format in messages and options.
   *
   * @return a short lower-case name such as {@code text-page}
   */
  String name();

  /**
   * Tells from the first bytes of a file, or from the names in a folder, whether this is the format
   * of a source. The first format that accepts a source reads it.
   *
   * @param source a file or a folder
   * @return true if {@link #read} should be tried
   */
  boolean accepts(CorpusSource source);

  /**
   * Tells which entries of a folder it reads as a whole; the others are read for themselves.
   *
   * @param folder a folder that was accepted
   * @param entry a file or folder in it
   * @return true if {@link #read} of the folder covers the entry; as a default it covers all
   */
  default boolean covers(CorpusSource folder, Path entry) {
    return true;
  }

  /**
   * Reads a source.
   *
   * @param source a file or folder that was accepted
   * @return its items in order; the caller closes it
   * @throws CorpusException if the source as a whole cannot be read
   */
  Stream<ReadOutcome> read(CorpusSource source);
}
