package org.polylogue.discourse.quotation.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The weights of every decision about an attribution.
 *
 * <p>File: the bytes {@code PLQA}, a format version, then deflated the tables in the order of the
 * components: number of keys, the differences between sorted keys and the weights in steps, both as
 * base-128 numbers.
 *
 * @param gate whether a sentence may hold a cue, from its words alone
 * @param cue whether a word is the head of a cue
 * @param boundary where content begins and ends, given its cue
 * @param content which of the candidate contents is right, or none
 * @param source who is the source
 * @param continuation whether content goes on in a neighbouring sentence
 */
public record AttributionModels(
    WeightTable gate,
    WeightTable cue,
    WeightTable boundary,
    WeightTable content,
    WeightTable source,
    WeightTable continuation) {

  private static final byte[] MAGIC = {'P', 'L', 'Q', 'A'};
  private static final int VERSION = 1;
  private static final int TABLES = 6;

  /**
   * Writes the tables; equal tables give equal bytes.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out) throws IOException {
    write(out, MAGIC, VERSION, gate, cue, boundary, content, source, continuation);
  }

  static void write(OutputStream out, byte[] magic, int version, WeightTable... tables)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream data =
        new DataOutputStream(new DeflaterOutputStream(packed, deflater, 1 << 16))) {
      for (WeightTable table : tables) {
        table.write(data);
      }
    } finally {
      deflater.end();
    }
    out.write(magic);
    out.write(version);
    packed.writeTo(out);
    out.flush();
  }

  /**
   * Reads tables.
   *
   * @param in the bytes, is not closed
   * @param name of the file or resource, for messages
   * @return the tables
   * @throws IOException if the bytes are no tables of this version
   */
  public static AttributionModels read(InputStream in, String name) throws IOException {
    WeightTable[] t = read(in, name, MAGIC, VERSION, TABLES);
    return new AttributionModels(t[0], t[1], t[2], t[3], t[4], t[5]);
  }

  static WeightTable[] read(InputStream in, String name, byte[] magic, int version, int count)
      throws IOException {
    byte[] head = in.readNBytes(magic.length + 1);
    for (int i = 0; i < magic.length; i++) {
      if (head.length <= magic.length || head[i] != magic[i]) {
        throw new IOException(name + ": this is no such model");
      }
    }
    if (head[magic.length] != version) {
      throw new IOException(name + ": model format " + head[magic.length] + "; train it again");
    }
    WeightTable[] tables = new WeightTable[count];
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16))) {
      for (int i = 0; i < count; i++) {
        tables[i] = WeightTable.read(data);
      }
    } catch (EOFException | ZipException e) {
      throw new IOException(name + ": the model is cut off or damaged", e);
    }
    return tables;
  }
}
