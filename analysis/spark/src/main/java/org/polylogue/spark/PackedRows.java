package org.polylogue.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of one item of the corpus, of all tables, as bytes: the number of the table, and for
 * each cell its kind and value. Spark then carries one column instead of a hundred nested ones.
 */
final class PackedRows {

  /** A row of {@link OutputTables}. */
  record TableRow(int table, Object[] cells) {}

  private static final int EMPTY = 0;
  private static final int TEXT = 1;
  private static final int WHOLE = 2;
  private static final int LONG = 3;
  private static final int DECIMAL = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /**
   * Adds a row.
   *
   * @param cells each null, a String, an Integer, a Long or a Double
   */
  void add(int table, List<?> cells) {
    try {
      out.writeByte(table);
      out.writeByte(cells.size());
      for (Object cell : cells) {
        write(cell);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Object cell) throws IOException {
    if (cell == null) {
      out.writeByte(EMPTY);
    } else if (cell instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte(TEXT);
      out.writeInt(utf8.length);
      out.write(utf8);
    } else if (cell instanceof Integer whole) {
      out.writeByte(WHOLE);
      out.writeInt(whole);
    } else if (cell instanceof Long number) {
      out.writeByte(LONG);
      out.writeLong(number);
    } else if (cell instanceof Double decimal) {
      out.writeByte(DECIMAL);
      out.writeDouble(decimal);
    } else {
      throw new IllegalArgumentException("no table holds a " + cell.getClass().getName());
    }
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** The rows in the order in which they were added, unpacked one by one. */
  static Iterator<TableRow> unpacked(byte[] packed) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          return in.available() > 0;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public TableRow next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        try {
          int table = in.readUnsignedByte();
          Object[] cells = new Object[in.readUnsignedByte()];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = read(in);
          }
          return new TableRow(table, cells);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Object read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case EMPTY -> null;
      case TEXT -> {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        yield new String(utf8, StandardCharsets.UTF_8);
      }
      case WHOLE -> in.readInt();
      case LONG -> in.readLong();
      case DECIMAL -> in.readDouble();
      default -> throw new IOException("a cell is of the unknown kind " + kind);
    };
  }
}
