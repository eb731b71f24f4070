package org.polylogue.discourse.quotation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.polylogue.discourse.learning.ModelFile;

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

  private static final ModelFile FILE = new ModelFile("PLQA", 1, true, "model of attributions");
  private static final int TABLES = 6;

  /**
   * Writes the tables; equal tables give equal bytes.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out) throws IOException {
    write(out, FILE, gate, cue, boundary, content, source, continuation);
  }

  static void write(OutputStream out, ModelFile file, WeightTable... tables) throws IOException {
    file.write(
        out,
        data -> {
          for (WeightTable table : tables) {
            table.write(data);
          }
        });
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
    WeightTable[] t = read(in, name, FILE, TABLES);
    return new AttributionModels(t[0], t[1], t[2], t[3], t[4], t[5]);
  }

  static WeightTable[] read(InputStream in, String name, ModelFile file, int count)
      throws IOException {
    return file.read(
        in,
        name,
        (data, hash) -> {
          WeightTable[] tables = new WeightTable[count];
          for (int i = 0; i < count; i++) {
            tables[i] = WeightTable.read(data);
          }
          return tables;
        });
  }
}
