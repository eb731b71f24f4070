package org.polylogue.discourse.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several linear models that work together, and their numbers, in one file. Immutable and
 * thread-safe; equal bundles give equal bytes.
 *
 * <p>File: the bytes {@code PLMB}, a format version, the number of settings, each as name and
 * number, the number of models, each as name, length and the bytes of a {@link LinearModel} file
 * without its hash.
 */
public final class ModelBundle {

  private static final ModelFile FILE = new ModelFile("PLMB", 1, false, "bundle of models");
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_BYTES = 256 << 20;

  private final SortedMap<String, Double> settings;
  private final SortedMap<String, LinearModel> models;
  private final String hash;

  /**
   * Bundles models.
   *
   * @param settings finite numbers by name
   * @param models models by name
   * @throws IllegalArgumentException if a number is not finite
   */
  public ModelBundle(Map<String, Double> settings, Map<String, LinearModel> models) {
    this(settings, models, "");
  }

  private ModelBundle(Map<String, Double> settings, Map<String, LinearModel> models, String hash) {
    this.hash = hash;
    settings.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("setting " + name + " is " + value);
          }
        });
    this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    this.models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  /**
   * The numbers.
   *
   * @return values by name, sorted
   */
  public SortedMap<String, Double> settings() {
    return settings;
  }

  /**
   * The models.
   *
   * @return models by name, sorted
   */
  public SortedMap<String, LinearModel> models() {
    return models;
  }

  /**
   * Tells the bundle from others.
   *
   * @return the SHA-256 of the bytes that it was read from, empty if it was trained just now
   */
  public String hash() {
    return hash;
  }

  /**
   * Writes a bundle of models that were trained just now.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   * @throws IllegalStateException if a model was read, see {@link LinearModel#write}
   */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, this::write);
  }

  private void write(DataOutputStream data) throws IOException {
    data.writeInt(settings.size());
    for (Map.Entry<String, Double> entry : settings.entrySet()) {
      data.writeUTF(entry.getKey());
      data.writeDouble(entry.getValue());
    }
    data.writeInt(models.size());
    for (Map.Entry<String, LinearModel> entry : models.entrySet()) {
      byte[] bytes = entry.getValue().part();
      data.writeUTF(entry.getKey());
      data.writeInt(bytes.length);
      data.write(bytes);
    }
  }

  /**
   * Reads a bundle that ships with the library.
   *
   * @param beside the class in whose package the resource lies
   * @param name of the resource
   * @return the bundle
   * @throws UncheckedIOException if it is not there or cannot be read
   */
  public static ModelBundle shipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the model " + name + " is not on the class path");
      }
      return read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a bundle.
   *
   * @param in the bytes of one bundle, is not closed
   * @param name of the file or resource, for messages
   * @return the bundle
   * @throws IOException if the bytes are no bundle of this version
   */
  public static ModelBundle read(InputStream in, String name) throws IOException {
    return FILE.read(in, name, (data, hash) -> read(data, name, hash));
  }

  private static ModelBundle read(DataInputStream data, String name, String hash)
      throws IOException {
    Map<String, Double> settings = new TreeMap<>();
    for (int left = count(data, MAX_ENTRIES); left > 0; left--) {
      settings.put(data.readUTF(), data.readDouble());
    }
    Map<String, LinearModel> models = new TreeMap<>();
    for (int left = count(data, MAX_ENTRIES); left > 0; left--) {
      String model = data.readUTF();
      int length = count(data, MAX_BYTES);
      byte[] bytes = data.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      models.put(model, LinearModel.readPart(bytes, name + ", model " + model));
    }
    return new ModelBundle(settings, models, hash);
  }

  private static int count(DataInputStream data, int most) throws IOException {
    int count = data.readInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException(count + " entries");
    }
    return count;
  }
}
