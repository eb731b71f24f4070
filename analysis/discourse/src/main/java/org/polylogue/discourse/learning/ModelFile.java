package org.polylogue.discourse.learning;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.polylogue.pipeline.Sha256;

/**
 * The envelope of every file of a model: four letters that tell its kind, a byte that tells the
 * version of its format, and its content, deflated or not. A file is known by the SHA-256 of all
 * its bytes. Equal contents give equal bytes.
 *
 * @param letters four letters of ASCII
 * @param version 1 to 127
 * @param deflated whether what follows the version is deflated
 * @param content what is in it, for messages, such as {@code linear model}
 */
public record ModelFile(String letters, int version, boolean deflated, String content) {

  private static final int BUFFER = 1 << 16;

  /**
   * Checks the letters.
   *
   * @throws IllegalArgumentException if there are not four
   */
  public ModelFile {
    if (letters.length() != 4) {
      throw new IllegalArgumentException("four letters tell the kind of a model, not " + letters);
    }
  }

  /** Writes a content. */
  @FunctionalInterface
  public interface Writer {

    /**
     * Writes it.
     *
     * @param out takes it
     * @throws IOException if it cannot take it
     */
    void write(DataOutputStream out) throws IOException;
  }

  /**
   * Reads a content.
   *
   * @param <M> what is made of it
   */
  @FunctionalInterface
  public interface Reader<M> {

    /**
     * Reads it.
     *
     * @param in gives the content
     * @param hash the SHA-256 of the file
     * @return what is made of it
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is damaged
     */
    M read(DataInputStream in, String hash) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param out takes the bytes, is not closed
   * @param writer writes the content
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out, Writer writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream data =
        new DataOutputStream(
            deflated ? new DeflaterOutputStream(bytes, deflater, BUFFER) : bytes)) {
      writer.write(data);
    } finally {
      deflater.end();
    }
    out.write(letters.getBytes(StandardCharsets.US_ASCII));
    out.write(version);
    bytes.writeTo(out);
    out.flush();
  }

  /**
   * Reads a file.
   *
   * @param in the bytes of one file, is not closed
   * @param name of the file or resource, for messages
   * @param reader reads the content
   * @param <M> what is made of it
   * @return what the reader made
   * @throws IOException if these bytes are no file of this kind and version, or are damaged
   */
  public <M> M read(InputStream in, String name, Reader<M> reader) throws IOException {
    byte[] bytes = in.readAllBytes();
    int head = letters.length() + 1;
    byte[] kind = letters.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length < head || !Arrays.equals(Arrays.copyOf(bytes, kind.length), kind)) {
      throw new IOException(name + ": this is no file of a " + content);
    }
    if (bytes[head - 1] != version) {
      throw new IOException(
          name
              + ": model format "
              + bytes[head - 1]
              + ", this library reads "
              + version
              + "; train it again");
    }
    InputStream body = new ByteArrayInputStream(bytes, head, bytes.length - head);
    try (DataInputStream data =
        new DataInputStream(
            deflated ? new BufferedInputStream(new InflaterInputStream(body), BUFFER) : body)) {
      return reader.read(data, Sha256.of(bytes));
    } catch (EOFException | ZipException | UTFDataFormatException e) {
      throw new IOException(name + ": the file is cut off or damaged", e);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new IOException(name + ": the file is damaged: " + e.getMessage(), e);
    }
  }
}
