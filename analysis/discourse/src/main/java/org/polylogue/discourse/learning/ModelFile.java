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
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.polylogue.pipeline.Sha256;

/**
 * The envelope of every file of a model: four letters that tell its kind, a byte that tells the
 * version of its format, the hash, 32 bytes, and its content, deflated or not. The hash is the
 * SHA-256 of all other bytes; it is checked when a file is read, and a model is known by it. Equal
 * contents give equal bytes.
 *
 * @param letters four letters of ASCII
 * @param version 1 to 127
 * @param deflated whether what follows the version is deflated
 * @param content what is in it, for messages, such as {@code linear model}
 */
public record ModelFile(String letters, int version, boolean deflated, String content) {

  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 5;
  private static final int HASH = 32;

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
     * @param hash the hash of the file, in hexadecimal digits
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
    byte[] bytes = part(writer);
    out.write(bytes, 0, HEAD);
    out.write(Sha256.digest(bytes));
    out.write(bytes, HEAD, bytes.length - HEAD);
    out.flush();
  }

  /**
   * The hash that a file with this content has.
   *
   * @param writer writes the content
   * @return 64 hexadecimal digits
   * @throws IOException if the writer fails
   */
  public String hash(Writer writer) throws IOException {
    return Sha256.of(part(writer));
  }

  /** The bytes of a file but for its hash, to be a part of another. */
  byte[] part(Writer writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(letters.getBytes(StandardCharsets.US_ASCII));
    bytes.write(version);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream data =
        new DataOutputStream(
            deflated ? new DeflaterOutputStream(bytes, deflater, BUFFER) : bytes)) {
      writer.write(data);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
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
    byte[] file = in.readAllBytes();
    check(file, name);
    byte[] stored = Arrays.copyOfRange(file, HEAD, HEAD + HASH);
    byte[] bytes = Arrays.copyOf(file, Math.max(HEAD, file.length - HASH));
    System.arraycopy(file, file.length - bytes.length + HEAD, bytes, HEAD, bytes.length - HEAD);
    byte[] hash = Sha256.digest(bytes);
    if (!Arrays.equals(hash, stored)) {
      throw new IOException(
          name
              + ": the file is cut off or damaged, since its hash is not that of its content, or it"
              + " was made before files had one; see docs/models/README.md");
    }
    return content(bytes, HexFormat.of().formatHex(hash), name, reader);
  }

  private void check(byte[] bytes, String name) throws IOException {
    byte[] kind = letters.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length < HEAD || !Arrays.equals(Arrays.copyOf(bytes, kind.length), kind)) {
      throw new IOException(name + ": this is no file of a " + content);
    }
    if (bytes[HEAD - 1] != version) {
      throw new IOException(
          name
              + ": model format "
              + bytes[HEAD - 1]
              + ", this library reads "
              + version
              + "; train it again");
    }
  }

  /** Reads what {@link #part} gave. */
  <M> M readPart(byte[] bytes, String name, Reader<M> reader) throws IOException {
    check(bytes, name);
    return content(bytes, Sha256.of(bytes), name, reader);
  }

  private <M> M content(byte[] bytes, String hash, String name, Reader<M> reader)
      throws IOException {
    InputStream body = new ByteArrayInputStream(bytes, HEAD, bytes.length - HEAD);
    try (DataInputStream data =
        new DataInputStream(
            deflated ? new BufferedInputStream(new InflaterInputStream(body), BUFFER) : body)) {
      return reader.read(data, hash);
    } catch (EOFException | ZipException | UTFDataFormatException e) {
      throw new IOException(name + ": the file is cut off or damaged", e);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new IOException(name + ": the file is damaged: " + e.getMessage(), e);
    }
  }
}
