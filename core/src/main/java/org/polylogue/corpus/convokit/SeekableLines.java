package org.polylogue.corpus.convokit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Lines of a UTF-8 file by their offset; those that a first pass found to be sound. */
final class SeekableLines {

  private final RandomAccessFile file;
  private final byte[] buffer = new byte[1 << 14];

  SeekableLines(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  String at(long offset) throws IOException {
    file.seek(offset);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int n = file.read(buffer); n > 0; n = file.read(buffer)) {
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, 0, i);
          return line.toString(StandardCharsets.UTF_8);
        }
      }
      line.write(buffer, 0, n);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
