package org.polylogue.corpus.spi;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.AsynchronousCloseException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipException;
import org.polylogue.text.Explanation;

/**
 * A file or folder to read from, with its name in the corpus and the limits that hold. Files
 * compressed with gzip are read as what they contain. Immutable but for a remembered head; not for
 * use by several threads at once.
 */
public final class CorpusSource {

  private static final int HEAD = 16 << 10;

  /** How long a file may take that says it is empty. */
  private static final Duration STALLED = Duration.ofSeconds(10);

  /** Opens what is not in the default file system, once for each reading. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens it at its beginning.
     *
     * @return its bytes as they are stored, not decompressed
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  private final Path path;
  private final String location;
  private final Opener opener;
  private final String name;
  private final ReadLimits limits;
  private final boolean folder;
  private final Charset asked;
  private byte[] head;

  private CorpusSource(Path path, String name, ReadLimits limits, Charset asked) {
    this.path = Objects.requireNonNull(path, "path");
    this.location = path.toString();
    this.opener = null;
    this.name = Objects.requireNonNull(name, "name");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.folder = Files.isDirectory(path);
    this.asked = asked;
  }

  private CorpusSource(
      String location, Opener opener, String name, ReadLimits limits, Charset asked) {
    this.location = Objects.requireNonNull(location, "location");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.path = Path.of(location.substring(location.lastIndexOf('/') + 1));
    this.name = Objects.requireNonNull(name, "name");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.folder = false;
    this.asked = Objects.requireNonNull(asked, "asked");
  }

  /**
   * A file or folder.
   *
   * @param path where it is
   * @param name its name in the corpus, from which ids are made
   * @param limits what is read at most
   * @return the source
   */
  public static CorpusSource of(Path path, String name, ReadLimits limits) {
    return new CorpusSource(path, name, limits, StandardCharsets.UTF_8);
  }

  /**
   * A file or folder under its own name, with safe limits.
   *
   * @param path where it is
   * @return the source
   */
  public static CorpusSource of(Path path) {
    return of(path, nameOf(path), ReadLimits.DEFAULT);
  }

  /**
   * A file that lies elsewhere: in a distributed file system, an object store, an archive.
   *
   * @param location where it is, for messages; what follows the last slash is the file name, whose
   *     extension formats look at
   * @param opener opens it
   * @param name its name in the corpus, from which ids are made
   * @param limits what is read at most
   * @return the source
   * @throws java.nio.file.InvalidPathException if the file name cannot be one
   */
  public static CorpusSource of(String location, Opener opener, String name, ReadLimits limits) {
    return new CorpusSource(location, opener, name, limits, StandardCharsets.UTF_8);
  }

  /**
   * The same source, its text in another encoding where no byte order mark says otherwise.
   *
   * @param charset the encoding
   * @return a copy
   */
  public CorpusSource in(Charset charset) {
    Objects.requireNonNull(charset, "charset");
    return opener == null
        ? new CorpusSource(path, name, limits, charset)
        : new CorpusSource(location, opener, name, limits, charset);
  }

  /**
   * A file beside this one or in this folder, in the same encoding and within the same limits.
   *
   * @param file where it is
   * @return the source, under this one's name
   */
  public CorpusSource withPath(Path file) {
    return new CorpusSource(file, name, limits, asked);
  }

  /**
   * The encoding of its text.
   *
   * @return that of its byte order mark, otherwise the one asked for, otherwise UTF-8
   * @throws CorpusException if the file cannot be opened or decompressed
   */
  public Encoding encoding() {
    return Encoding.of(headBytes(), asked);
  }

  /**
   * The encoding that the caller asked for.
   *
   * @return UTF-8 if none was asked for
   */
  public Charset askedEncoding() {
    return asked;
  }

  /**
   * The name of a file without the extensions of the format and of compression.
   *
   * @param path a file
   * @return the name, never blank
   */
  public static String nameOf(Path path) {
    Path last = path.getFileName();
    String name = last == null ? path.toString() : last.toString();
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = name.lastIndexOf('.');
    name = dot > 0 && name.length() - dot <= 8 ? name.substring(0, dot) : name;
    return name.isBlank() ? "unnamed" : name;
  }

  /**
   * Where it is.
   *
   * @return the path as it was given; the file name alone if the file lies elsewhere
   */
  public Path path() {
    return path;
  }

  /**
   * Its name in the corpus. A format that holds one article takes it as the article's id.
   *
   * @return the file name without extension, made unique by the corpus reader
   */
  public String name() {
    return name;
  }

