package org.polylogue.text;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the tables, lists and codebooks of a user, which are in UTF-8. */
public final class Utf8File {

  private Utf8File() {}

  /**
   * Opens a file. Bytes that are not UTF-8 are an error of the reader that names the file.
   *
   * @param file a text file
   * @return its text without a byte order mark; to be closed
   * @throws IOException if it cannot be opened
   */
  public static BufferedReader open(Path file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new FilterReader(Files.newBufferedReader(file)) {
              @Override
              public int read(char[] buffer, int from, int length) throws IOException {
                try {
                  return super.read(buffer, from, length);
                } catch (CharacterCodingException e) {
                  throw new IOException(file + ": not UTF-8; save it as UTF-8", e);
                }
              }
            });
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }
}
