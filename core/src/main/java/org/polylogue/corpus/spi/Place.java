package org.polylogue.corpus.spi;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A place in a corpus, as precise as it is known.
 *
 * @param source the file or folder, as the caller named it
 * @param line line number, from 1
 * @param offset byte offset in the (decompressed) file, from 0
 */
public record Place(String source, OptionalLong line, OptionalLong offset) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the line is less than 1 or the offset is negative
   */
  public Place {
    Objects.requireNonNull(source, "source");
    if (line.isPresent() && line.getAsLong() < 1) {
      throw new IllegalArgumentException("lines count from 1: " + line.getAsLong());
    }
    if (offset.isPresent() && offset.getAsLong() < 0) {
      throw new IllegalArgumentException("offsets count from 0: " + offset.getAsLong());
    }
  }

  /**
   * A whole file or folder.
   *
   * @param source its name
   * @return the place
   */
  public static Place of(String source) {
    return new Place(source, OptionalLong.empty(), OptionalLong.empty());
  }

  /**
   * A line of a file.
   *
   * @param source its name
   * @param line line number, from 1
   * @return the place
   */
  public static Place ofLine(String source, long line) {
    return new Place(source, OptionalLong.of(line), OptionalLong.empty());
  }

  /** Names the place as compilers do: {@code file:line} or {@code file@byte}. */
  @Override
  public String toString() {
    if (line.isPresent()) {
      return source + ":" + line.getAsLong();
    }
    return offset.isPresent() ? source + "@" + offset.getAsLong() : source;
  }
}
