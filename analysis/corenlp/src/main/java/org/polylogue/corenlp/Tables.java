package org.polylogue.corenlp;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Arrays of a model as bytes, big-endian, each with its length before it, read in the order in
 * which they were written.
 */
final class Tables {

  private Tables() {}

  /** Writes a model. */
  static final class Out implements AutoCloseable {

    private final DataOutputStream out;

    Out(OutputStream out) {
      this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    void number(int value) throws IOException {
      out.writeInt(value);
    }

    void text(String text) throws IOException {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void texts(String[] texts) throws IOException {
      number(texts.length);
      for (String text : texts) {
        text(text);
      }
    }

    void bytes(byte[] values) throws IOException {
      number(values.length);
      out.write(values);
    }

    void ints(int[] values) throws IOException {
      number(values.length);
      for (int value : values) {
        out.writeInt(value);
      }
    }

    void longs(long[] values) throws IOException {
      number(values.length);
      for (long value : values) {
        out.writeLong(value);
      }
    }

    void floats(float[] values) throws IOException {
      number(values.length);
      for (float value : values) {
        out.writeFloat(value);
      }
    }

    void doubles(double[] values) throws IOException {
      number(values.length);
      for (double value : values) {
        out.writeDouble(value);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads a model. */
  static final class In {

    private final ByteBuffer in;

    In(InputStream in) throws IOException {
      this.in = ByteBuffer.wrap(in.readAllBytes());
    }

    int number() {
      return in.getInt();
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    String[] texts() {
      String[] texts = new String[number()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text();
      }
      return texts;
    }

    byte[] bytes() {
      byte[] values = new byte[number()];
      in.get(values);
      return values;
    }

    int[] ints() {
      int[] values = new int[number()];
      in.asIntBuffer().get(values);
      in.position(in.position() + values.length * Integer.BYTES);
      return values;
    }

    long[] longs() {
      long[] values = new long[number()];
      in.asLongBuffer().get(values);
      in.position(in.position() + values.length * Long.BYTES);
      return values;
    }

    float[] floats() {
      float[] values = new float[number()];
      in.asFloatBuffer().get(values);
      in.position(in.position() + values.length * Float.BYTES);
      return values;
    }

    double[] doubles() {
      double[] values = new double[number()];
      in.asDoubleBuffer().get(values);
      in.position(in.position() + values.length * Double.BYTES);
      return values;
    }
  }
}
