package org.polylogue.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model in the format of ONNX, as bytes, and the places of its weights in them. Reads no more of
 * the format (protocol buffers) than that needs. Weights can be overwritten in place; not
 * thread-safe.
 */
public final class OnnxFile {

  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final int FLOATS = 4;

  private final byte[] bytes;
  private final Map<String, ByteBuffer> tensors = new TreeMap<>();

  private OnnxFile(byte[] bytes) {
    this.bytes = bytes;
    fields(
        ByteBuffer.wrap(bytes),
        (field, graph) -> {
          if (field == GRAPH) {
            fields(
                graph,
                (part, tensor) -> {
                  if (part == INITIALIZER) {
                    tensor(tensor);
                  }
                });
          }
        });
  }

  /**
   * Reads a model from the class path.
   *
   * @param resource its name, from the root
   * @return the model
   * @throws IOException if it is not there, or no such model
   */
  public static OnnxFile read(String resource) throws IOException {
    try (InputStream in = OnnxFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the model " + resource + " is not on the class path");
      }
      return new OnnxFile(in.readAllBytes());
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
   * @return by name; those that are kept as raw bytes or as floats
   */
  public Map<String, ByteBuffer> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  private void tensor(ByteBuffer tensor) {
    String[] name = {""};
    ByteBuffer[] data = {null};
    fields(
        tensor,
        (field, value) -> {
          if (field == NAME) {
            name[0] = StandardCharsets.UTF_8.decode(value.duplicate()).toString();
          } else if (field == RAW || field == FLOATS) {
            data[0] = value.order(ByteOrder.LITTLE_ENDIAN);
          }
        });
    if (data[0] != null) {
      tensors.put(name[0], data[0]);
    }
  }

  private interface Field {
    void is(int number, ByteBuffer bytes);
  }

  private static void fields(ByteBuffer message, Field each) {
    while (message.hasRemaining()) {
      long key = varint(message);
      switch ((int) (key & 7)) {
        case 0:
          varint(message);
          break;
        case 1:
          message.position(message.position() + Long.BYTES);
          break;
        case 2:
          int length = (int) varint(message);
          each.is((int) (key >>> 3), message.slice(message.position(), length));
          message.position(message.position() + length);
          break;
        case 5:
          message.position(message.position() + Integer.BYTES);
          break;
        default:
          throw new IllegalArgumentException("wire type " + (key & 7));
      }
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
