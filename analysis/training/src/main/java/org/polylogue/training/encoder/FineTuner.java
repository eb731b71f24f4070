package org.polylogue.training.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.OnnxFile;
import org.polylogue.encoder.Reading;
import org.polylogue.encoder.Weights;

/**
 * Fine-tunes the encoder and its heads on examples of several tasks at once: AdamW (Loshchilov and
 * Hutter 2019) with warm-up and linear decay, words' own vectors left as they are, the weights of
 * the last part of the run averaged. The second half of the run computes as it is computed in use,
 * with rounded weights and states (Jacob et al. 2018). On one thread the same examples and seed
 * give the same bytes.
 */
final class FineTuner implements AutoCloseable {

  private static final String MATRIX = "onnx::MatMul_";
  private static final String LAYER = "encoder.layer.";
  private static final String BASE = "/bge-small-en-v1.5-q.onnx";
  private static final String ROUNDED = "_quantized";
  private static final String SCALE = "_scale";
  private static final String ZERO = "_zero_point";
  private static final int WIDTH = 384;
  private static final int HEADS = 12;
  private static final float NORM_EPSILON = 1e-12f;
  private static final int FIRST_MATRIX = 1525;
  private static final int MATRICES_A_LAYER = 13;

  private final Settings settings;
  private final Set<Head> heads;
  private final NDManager manager;
  private final float[] words;
  private final float[] places;
  private final float[] types;
  private final NDArray inputGamma;
  private final NDArray inputBeta;
  private final Map<String, Parameter> parameters = new TreeMap<>();
  private final List<Parameter> trained = new ArrayList<>();
  private int left;

  /** Whether what is computed is rounded as in use: in the second half of the steps. */
  private boolean rounds;

  /**
   * How to train.
   *
   * @param layers how many of the published layers are used, from the first on
   * @param rate the highest learning rate of the encoder
   * @param headRate the highest of the heads
   * @param pieces how many pieces a step reads
   * @param dropout share of features that a step leaves out
   * @param seed of order and dropout
   */
  record Settings(int layers, float rate, float headRate, int pieces, float dropout, long seed) {}

  private static final class Parameter {
    final NDArray value;
    final NDArray mean;
    final NDArray square;
    final NDArray average;
    final boolean head;
    final boolean decays;

    Parameter(NDArray value, boolean head, boolean decays) {
      this.value = value;
      this.head = head;
      this.decays = decays;
      mean = value.zerosLike();
      square = value.zerosLike();
      average = value.zerosLike();
    }

    /** What is computed from an array is closed with its manager. */
    void attach(NDManager manager) {
      value.attach(manager);
      mean.attach(manager);
      square.attach(manager);
    }
  }

