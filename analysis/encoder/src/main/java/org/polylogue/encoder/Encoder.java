package org.polylogue.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.polylogue.encoder.WordPieces.Pieces;

/**
 * Reads texts and pairs of texts with all-MiniLM-L6-v2, fine-tuned, in 8 bits, by ONNX Runtime, on
 * the thread that calls. Loads with the first reading. Thread-safe; a closed one cannot read.
 *
 * <p>Texts of like length are read together. A text longer than 128 pieces is read in windows that
 * overlap by 32. Since a batch shares the scale of its activations, the last digits of a result
 * depend on what is read with it: read what belongs to one document, in its order, and the same
 * document has the same results.
 */
public final class Encoder implements AutoCloseable {

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final int WINDOW = 126;
  private static final int OVERLAP = 32;
  private static final int BATCH = 1024;

  private final Source source;
  private WordPieces pieces;
  private PairReader pairs;
  private OrtSession session;
  private Heads heads;
  private boolean closed;

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
   * With the weights of this library.
   *
   * @return a new one, which loads with the first reading; keep it and close it
   */
  public static Encoder shipped() {
    return of(
        () -> {
          try (InputStream in = Encoder.class.getResourceAsStream("encoder.weights")) {
            if (in == null) {
              throw new IOException("the weights of the encoder are not on the class path");
            }
            return Weights.read(in, "encoder.weights");
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
        Weights weights = source.read();
        heads = new Heads(weights);
        pieces = WordPieces.shipped();
        pairs = new PairReader(pieces);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = OrtEnvironment.getEnvironment().createSession(model(weights), options);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime cannot load the encoder", e);
      }
    }
    return session;
  }

  /** The published model with our weights in the place of its own. */
  private static byte[] model(Weights weights) throws IOException {
    OnnxFile model = OnnxFile.read(MODEL);
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
   * Reads texts.
   *
   * @param texts of one document, in its order
   * @return the states of each, in the same order; places count in the text
   */
  public List<States> read(Collection<String> texts) {
    session();
    return windows(
        texts.stream()
            .map(
                text -> {
                  Pieces all = pieces.of(text);
                  List<Reading> windows = new ArrayList<>();
                  int from = 0;
                  while (true) {
                    int to = Math.min(all.size(), from + WINDOW);
                    windows.add(Reading.of(all.slice(from, to)));
                    if (to == all.size()) {
                      return windows;
                    }
                    from = Math.min(to - OVERLAP, all.size() - WINDOW);
                  }
                })
            .toList());
  }

  /**
   * Two texts, of which the second answers the first.
   *
   * @param relation what the first is
   * @param first what is answered
   * @param second the answer, which is judged
   */
  public record Pair(PairReader.Relation relation, String first, String second) {}

  /**
   * Reads pairs.
   *
   * @param pairs of one document, in its order
   * @return the states of each, in the same order; places count in the second text
   */
  public List<States> readPairs(Collection<Pair> pairs) {
    session();
    return windows(
        pairs.stream()
            .map(p -> List.of(this.pairs.read(p.relation(), p.first(), p.second())))
            .toList());
  }

  private List<States> windows(List<List<Reading>> texts) {
    List<float[]> states = states(texts.stream().flatMap(List::stream).toList());
    List<States> result = new ArrayList<>(texts.size());
    int next = 0;
    for (List<Reading> text : texts) {
      List<States.Window> windows = new ArrayList<>(text.size());
      for (Reading reading : text) {
        windows.add(new States.Window(reading, states.get(next++)));
      }
      result.add(new States(windows, heads));
    }
    return result;
  }

  private List<float[]> states(List<Reading> readings) {
    List<Integer> order =
        IntStream.range(0, readings.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> readings.get(i).size()))
            .toList();
    float[][] states = new float[readings.size()][];
    int from = 0;
    while (from < order.size()) {
      int to = from;
      while (to < order.size()
          && (to == from || readings.get(order.get(to)).size() * (to + 1 - from) <= BATCH)) {
        to++;
      }
      run(readings, order.subList(from, to), states);
      from = to;
    }
    return List.of(states);
  }

  private void run(List<Reading> readings, List<Integer> batch, float[][] into) {
    int length = readings.get(batch.get(batch.size() - 1)).size();
    long[] ids = new long[batch.size() * length];
    long[] mask = new long[ids.length];
    long[] types = new long[ids.length];
    for (int i = 0; i < batch.size(); i++) {
      Reading reading = readings.get(batch.get(i));
      for (int t = 0; t < reading.size(); t++) {
        ids[i * length + t] = reading.ids()[t];
        types[i * length + t] = reading.types()[t];
        mask[i * length + t] = 1;
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {batch.size(), length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor masks = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor kinds = OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape);
        OrtSession.Result result =
            session()
                .run(
                    Map.of("input_ids", input, "attention_mask", masks, "token_type_ids", kinds))) {
      FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int i = 0; i < batch.size(); i++) {
        float[] own = new float[readings.get(batch.get(i)).size() * Heads.WIDTH];
        all.get(i * length * Heads.WIDTH, own);
        into[batch.get(i)] = own;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot read " + batch.size() + " texts", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
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