  /**
   * What is read at most.
   *
   * @return the limits
   */
  public ReadLimits limits() {
    return limits;
  }

  /**
   * Tells folders from files.
   *
   * @return true for a folder
   */
  public boolean isFolder() {
    return folder;
  }

  /**
   * This source as a place for messages.
   *
   * @return the place of the whole source
   */
  public Place place() {
    return Place.of(location);
  }

  /**
   * A line of this source as a place for messages.
   *
   * @param line line number, from 1
   * @return the place
   */
  public Place place(long line) {
    return Place.ofLine(location, line);
  }

  /**
   * The first bytes of the file after decompression, at most 16 KiB.
   *
   * @return a copy; empty for a folder
   * @throws CorpusException if the file cannot be opened or decompressed
   */
  public byte[] head() {
    return headBytes().clone();
  }

  private byte[] headBytes() {
    if (head == null) {
      if (folder) {
        head = new byte[0];
      } else {
        head = new byte[HEAD];
        int length = 0;
        try (InputStream in = open()) {
          for (int n = 0; n >= 0 && length < HEAD; n = in.read(head, length, HEAD - length)) {
            length += n;
          }
        } catch (IOException e) {
          if (length == 0) {
            throw unreadable(e);
          }
        } finally {
          head = Arrays.copyOf(head, length);
        }
      }
    }
    return head;
  }

  /**
   * The first characters of the file, for recognising a format; what is no text in it becomes
   * U+FFFD.
   *
   * @return at most 16 Ki characters without a byte order mark; empty for a folder
   * @throws CorpusException if the file cannot be opened or decompressed
   */
  public String headText() {
    byte[] bytes = headBytes();
    Encoding encoding = encoding();
    return new String(
        Arrays.copyOfRange(bytes, encoding.markLength(), bytes.length), encoding.charset());
  }

  /**
   * Opens the file and decompresses it if it is compressed with gzip.
   *
   * @return its bytes, buffered; the caller closes it. Reading past a limit of this source throws
   *     {@link CorpusException}
   * @throws CorpusException if it cannot be opened, does not exist, or is no file
   */
  public InputStream open() {
    if (folder) {
      throw new CorpusException(place(), "is a folder; name a file in it");
    }
    InputStream raw = null;
    try {
      raw = new BufferedInputStream(opener == null ? file() : opener.open(), 1 << 16);
      return BoundedInput.open(raw, this);
    } catch (IOException e) {
      try {
        if (raw != null) {
          raw.close();
        }
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw unreadable(e);
    }
  }

  private InputStream file() throws IOException {
    InputStream in = Files.newInputStream(path);
    return Files.size(path) == 0 ? new StallGuard(in, STALLED) : in;
  }

  /**
   * The whole file as text: in the encoding of its byte order mark, in the one asked for, or UTF-8.
   *
   * @return the text without a byte order mark
   * @throws CorpusException if it is no valid text, is larger than {@link
   *     ReadLimits#documentCharacters()} or cannot be read
   */
  public String text() {
    long most = 4L * limits.documentCharacters() + 4;
    byte[] bytes;
    try (InputStream in = open()) {
      bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
    } catch (IOException e) {
      throw unreadable(e);
    }
    Encoding encoding = Encoding.of(bytes, asked);
    String text =
        bytes.length > most
            ? null
            : encoding.decode(bytes, encoding.markLength(), bytes.length, place(), 0, 1);
    if (text == null || text.length() > limits.documentCharacters()) {
      throw new CorpusException(
          place(),
          "the text is longer than "
              + limits.documentCharacters()
              + " characters; split the file or raise the limit on document characters");
    }
    return text;
  }

  /**
   * The lines of the file, read one after the other.
   *
   * @return the lines; the caller closes them
   * @throws CorpusException if the file cannot be opened
   */
  public CorpusLines lines() {
    return new CorpusLines(this);
  }

  /** A foreign failure to read as a fault of this source. */
  CorpusException unreadable(IOException e) {
    CorpusException fault = new CorpusException(place(), reason(e));
    fault.initCause(e);
    return fault;
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission to read it is denied";
    }
    if (e instanceof AsynchronousCloseException) {
      return "gives no data, or too slowly, and is no ordinary file; leave it out";
    }
    if (e instanceof EOFException) {
      return "its compressed content ends too early; get the whole file";
    }
    if (e instanceof ZipException) {
      return "its compressed content is damaged (" + e.getMessage() + "); get the file again";
    }
    return "cannot be read: " + Explanation.of(e);
  }

  @Override
  public String toString() {
    return location;
  }
}
