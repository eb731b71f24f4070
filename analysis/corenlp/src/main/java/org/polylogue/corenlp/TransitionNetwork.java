package org.polylogue.corenlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The feed-forward network of Chen and Manning (2014), "A fast and accurate dependency parser using
 * neural networks": it scores the transitions of an arc-standard parser from 48 features (18 words,
 * 18 tags, 12 relations). Weights come from CoreNLP's model file.
 *
 * <p>Scores are those of CoreNLP's own parser up to rounding: single precision here, double there.
 * The hidden layer is a sum of one row for each feature. Rows of tags and relations are computed
 * when the model is loaded; rows of words are computed when met and kept in a table of fixed size,
 * so memory is bounded and the result of a sentence never depends on what came before.
 *
 * <p>Immutable but for that table, whose entries are immutable; thread-safe.
 */
final class TransitionNetwork {

  static final int WORDS = 18;
  static final int TAGS = 18;
  static final int RELATIONS = 12;

  /** Word rows kept: 16,384 of 4 kB each. */
  private static final int KEPT = 1 << 14;

  private static final String UNKNOWN = "-UNKNOWN-";
  private static final String NULL = "-NULL-";
  private static final String ROOT = "-ROOT-";

  private record Row(int key, float[] values) {}

  private final Map<String, Integer> wordIds;
  private final Map<String, Integer> tagIds;
  private final int unknownWord;
  private final int unknownTag;
  private final int nullWord;
  private final int nullTag;
  private final int rootWord;
  private final int rootTag;
  private final String[] labels;
  private final int hidden;
  private final int embedding;
  private final float[][] wordVectors;
  private final float[][] inputWeights;
  private final float[] bias;
  private final float[][] outputWeights;
  private final int paddedOutputs;
  private final float[][] tagRows;
  private final float[][] labelRows;
  private final Row[] wordRows = new Row[KEPT];

  /** Where the numbers and words of a model come from, in the order of CoreNLP's text format. */
  private interface Source {
    int header(String name) throws IOException;

    String word() throws IOException;

    float[] numbers(int count) throws IOException;
  }

  /**
   * Reads what {@link #convert} wrote.
   *
   * @throws IOException if it is of another model
   */
  TransitionNetwork(Tables.In in) throws IOException {
    this(
        new Source() {
          @Override
          public int header(String name) {
            return in.number();
          }

          @Override
          public String word() {
            return in.text();
          }

          @Override
          public float[] numbers(int count) {
            return in.floats();
          }
        });
  }

  private TransitionNetwork(Source in) throws IOException {
    int words = in.header("dict=");
    int tags = in.header("pos=");
    int relations = in.header("label=");
    embedding = in.header("embeddingSize=");
    hidden = in.header("hiddenSize=");
    int features = in.header("numTokens=");
    in.header("preComputed=");
    if (features != WORDS + TAGS + RELATIONS) {
      throw new IOException("the parser model has " + features + " features, not 48");
    }
    wordIds = new HashMap<>(words * 2);
    wordVectors = new float[words][];
    for (int i = 0; i < words; i++) {
      wordIds.put(in.word(), i);
      wordVectors[i] = in.numbers(embedding);
    }
    tagIds = new HashMap<>(tags * 2);
    float[][] tagVectors = new float[tags][];
    for (int i = 0; i < tags; i++) {
      tagIds.put(in.word(), i);
      tagVectors[i] = in.numbers(embedding);
    }
    unknownWord = known(wordIds, UNKNOWN);
    unknownTag = known(tagIds, UNKNOWN);
    nullWord = known(wordIds, NULL);
    nullTag = known(tagIds, NULL);
    rootWord = known(wordIds, ROOT);
    rootTag = known(tagIds, ROOT);
    labels = new String[relations];
    float[][] labelVectors = new float[relations][];
    for (int i = 0; i < relations; i++) {
      labels[i] = in.word();
      labelVectors[i] = in.numbers(embedding);
    }
    inputWeights = new float[embedding * features][];
    for (int i = 0; i < inputWeights.length; i++) {
      inputWeights[i] = in.numbers(hidden);
    }
    bias = in.numbers(hidden);
    int outputs = relations * 2 - 1;
    paddedOutputs = (outputs + 31) / 32 * 32;
    outputWeights = new float[hidden][];
    for (int i = 0; i < hidden; i++) {
      outputWeights[i] = Arrays.copyOf(in.numbers(outputs), paddedOutputs);
    }
    tagRows = rows(tagVectors, WORDS, TAGS);
    labelRows = rows(labelVectors, WORDS + TAGS, RELATIONS);
  }

  /**
   * Writes CoreNLP's text format of the model as tables.
   *
   * @param text the model, unpacked
   * @param out takes it
   * @throws IOException if it is damaged or cannot be written
   */
  static void convert(InputStream text, Tables.Out out) throws IOException {
    ModelText in = new ModelText(text);
    new TransitionNetwork(
        new Source() {
          @Override
          public int header(String name) throws IOException {
            int number = in.header(name);
            out.number(number);
            return number;
          }

          @Override
          public String word() throws IOException {
            String word = in.word();
            out.text(word);
            return word;
          }

          @Override
          public float[] numbers(int count) throws IOException {
            float[] numbers = in.numbers(count);
            out.floats(numbers);
            return numbers;
          }
        });
  }

  private static int known(Map<String, Integer> ids, String name) throws IOException {
    Integer id = ids.get(name);
    if (id == null) {
      throw new IOException("the parser model has no " + name);
    }
    return id;
  }

  /** Number of the relations; relation 0 stands for "no such word", relation 1 is the root's. */
  int labelCount() {
    return labels.length;
  }

  String label(int id) {
    return labels[id];
  }

