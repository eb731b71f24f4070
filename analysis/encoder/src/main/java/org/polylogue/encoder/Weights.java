package org.polylogue.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.learning.ModelFile;

/**
 * The weights of a fine-tuned encoder and its heads, by name. Immutable by convention and
 * thread-safe; equal weights give equal bytes.
 *
 * <p>File: a {@link ModelFile} with the letters {@code PLEW}; its content is the number of tensors,
 * and for each its name, rows, columns, a kind and the numbers: kind 0 as floats; kind 1 as one
 * float of scale for each column, then bytes, each a number over the scale of its column.
 */
public final class Weights {

  private static final ModelFile FILE = new ModelFile("PLEW", 1, false, "encoder's weights");
  private static final int MAX_NUMBERS = 64 << 20;

  private final SortedMap<String, Matrix> matrices;

  /**
   * Gathers weights.
   *
   * @param matrices by name
   */
  public Weights(Map<String, Matrix> matrices) {
    this.matrices = Collections.unmodifiableSortedMap(new TreeMap<>(matrices));
  }

  /**
   * A matrix of weights, or a vector as one row.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @param scales one for each column, and {@code bytes} filled; or empty, and {@code floats}
   *     filled
   * @param bytes row by row, −63 to 63; empty if there are floats
   * @param floats row by row; empty if there are bytes
   */
  public record Matrix(int rows, int columns, float[] scales, byte[] bytes, float[] floats) {

    /**
     * Numbers as they are.
     *
     * @param rows how many rows
     * @param values row by row
     * @return a matrix of floats
     */
    public static Matrix of(int rows, float[] values) {
      return new Matrix(rows, values.length / rows, new float[0], new byte[0], values);
    }

    /**
     * Numbers rounded to 127 steps, symmetric about 0, by the largest of each column. Seven bits
     * keep products of processors without wide accumulators from running over.
     *
     * @param rows how many rows
     * @param values row by row
     * @return a matrix of bytes
     */
    public static Matrix rounded(int rows, float[] values) {
      int columns = values.length / rows;
      float[] scales = new float[columns];
      for (int i = 0; i < values.length; i++) {
        scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / 63);
      }
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        float scale = scales[i % columns];
        bytes[i] = scale == 0 ? 0 : (byte) Math.round(values[i] / scale);
      }
      return new Matrix(rows, columns, scales, bytes, new float[0]);
    }

    /**
     * Whether the numbers are rounded.
     *
     * @return true if {@code bytes} hold them
     */
    public boolean isRounded() {
      return scales.length > 0;
    }

    /**
     * The numbers.
     *
     * @return row by row
     */
    public float[] values() {
      if (!isRounded()) {
        return floats.clone();
      }
      float[] values = new float[bytes.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = bytes[i] * scales[i % columns];
      }
      return values;
    }
  }

  /**
   * All weights.
   *
   * @return by name, sorted
   */
  public SortedMap<String, Matrix> matrices() {
    return matrices;
  }

  /**
   * How many layers of the encoder there are.
   *
   * @return the layers that have weights
   */
  public int layers() {
    int layers = 0;
    while (matrices.containsKey("encoder.layer." + layers + ".output.LayerNorm.weight")) {
      layers++;
    }
    return layers;
  }

  /**
   * The weights of a name.
   *
   * @param name such as {@code head.tone.weight}
   * @return its matrix
   * @throws IllegalArgumentException if there is none
   */
  public Matrix get(String name) {
    Matrix matrix = matrices.get(name);
    if (matrix == null) {
      throw new IllegalArgumentException("no weights " + name);
    }
    return matrix;
  }

  /**
   * Writes the weights.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, this::write);
  }

  private void write(DataOutputStream data) throws IOException {
    data.writeInt(matrices.size());
    for (Map.Entry<String, Matrix> entry : matrices.entrySet()) {
      Matrix matrix = entry.getValue();
      data.writeUTF(entry.getKey());
      data.writeInt(matrix.rows());
      data.writeInt(matrix.columns());
      data.writeByte(matrix.isRounded() ? 1 : 0);
      for (float number : matrix.isRounded() ? matrix.scales() : matrix.floats()) {
        data.writeFloat(number);
      }
      data.write(matrix.bytes());
    }
  }

  /**
   * Tells apart weights that differ.
   *
   * @return the hash of the file that they make, in hexadecimal digits
   */
  public String sha256() {
    try {
      return FILE.hash(this::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads weights.
   *
   * @param in the bytes of one file, is not closed
   * @param name of the file or resource, for messages
   * @return the weights
   * @throws IOException if the bytes are no weights of this version
   */
  public static Weights read(InputStream in, String name) throws IOException {
    return FILE.read(in, name, (data, hash) -> read(data));
  }

  /**
   * Reads weights.
   *
   * @param file which
   * @return the weights
   * @throws IOException if the file cannot be read, or holds no weights of this version
   */
  public static Weights read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  private static Weights read(DataInputStream data) throws IOException {
    SortedMap<String, Matrix> matrices = new TreeMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      matrices.put(data.readUTF(), matrix(data));
    }
    return new Weights(matrices);
  }

  private static Matrix matrix(DataInputStream data) throws IOException {
    int rows = data.readInt();
    int columns = data.readInt();
    if (rows < 1 || columns < 1 || (long) rows * columns > MAX_NUMBERS) {
      throw new IllegalArgumentException(rows + " by " + columns);
    }
    boolean rounded = data.readByte() == 1;
    float[] floats = new float[rounded ? columns : rows * columns];
    byte[] raw = data.readNBytes(floats.length * Float.BYTES);
    if (raw.length < floats.length * Float.BYTES) {
      throw new EOFException();
    }
    ByteBuffer.wrap(raw).asFloatBuffer().get(floats);
    if (!rounded) {
      return Matrix.of(rows, floats);
    }
    byte[] bytes = data.readNBytes(rows * columns);
    if (bytes.length < rows * columns) {
      throw new EOFException();
    }
    return new Matrix(rows, columns, floats, bytes, new float[0]);
  }
}
