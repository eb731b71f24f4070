package org.polylogue.discourse.learning;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Classes of words that are used alike, in a hierarchy: a class is a path of bits, and the words
 * that share a prefix of it form a wider class (the use of such prefixes as features is from
 * Miller, Guinness and Zamanian 2004). Words are found in lower case. Immutable and thread-safe.
 *
 * <p>File: the bytes {@code PLWC}, a format version, then deflated: the number of bits and of
 * words, the words in sorted order, each as length of the prefix it shares with the one before and
 * the rest, then all paths.
 */
public final class WordClasses {

  /** What {@link #of} gives for a word that is in no class. */
  public static final int NONE = NameTable.NONE;

  private static final String RESOURCE = "word-classes.model";
  private static final ModelFile FILE = new ModelFile("PLWC", 1, true, "table of word classes");
  private static final int MAX_BITS = 15;
  private static final int MAX_WORDS = 10_000_000;

  private static final class Shipped {
    static final WordClasses CLASSES = load();
  }

  private final int bits;
  private final int size;
  private final NameTable paths;

  private WordClasses(int bits, int size) {
    if (bits < 1 || bits > MAX_BITS) {
      throw new IllegalArgumentException(bits + " bits, must be 1 to " + MAX_BITS);
    }
    this.bits = bits;
    this.size = size;
    this.paths = new NameTable(size);
  }

  /**
   * The classes that the library ships, of English words; see {@code docs/models/word-classes.md}.
   *
   * @return always the same classes
   */
  public static WordClasses shipped() {
    return Shipped.CLASSES;
  }

  private static WordClasses load() {
    InputStream stream = WordClasses.class.getResourceAsStream(RESOURCE);
    try (InputStream in = Objects.requireNonNull(stream, RESOURCE)) {
      return read(in, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Classes from a table.
   *
   * @param bits length of every path, 1 to 15
   * @param paths for each word in lower case its path, in 0 to 2^bits - 1
   * @return the classes
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static WordClasses of(int bits, Map<String, Integer> paths) {
    WordClasses classes = new WordClasses(bits, paths.size());
    paths.forEach((word, path) -> classes.put(word, path));
    return classes;
  }

  private void put(CharSequence word, int path) {
    if (path < 0 || path >= 1 << bits) {
      throw new IllegalArgumentException(word + " has path " + path + " of " + bits + " bits");
    }
    paths.put(NameTable.foldedHash(word), path);
  }

  /**
   * The length of a path.
   *
   * @return bits, 1 to 15
   */
  public int bits() {
    return bits;
  }

  /**
   * Counts the words that have a class.
   *
   * @return zero or more
   */
  public int size() {
    return size;
  }

  /**
   * The class of a word.
   *
   * @param word in any case, which is folded character by character
   * @return the whole path, or {@link #NONE}; {@code path >> n} is the wider class without the last
   *     n bits
   */
  public int of(String word) {
    return paths.get(NameTable.foldedHash(word));
  }

  /**
   * Writes classes; equal ones give equal bytes.
   *
   * @param bits length of every path
   * @param paths for each word in lower case its path
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public static void write(int bits, Map<String, Integer> paths, OutputStream out)
      throws IOException {
    FILE.write(
        out,
        data -> {
          Map<String, Integer> sorted = new TreeMap<>(paths);
          data.writeByte(bits);
          data.writeInt(sorted.size());
          String last = "";
          for (String word : sorted.keySet()) {
            int shared = sharedPrefix(last, word);
            data.writeShort(shared);
            data.writeUTF(word.substring(shared));
            last = word;
          }
          for (int path : sorted.values()) {
            data.writeShort(path);
          }
        });
  }

  /**
   * Reads classes.
   *
   * @param in the bytes of one file, is not closed
   * @param name of the file or resource, for messages
   * @return the classes
   * @throws IOException if the bytes are no classes of this version
   */
  public static WordClasses read(InputStream in, String name) throws IOException {
    Table table = table(in, name);
    try {
      WordClasses classes = new WordClasses(table.bits, table.words.length);
      for (int w = 0; w < table.words.length; w++) {
        classes.put(table.words[w], table.paths[w]);
      }
      return classes;
    } catch (IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  /**
   * Reads the words themselves, which {@link #read} does not keep.
   *
   * @param in the bytes of one file, is not closed
   * @param name of the file or resource, for messages
   * @return for each word its path, sorted by word
   * @throws IOException if the bytes are no classes of this version
   */
  public static SortedMap<String, Integer> readWords(InputStream in, String name)
      throws IOException {
    Table table = table(in, name);
    SortedMap<String, Integer> paths = new TreeMap<>();
    for (int w = 0; w < table.words.length; w++) {
      paths.put(table.words[w], (int) table.paths[w]);
    }
    return paths;
  }

  private record Table(int bits, String[] words, short[] paths) {}

  private static Table table(InputStream in, String name) throws IOException {
    return FILE.read(in, name, (data, hash) -> table(data));
  }

  private static Table table(DataInputStream data) throws IOException {
    int bits = data.readByte();
    int size = data.readInt();
    if (size < 0 || size > MAX_WORDS) {
      throw new IllegalArgumentException(size + " words");
    }
    String[] words = new String[size];
    String last = "";
    for (int w = 0; w < size; w++) {
      last = last.substring(0, data.readUnsignedShort()) + data.readUTF();
      words[w] = last;
    }
    short[] paths = new short[size];
    for (int w = 0; w < size; w++) {
      paths[w] = data.readShort();
    }
    if (data.read() != -1) {
      throw new IllegalArgumentException("there is more after its end");
    }
    return new Table(bits, words, paths);
  }

  private static IOException damaged(String name, RuntimeException cause) {
    return new IOException(name + ": the file is damaged: " + cause.getMessage(), cause);
  }

  private static int sharedPrefix(String a, String b) {
    int max = Math.min(a.length(), b.length());
    int i = 0;
    while (i < max && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