  int wordId(String word) {
    Integer id = wordIds.get(word);
    return id != null ? id : unknownWord;
  }

  int tagId(String tag) {
    Integer id = tagIds.get(tag);
    return id != null ? id : unknownTag;
  }

  int nullWord() {
    return nullWord;
  }

  int rootWord() {
    return rootWord;
  }

  int nullTag() {
    return nullTag;
  }

  int rootTag() {
    return rootTag;
  }

  /** Buffers for one thread. */
  final class Scratch {
    final int[] words = new int[WORDS];
    final int[] tags = new int[TAGS];
    final int[] relations = new int[RELATIONS];
    final float[] scores = new float[paddedOutputs];
    private final float[] layer = new float[hidden];
  }

  Scratch scratch() {
    return new Scratch();
  }

  /**
   * Fills {@code scores} from the features in {@code words}, {@code tags} and {@code relations}.
   */
  void score(Scratch s) {
    float[] layer = s.layer;
    System.arraycopy(bias, 0, layer, 0, hidden);
    for (int i = 0; i < TAGS; i += 3) {
      add(layer, tagRow(s, i), tagRow(s, i + 1), tagRow(s, i + 2));
    }
    for (int i = 0; i < RELATIONS; i += 3) {
      add(layer, relationRow(s, i), relationRow(s, i + 1), relationRow(s, i + 2));
    }
    for (int i = 0; i < WORDS; i += 3) {
      add(
          layer,
          wordRow(s.words[i], i),
          wordRow(s.words[i + 1], i + 1),
          wordRow(s.words[i + 2], i + 2));
    }
    cube(layer);
    output(layer, s.scores);
  }

  private float[] tagRow(Scratch s, int feature) {
    return tagRows[s.tags[feature] * TAGS + feature];
  }

  private float[] relationRow(Scratch s, int feature) {
    return labelRows[s.relations[feature] * RELATIONS + feature];
  }

  private float[] wordRow(int word, int position) {
    int key = word * WORDS + position;
    int slot = (key * 0x9E3779B1) >>> 18;
    Row row = wordRows[slot];
    if (row == null || row.key != key) {
      row = new Row(key, row(wordVectors[word], position));
      wordRows[slot] = row;
    }
    return row.values;
  }

  private float[][] rows(float[][] vectors, int firstFeature, int features) {
    float[][] rows = new float[vectors.length * features][];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < features; j++) {
        rows[i * features + j] = row(vectors[i], firstFeature + j);
      }
    }
    return rows;
  }

  private float[] row(float[] vector, int feature) {
    float[] row = new float[hidden];
    addScaled(row, inputWeights, feature * embedding, vector);
    return row;
  }

  private static void add(float[] sum, float[] a, float[] b, float[] c) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i] + b[i] + c[i];
    }
  }

  private static void cube(float[] layer) {
    for (int i = 0; i < layer.length; i++) {
      layer[i] = layer[i] * layer[i] * layer[i];
    }
  }

  private void output(float[] layer, float[] scores) {
    Arrays.fill(scores, 0);
    addScaled(scores, outputWeights, 0, layer);
  }

  /**
   * Adds rows, each times its factor: four at a time, which is what the compiler turns into vector
   * instructions best.
   */
  private static void addScaled(float[] sum, float[][] rows, int first, float[] factors) {
    int i = 0;
    for (; i + 3 < factors.length; i += 4) {
      int row = first + i;
      addFour(
          sum,
          rows[row],
          rows[row + 1],
          rows[row + 2],
          rows[row + 3],
          factors[i],
          factors[i + 1],
          factors[i + 2],
          factors[i + 3]);
    }
    for (; i < factors.length; i++) {
      float[] row = rows[first + i];
      float factor = factors[i];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += factor * row[j];
      }
    }
  }

  private static void addFour(
      float[] sum, float[] a, float[] b, float[] c, float[] d, float w, float x, float y, float z) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += w * a[i] + x * b[i] + y * c[i] + z * d[i];
    }
  }

  /** Reads words and decimal numbers that are separated by white space. */
  private static final class ModelText {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    ModelText(InputStream in) {
      this.in = in;
    }

    int header(String name) throws IOException {
      String line = word();
      if (!line.startsWith(name)) {
        throw new IOException("the parser model says " + line + " where " + name + " belongs");
      }
      return Integer.parseInt(line.substring(name.length()));
    }

    String word() throws IOException {
      int b = skipSpace();
      byte[] bytes = new byte[32];
      int length = 0;
      while (b > ' ') {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) b;
        b = next();
      }
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    float[] numbers(int count) throws IOException {
      float[] numbers = new float[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = number();
      }
      return numbers;
    }

    private float number() throws IOException {
      int b = skipSpace();
      boolean negative = b == '-';
      if (negative) {
        b = next();
      }
      long digits = 0;
      double scale = 1;
      boolean fraction = false;
      int used = 0;
      while (b > ' ') {
        if (b == '.' && !fraction) {
          fraction = true;
        } else if (b >= '0' && b <= '9' && used < 17) {
          digits = digits * 10 + (b - '0');
          used++;
          if (fraction) {
            scale *= 10;
          }
        } else {
          throw new IOException("the parser model has a number that is no plain decimal");
        }
        b = next();
      }
      double value = digits / scale;
      return (float) (negative ? -value : value);
    }

    private int skipSpace() throws IOException {
      int b = next();
      while (b >= 0 && b <= ' ') {
        b = next();
      }
      if (b < 0) {
        throw new IOException("the parser model is cut short");
      }
      return b;
    }

    private int next() throws IOException {
      if (at == filled) {
        filled = in.read(buffer);
        at = 0;
        if (filled < 0) {
          filled = 0;
          return -1;
        }
      }
      return buffer[at++] & 0xFF;
    }
  }
}
