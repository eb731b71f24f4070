package org.polylogue.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.polylogue.encoder.WordPieces.Pieces;

/**
 * Reads texts and pairs of texts with the first layers of bge-small-en-v1.5, fine-tuned, in 8 bits,
 * by ONNX Runtime, on the thread that calls. Loads with the first reading. Thread-safe; a closed
 * one cannot read.
 *
 * <p>Each text is read by itself: in 8 bits, texts that are read together share the scale of their
 * states, so the answers about one would depend on the others. A text longer than 126 pieces is
 * read in windows that overlap by 32.
 */
public final class Encoder implements AutoCloseable {

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  static final int WINDOW = 126;
  private static final int OVERLAP = 32;

  private final Source source;
  private WordPieces pieces;
  private PairReader pairs;
  private OrtSession session;
  private Heads heads;
  private String fingerprint;

  /** Kept until the encoder is loaded. */
  private Weights read;

  private boolean closed;

  /** Readings hold its first part, closing the second: nothing is taken away from a reading. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  /** Where weights come from. */
  @FunctionalInterface
  public interface Source {

    /**
     * Reads the weights.
     *
     * @return weights of the encoder and its heads
     * @throws IOException if they cannot be read
     */
    Weights read() throws IOException;
  }

  private Encoder(Source source) {
    this.source = source;
  }

  /**
   * With the weights of this library that answer for tone, harm and help.
   *
   * @return a new one, which loads with the first reading; keep it and close it
   */
  public static Encoder tones() {
    return resource("tone.weights");
  }

  /**
   * With the weights of this library that answer for stance.
   *
   * @return a new one, which loads with the first reading; keep it and close it
   */
  public static Encoder stances() {
    return resource("stance.weights");
  }

  /**
   * With the weights of this library that tell which words belong to attributions.
   *
   * @return a new one, which loads with the first reading; keep it and close it
   */
  public static Encoder attributions() {
    return resource("attribution.weights");
  }

  private static Encoder resource(String name) {
    return of(
        () -> {
          try (InputStream in = Encoder.class.getResourceAsStream(name)) {
            if (in == null) {
              throw new IOException(name + " is not on the class path");
            }
            return Weights.read(in, name);
          }
        });
  }

  /**
   * With weights of one's own.
   *
   * @param source where they come from
   * @return a new one, which loads with the first reading; keep it and close it
   */
  public static Encoder of(Source source) {
    return new Encoder(source);
  }

  private synchronized OrtSession session() {
    if (closed) {
      throw new IllegalStateException("the encoder is closed");
    }
    if (session == null) {
      try {
        Weights weights = weights();
        heads = new Heads(weights);
        pieces = WordPieces.shipped();
        pairs = new PairReader(pieces);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = OrtEnvironment.getEnvironment().createSession(model(weights), options);
        read = null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime cannot load the encoder", e);
      }
    }
    return session;
  }

  /**
   * Tells apart encoders with different weights.
   *
   * @return the SHA-256 of the weights, in hexadecimal digits; the weights are read for it, the
   *     encoder is not loaded
   */
  public synchronized String fingerprint() {
    if (fingerprint == null) {
      try {
        weights();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return fingerprint;
  }

  /** The weights, read once. */
  private Weights weights() throws IOException {
    if (read == null) {
      read = source.read();
      fingerprint = read.sha256();
    }
    return read;
  }

  /**
   * What it can be asked.
   *
   * @return the heads that its weights hold
   */
  public Set<Head> heads() {
    session();
    return heads.known();
  }

  /** The published model with our weights in the place of its own. */
  private static byte[] model(Weights weights) throws IOException {
    OnnxFile model = OnnxFile.read(MODEL, weights.layers());
    for (Map.Entry<String, Weights.Matrix> entry : weights.matrices().entrySet()) {
      Weights.Matrix matrix = entry.getValue();
      String name = entry.getKey();
      if (name.startsWith("heads.")) {
        continue;
      }
      if (matrix.isRounded()) {
        place(model, name + "_quantized", matrix.bytes().length).put(matrix.bytes());
        place(model, name + "_scale", matrix.scales().length * Float.BYTES)
            .asFloatBuffer()
            .put(matrix.scales());
      } else {
        place(model, name, matrix.floats().length * Float.BYTES)
            .asFloatBuffer()
            .put(matrix.floats());
      }
    }
    return model.bytes();
  }

  private static ByteBuffer place(OnnxFile model, String name, int bytes) throws IOException {
    ByteBuffer place = model.tensors().get(name);
    if (place == null || place.capacity() != bytes) {
      throw new IOException("the published model has no " + name + " of " + bytes + " bytes");
    }
    return place.clear();
  }

  /**
   * Cuts a text into the pieces that the encoder knows.
   *
   * @param text any text
   * @return its pieces
   */
  public Pieces pieces(String text) {
    session();
    return pieces.of(text);
  }

  /**
   * Reads a text.
   *
   * @param text any text; one without letters, digits and marks has states too
   * @return its states; places count in the text
   */
  public States read(String text) {
    Pieces all = pieces(text);
    List<States.Window> windows = new ArrayList<>();
    int from = 0;
    while (true) {
      int to = Math.min(all.size(), from + WINDOW);
      windows.add(window(Reading.of(all.slice(from, to))));
      if (to == all.size()) {
        return new States(windows, heads);
      }
      from = Math.min(to - OVERLAP, all.size() - WINDOW);
    }
  }

  /**
   * Reads a pair.
   *
   * @param relation what the first is
   * @param first what is answered
   * @param second the answer, which is judged
   * @return its states; places count in the answer
   */
  public States read(PairReader.Relation relation, String first, String second) {
    session();
    return read(pairs.read(relation, first, second));
  }

  /**
   * Reads what was cut into pieces before.
   *
   * @param reading a text or a pair
   * @return its states
   */
  public States read(Reading reading) {
    session();
    return new States(List.of(window(reading)), heads);
  }

  private States.Window window(Reading reading) {
    return new States.Window(reading, heads.answers(states(reading), reading.size()));
  }

  /**
   * The states of the pieces themselves, for whoever puts a head of his own on them.
   *
   * @param reading a text or a pair
   * @return 384 numbers for each piece, one piece after the other
   */
  public float[] states(Reading reading) {
    use.readLock().lock();
    try {
      return run(reading);
    } finally {
      use.readLock().unlock();
    }
  }

  private float[] run(Reading reading) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, reading.size()};
    try (OnnxTensor ids = tensor(environment, reading.ids(), shape);
        OnnxTensor types = tensor(environment, reading.types(), shape);
        OnnxTensor mask = tensor(environment, ones(reading.size()), shape);
        OrtSession.Result result =
            session()
                .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[] states = new float[reading.size() * Heads.WIDTH];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(states);
      return states;
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot read " + reading.size() + " pieces", e);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, int[] numbers, long[] shape)
      throws OrtException {
    LongBuffer longs = LongBuffer.allocate(numbers.length);
    for (int number : numbers) {
      longs.put(number);
    }
    return OnnxTensor.createTensor(environment, longs.flip(), shape);
  }

  private static int[] ones(int size) {
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Waits for the readings that are under way; later ones are refused. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      end();
    } finally {
      use.writeLock().unlock();
    }
  }

  private synchronized void end() {
    closed = true;
    read = null;
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime cannot close the encoder", e);
      }
      session = null;
    }
  }
}
