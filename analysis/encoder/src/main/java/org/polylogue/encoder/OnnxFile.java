package org.polylogue.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model in the format of ONNX, as bytes, and the places of its weights in them; of an encoder the
 * first layers, if no more are wanted. Reads no more of the format (protocol buffers) than that
 * needs. Weights can be overwritten in place; not thread-safe.
 */
public final class OnnxFile {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_NAME = 3;
  private static final int INITIALIZER = 5;
  private static final int OUTPUT = 12;
  private static final int VALUE_INFO = 13;
  private static final int BYTES = 2;
  private static final Pattern LAYER = Pattern.compile("/encoder/layer[.]([0-9]+)/");
  private static final String LAST = "/encoder/layer.%d/output/LayerNorm/Add_1_output_0";

  /** In the format's words: the type is a tensor of floats. */
  private static final byte[] NUMBERS = {0x12, 0x04, 0x0A, 0x02, 0x08, 0x01};

  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final int FLOATS = 4;
  private static final int SMALL = 5;

  private final byte[] bytes;
  private final Map<String, ByteBuffer> tensors = new TreeMap<>();

  private OnnxFile(byte[] bytes) {
    this.bytes = bytes;
    fields(
        ByteBuffer.wrap(bytes),
        (field, graph, all) -> {
          if (field == GRAPH) {
            fields(
                graph,
                (part, tensor, whole) -> {
                  if (part == INITIALIZER) {
                    tensor(tensor);
                  }
                });
          }
        });
  }

  /**
   * Reads the first layers of an encoder from the class path.
   *
   * @param resource its name, from the root
   * @param layers how many, 1 or more; the states of the last of them are what the model puts out
   * @return the model without what belongs to later layers
   * @throws IOException if it is not there, or no such model
   */
  public static OnnxFile read(String resource, int layers) throws IOException {
    try (InputStream in = OnnxFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the model " + resource + " is not on the class path");
      }
      return new OnnxFile(first(layers, in.readAllBytes()));
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new IOException(resource + ": this is no model in the format of ONNX", e);
    }
  }

  /**
   * The whole file.
   *
   * @return its bytes, with what was overwritten
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * The weights, each as a writable part of the file, little-endian.
   *
   * @return by name; those that are kept as raw bytes or as floats, and copies of those that are
   *     kept as small integers, one byte each
   */
  public Map<String, ByteBuffer> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  private static byte[] first(int layers, byte[] model) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(model.length);
    fields(
        ByteBuffer.wrap(model),
        (field, part, whole) -> {
          if (field == GRAPH) {
            put(GRAPH, first(layers, part), all);
          } else {
            write(whole, all);
          }
        });
    return all.toByteArray();
  }

  /** Without nodes of later layers, weights that no node reads, and remarks about shapes. */
  private static byte[] first(int layers, ByteBuffer graph) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(graph.remaining());
    Set<String> read = new HashSet<>();
    fields(
        graph.duplicate(),
        (field, node, whole) -> {
          if (field == NODE && layer(strings(node, NODE_NAME)) < layers) {
            read.addAll(strings(node, NODE_INPUT));
            write(whole, kept);
          }
        });
    fields(
        graph,
        (field, part, whole) -> {
          boolean wanted =
              field == INITIALIZER
                  ? read.containsAll(strings(part, NAME))
                  : field != NODE && field != OUTPUT && field != VALUE_INFO;
          if (wanted) {
            write(whole, kept);
          }
        });
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    put(1, LAST.formatted(layers - 1).getBytes(StandardCharsets.UTF_8), output);
    output.writeBytes(NUMBERS);
    put(OUTPUT, output.toByteArray(), kept);
    return kept.toByteArray();
  }

  private static List<String> strings(ByteBuffer message, int wanted) {
    List<String> strings = new ArrayList<>();
    fields(
        message.duplicate(),
        (field, value, whole) -> {
          if (field == wanted) {
            strings.add(StandardCharsets.UTF_8.decode(value).toString());
          }
        });
    return strings;
  }

  private static int layer(List<String> names) {
    Matcher matcher = LAYER.matcher(String.join("", names));
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  private static void put(int field, byte[] value, ByteArrayOutputStream to) {
    varint(field << 3 | BYTES, to);
    varint(value.length, to);
    to.writeBytes(value);
  }

  private static void write(ByteBuffer part, ByteArrayOutputStream to) {
    to.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
  }

  private static void varint(int number, ByteArrayOutputStream to) {
    int left = number;
    while (left > 127) {
      to.write(left & 127 | 128);
      left >>>= 7;
    }
    to.write(left);
  }

  private void tensor(ByteBuffer tensor) {
    String[] name = {""};
    ByteBuffer[] data = {null};
    fields(
        tensor,
        (field, value, whole) -> {
          if (field == NAME) {
            name[0] = StandardCharsets.UTF_8.decode(value.duplicate()).toString();
          } else if (field == RAW || field == FLOATS) {
            data[0] = value.order(ByteOrder.LITTLE_ENDIAN);
          } else if (field == SMALL) {
            data[0] = ByteBuffer.allocate(value.remaining());
            while (value.hasRemaining()) {
              data[0].put((byte) varint(value));
            }
            data[0].flip();
          }
        });
    if (data[0] != null) {
      tensors.put(name[0], data[0]);
    }
  }

  private interface Field {

    /**
     * Takes a field.
     *
     * @param number which
     * @param bytes what it holds; of a number nothing
     * @param whole what it holds with its number and length
     */
    void is(int number, ByteBuffer bytes, ByteBuffer whole);
  }

  private static void fields(ByteBuffer message, Field each) {
    while (message.hasRemaining()) {
      int start = message.position();
      long key = varint(message);
      int length = length((int) (key & 7), message);
      ByteBuffer bytes = message.slice(message.position(), length);
      message.position(message.position() + length);
      each.is((int) (key >>> 3), bytes, message.slice(start, message.position() - start));
    }
  }

  /** How many bytes follow; a number without a fixed length is skipped. */
  private static int length(int type, ByteBuffer message) {
    switch (type) {
      case 0:
        varint(message);
        return 0;
      case 1:
        return Long.BYTES;
      case BYTES:
        return (int) varint(message);
      case 5:
        return Integer.BYTES;
      default:
        throw new IllegalArgumentException("wire type " + type);
    }
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte b = bytes.get();
      value |= (long) (b & 127) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