  FineTuner(Settings settings, Set<Head> heads, Optional<Weights> before) throws IOException {
    this.settings = settings;
    this.heads = heads;
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed((int) settings.seed());
    Map<String, float[]> start = new TreeMap<>();
    Map<String, ByteBuffer> published = OnnxFile.read(BASE, settings.layers()).tensors();
    published.keySet().stream()
        .filter(name -> !name.endsWith(SCALE) && !name.endsWith(ZERO))
        .forEach(name -> start.put(name.replace(ROUNDED, ""), numbers(published, name)));
    before.ifPresent(
        weights -> weights.matrices().forEach((name, matrix) -> start.put(name, matrix.values())));
    words = start.get("embeddings.word_embeddings.weight");
    places = start.get("embeddings.position_embeddings.weight");
    types = start.get("embeddings.token_type_embeddings.weight");
    inputGamma = manager.create(start.get("embeddings.LayerNorm.weight"));
    inputBeta = manager.create(start.get("embeddings.LayerNorm.bias"));
    start.forEach(
        (name, values) -> {
          if (name.startsWith(MATRIX)) {
            int rows = values.length == WIDTH * 4 * WIDTH && isDown(name) ? WIDTH * 4 : WIDTH;
            add(name, manager.create(values, new Shape(rows, values.length / rows)), false, true);
          } else if (name.startsWith(LAYER)) {
            add(name, manager.create(values), false, false);
          }
        });
    for (Head head : heads) {
      int classes = head.classes().size();
      Random random = new Random(settings.seed() + head.ordinal());
      float[] weight = new float[3 * WIDTH * classes];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = (float) random.nextGaussian() * 0.02f;
      }
      weight = start.getOrDefault(head.prefix() + "weight", weight);
      float[] bias = start.getOrDefault(head.prefix() + "bias", new float[classes]);
      Shape shape = new Shape(3 * WIDTH, classes);
      add(head.prefix() + "weight", manager.create(weight, shape), true, true);
      add(head.prefix() + "bias", manager.create(bias), true, false);
    }
  }

  /** The numbers of a tensor, which may be rounded: whole or, if a matrix, by column. */
  private static float[] numbers(Map<String, ByteBuffer> tensors, String name) {
    ByteBuffer bytes = tensors.get(name);
    if (!name.endsWith(ROUNDED)) {
      float[] values = new float[bytes.capacity() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      return values;
    }
    String plain = name.replace(ROUNDED, "");
    FloatBuffer scales = tensors.get(plain + SCALE).asFloatBuffer();
    ByteBuffer zeros = tensors.get(plain + ZERO);
    boolean signed = plain.startsWith(MATRIX);
    float[] values = new float[bytes.capacity()];
    for (int i = 0; i < values.length; i++) {
      int column = i % scales.capacity();
      int value =
          signed ? bytes.get(i) - zeros.get(column) : (bytes.get(i) & 255) - (zeros.get(0) & 255);
      values[i] = value * scales.get(column);
    }
    return values;
  }

  private static boolean isDown(String name) {
    int number = Integer.parseInt(name.substring(MATRIX.length()));
    return (number - FIRST_MATRIX) % MATRICES_A_LAYER == 12;
  }

  private void add(String name, NDArray value, boolean head, boolean decays) {
    Parameter parameter = new Parameter(value, head, decays);
    parameters.put(name, parameter);
    value.setRequiresGradient(true);
    trained.add(parameter);
  }

  /**
   * Trains.
   *
   * @param epochs each a list of examples in any order
   * @param out takes the course of the loss
   * @param snapshot takes the weights now and then
   */
  void train(List<List<Example>> epochs, PrintWriter out, Path snapshot) throws IOException {
    Random random = new Random(settings.seed());
    List<List<Example>> steps = new ArrayList<>();
    for (List<Example> epoch : epochs) {
      steps.addAll(batches(epoch, random));
    }
    double loss = 0;
    int averaged = 0;
    long begun = System.nanoTime();
    long pieces = 0;
    for (int step = 0; step < steps.size(); step++) {
      double warm = Math.min(1, (step + 1) / (0.06 * steps.size()));
      double decay = Math.min(1, (steps.size() - step) / (0.94 * steps.size()));
      rounds = step >= steps.size() / 2;
      loss += step(steps.get(step), (float) Math.min(warm, decay), step + 1);
      pieces += steps.get(step).stream().mapToInt(e -> e.reading().size()).sum();
      if (step >= steps.size() * 3 / 4 && step % 8 == 0) {
        averaged++;
        float share = 1f / averaged;
        trained.forEach(p -> blend(p.average, p.value, 1 - share, share));
      }
      if ((step + 1) % 50 == 0 || step + 1 == steps.size()) {
        out.printf(
            Locale.ROOT,
            "step %d of %d  loss %.4f  %.0f us a piece  %d s  %d steps left out%n",
            step + 1,
            steps.size(),
            loss / ((step % 50) + 1),
            (System.nanoTime() - begun) / 1e3 / pieces,
            (System.nanoTime() - begun) / 1_000_000_000,
            left);
        out.flush();
        loss = 0;
        if ((step + 1) % 300 == 0) {
          try (OutputStream file = Files.newOutputStream(snapshot)) {
            weights().write(file);
          }
        }
      }
    }
    if (averaged > 0) {
      trained.forEach(p -> blend(p.value, p.average, 0, 1));
    }
  }

  private static void blend(NDArray into, NDArray other, float keep, float share) {
    try (NDArray to = into.stopGradient();
        NDArray from = other.stopGradient();
        NDArray part = from.mul(share)) {
      to.muli(keep).addi(part);
    }
  }

  private List<List<Example>> batches(List<Example> epoch, Random random) {
    List<Example> order = new ArrayList<>(epoch);
    java.util.Collections.shuffle(order, random);
    List<List<Example>> batches = new ArrayList<>();
    int chunk = 1024;
    for (int from = 0; from < order.size(); from += chunk) {
      List<Example> some =
          new ArrayList<>(order.subList(from, Math.min(order.size(), from + chunk)));
      some.sort(Comparator.comparingInt(e -> e.reading().size()));
      List<Example> batch = new ArrayList<>();
      for (Example example : some) {
        if (!batch.isEmpty() && example.reading().size() * (batch.size() + 1) > settings.pieces()) {
          batches.add(batch);
          batch = new ArrayList<>();
        }
        batch.add(example);
      }
      batches.add(batch);
    }
    java.util.Collections.shuffle(batches, random);
    return batches;
  }

  private float step(List<Example> batch, float share, int step) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      parameters.values().forEach(p -> p.attach(scratch));
      NDArray loss = loss(scratch, batch);
      collector.backward(loss);
      float result = loss.getFloat();
      update(share, step);
      parameters.values().forEach(p -> p.attach(manager));
      return result;
    }
  }

  /** A step whose gradient is no number is left out. */
  private void update(float share, int step) {
    double norm = 0;
    for (Parameter p : trained) {
      NDArray gradient = p.value.getGradient();
      norm += gradient.square().sum().getFloat();
    }
    if (!Double.isFinite(norm)) {
      left++;
      // nought times no number is no number: what is to be forgotten is written over
      trained.forEach(p -> p.value.getGradient().set(new NDIndex("..."), 0f));
      return;
    }
    float clip = (float) Math.min(1, 1 / Math.sqrt(norm));
    double first = 1 - Math.pow(0.9, step);
    double second = 1 - Math.pow(0.999, step);
    for (Parameter p : trained) {
      NDArray gradient = p.value.getGradient().mul(clip);
      p.mean.muli(0.9f).addi(gradient.mul(0.1f));
      p.square.muli(0.999f).addi(gradient.square().muli(0.001f));
      float rate = share * (p.head ? settings.headRate() : settings.rate());
      NDArray move =
          p.mean
              .mul((float) (rate / first))
              .divi(p.square.mul((float) (1 / second)).sqrt().addi(1e-6f));
      NDArray value = p.value.stopGradient();
      if (p.decays) {
        move.addi(value.mul(rate * 0.01f));
      }
      value.subi(move);
      p.value.getGradient().muli(0);
    }
  }

  private NDArray loss(NDManager scratch, List<Example> batch) {
    List<List<Example.Answer>> answers = byPart(batch);
    NDArray features = features(scratch, batch);
    int rows = answers.size();
    NDArray loss = scratch.create(0f);
    for (Head head : heads) {
      int classes = head.classes().size();
      float[] gold = new float[rows * classes];
      float[] weight = new float[rows];
      for (int i = 0; i < rows; i++) {
        for (Example.Answer answer : answers.get(i)) {
          if (answer.head() != head) {
            continue;
          }
          weight[i] = answer.weight();
          if (classes == 1) {
            gold[i] = answer.value();
          } else {
            gold[i * classes + (int) answer.value()] = answer.weight();
          }
        }
      }
      NDArray own =
          features
              .matMul(parameters.get(head.prefix() + "weight").value)
              .add(parameters.get(head.prefix() + "bias").value);
      if (classes == 1) {
        NDArray gap = own.reshape(rows).sub(scratch.create(gold));
        loss = loss.add(gap.square().mul(scratch.create(weight)).sum().mul(4));
      } else {
        NDArray likely = own.logSoftmax(1).mul(scratch.create(gold, new Shape(rows, classes)));
        loss = loss.sub(likely.sum());
      }
    }
    return loss.div(batch.size());
  }

  /** The answers about one part of one text share its features. */
  private static List<List<Example.Answer>> byPart(List<Example> batch) {
    List<List<Example.Answer>> parts = new ArrayList<>();
    for (Example example : batch) {
      parts.addAll(example.byPart().values());
    }
    return parts;
  }

  private NDArray features(NDManager scratch, List<Example> batch) {
    int n = batch.size();
    int length = batch.stream().mapToInt(e -> e.reading().size()).max().orElse(1);
    int rows = batch.stream().mapToInt(e -> e.byPart().size()).sum();
    float[] input = new float[n * length * WIDTH];
    float[] mask = new float[n * length];
    float[] pool = new float[3 * rows * n * length];
    int row = 0;
    for (int i = 0; i < n; i++) {
      Reading reading = batch.get(i).reading();
      for (int t = 0; t < length; t++) {
        if (t >= reading.size()) {
          mask[i * length + t] = -1e4f;
          continue;
        }
        int to = (i * length + t) * WIDTH;
        int word = reading.ids()[t] * WIDTH;
        int type = reading.types()[t] * WIDTH;
        for (int k = 0; k < WIDTH; k++) {
          input[to + k] = words[word + k] + places[t * WIDTH + k] + types[type + k];
        }
      }
      for (Reading.Range part : batch.get(i).byPart().keySet()) {
        int at = row++ * 3;
        int from = part.from();
        int to = part.to();
        pool[at * n * length + i * length] = 1;
        for (int t = from; t < to; t++) {
          pool[(at + 1) * n * length + i * length + t] = 1f / (to - from);
        }
        for (int t = 0; t < reading.size(); t++) {
          pool[(at + 2) * n * length + i * length + t] = 1f / reading.size();
        }
      }
    }
    NDArray x =
        norm(scratch.create(input, new Shape((long) n * length, WIDTH)), inputGamma, inputBeta);
    x = dropout(x);
    NDArray hidden = scratch.create(mask, new Shape(n, 1, 1, length));
    for (int layer = 0; layer < settings.layers(); layer++) {
      x = layer(x, hidden, layer, n, length);
    }
    NDArray features =
        scratch
            .create(pool, new Shape(3L * rows, (long) n * length))
            .matMul(x)
            .reshape(rows, 3 * WIDTH);
    return dropout(features);
  }

  private NDArray layer(NDArray x, NDArray mask, int layer, int n, int length) {
    String at = LAYER + layer + ".";
    int first = FIRST_MATRIX + MATRICES_A_LAYER * layer;
    NDArray read = mask.reshape(n, length).gte(0).toType(DataType.FLOAT32, false);
    NDArray states = rounded(x, read);
    NDArray query = split(linear(states, first, at + "attention.self.query.bias"), n, length);
    NDArray key = split(linear(states, first + 1, at + "attention.self.key.bias"), n, length);
    NDArray value = split(linear(states, first + 4, at + "attention.self.value.bias"), n, length);
    NDArray attention =
        query
            .matMul(key.transpose(0, 1, 3, 2))
            .mul((float) (1 / Math.sqrt(WIDTH / (double) HEADS)))
            .add(mask)
            .softmax(-1);
    NDArray mixed = attention.matMul(value).transpose(0, 2, 1, 3).reshape((long) n * length, WIDTH);
    NDArray out = linear(rounded(mixed, read), first + 10, at + "attention.output.dense.bias");
    x = norm(x.add(dropout(out)), at + "attention.output.LayerNorm");
    NDArray wide = linear(rounded(x, read), first + 11, at + "intermediate.dense.bias");
    NDArray active = rounded(wide.getNDArrayInternal().gelu(), read);
    NDArray narrow = linear(active, first + 12, at + "output.dense.bias");
    return norm(x.add(dropout(narrow)), at + "output.LayerNorm");
  }

  /**
   * States in eight bits, by the least and the largest of each text, as ONNX Runtime rounds them;
   * gradients pass as if nothing were rounded (Bengio et al. 2013).
   */
  private NDArray rounded(NDArray states, NDArray read) {
    if (!rounds) {
      return states;
    }
    long n = read.getShape().get(0);
    long length = read.getShape().get(1);
    NDArray plain = states.stopGradient().reshape(n, length, -1);
    NDArray known = plain.mul(read.reshape(n, length, 1)).reshape(n, -1);
    NDArray least = known.min(new int[] {1}, true).minimum(0f).reshape(n, 1, 1);
    NDArray most = known.max(new int[] {1}, true).maximum(0f).reshape(n, 1, 1);
    NDArray step = most.sub(least).div(255f).maximum(1e-8f);
    NDArray zero = least.div(step).neg().round();
    NDArray steps = plain.div(step).round().add(zero).clip(0f, 255f).sub(zero);
    NDArray moved = steps.mul(step).sub(plain).reshape(states.getShape());
    return states.add(moved.stopGradient());
  }

  private static NDArray split(NDArray x, int n, int length) {
    return x.reshape(n, length, HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
  }

  private NDArray linear(NDArray x, int matrix, String bias) {
    NDArray weight = parameters.get(MATRIX + matrix).value;
    if (rounds) {
      NDArray plain = weight.stopGradient();
      NDArray step = plain.abs().max(new int[] {0}, true).div(63f).maximum(1e-12f);
      weight = weight.add(plain.div(step).round().mul(step).sub(plain).stopGradient());
    }
    return x.matMul(weight).add(parameters.get(bias).value);
  }

  private NDArray norm(NDArray x, String name) {
    return norm(x, parameters.get(name + ".weight").value, parameters.get(name + ".bias").value);
  }

  private static NDArray norm(NDArray x, NDArray gamma, NDArray beta) {
    return x.getNDArrayInternal()
        .layerNorm(x, new Shape(WIDTH), gamma, beta, NORM_EPSILON)
        .singletonOrThrow();
  }

  private NDArray dropout(NDArray x) {
    return x.getNDArrayInternal().dropout(x, settings.dropout(), true).singletonOrThrow();
  }

  /** What is shipped: matrices rounded, all else as floats. */
  Weights weights() {
    Map<String, Weights.Matrix> matrices = new TreeMap<>();
    parameters.forEach(
        (name, p) -> {
          float[] values = p.value.toFloatArray();
          int rows = p.value.getShape().dimension() == 1 ? 1 : (int) p.value.getShape().get(0);
          matrices.put(
              name,
              name.startsWith(MATRIX)
                  ? Weights.Matrix.rounded(rows, values)
                  : Weights.Matrix.of(rows, values));
        });
    return new Weights(matrices);
  }

  @Override
  public void close() {
    manager.close();
  }
}
