package org.polylogue.lexis.dispersion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * A subcorpus cut into parts: documents, groups of documents, or stretches of equal length. Parts
 * without a word are left out. Immutable and thread-safe.
 */
public final class Parts {

  private final Subcorpus subcorpus;
  private final List<String> names;
  private final long[] sizes;
  private final int[] froms;
  private final int[] tos;
  private final int[] owners;

  private Parts(Subcorpus subcorpus, List<String> names, Pieces pieces) {
    this.subcorpus = subcorpus;
    long[] words = new long[names.size()];
    for (int i = 0; i < pieces.size; i++) {
      words[pieces.owners[i]] += words(subcorpus.index(), pieces.froms[i], pieces.tos[i]);
    }
    int[] renumbered = new int[names.size()];
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      renumbered[i] = words[i] == 0 ? -1 : kept.size();
      if (words[i] > 0) {
        kept.add(names.get(i));
      }
    }
    this.names = List.copyOf(kept);
    this.sizes = Arrays.stream(words).filter(w -> w > 0).toArray();
    int[] starts = new int[kept.size() + 1];
    for (int i = 0; i < pieces.size; i++) {
      if (renumbered[pieces.owners[i]] >= 0) {
        starts[renumbered[pieces.owners[i]] + 1]++;
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      starts[i + 1] += starts[i];
    }
    int filled = starts[kept.size()];
    this.froms = new int[filled];
    this.tos = new int[filled];
    this.owners = new int[filled];
    for (int i = 0; i < pieces.size; i++) {
      int owner = renumbered[pieces.owners[i]];
      if (owner >= 0) {
        int at = starts[owner]++;
        froms[at] = pieces.froms[i];
        tos[at] = pieces.tos[i];
        owners[at] = owner;
      }
    }
  }

  private static long words(TokenIndex index, int from, int to) {
    long words = 0;
    for (int i = from; i < to; i++) {
      words += index.isWord(i) ? 1 : 0;
    }
    return words;
  }

  private static final class Pieces {
    private int[] froms = new int[256];
    private int[] tos = new int[256];
    private int[] owners = new int[256];
    private int size;

    void add(int from, int to, int owner) {
      if (size == froms.length) {
        froms = Arrays.copyOf(froms, size * 2);
        tos = Arrays.copyOf(tos, size * 2);
        owners = Arrays.copyOf(owners, size * 2);
      }
      froms[size] = from;
      tos[size] = to;
      owners[size++] = owner;
    }
  }

  /**
   * Each document is a part, as far as it is selected.
   *
   * @param subcorpus what is cut
   * @return parts named by document id
   */
  public static Parts documents(Subcorpus subcorpus) {
    TokenIndex index = subcorpus.index();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < index.documentCount(); i++) {
      names.add(index.documentId(i));
    }
    return new Parts(subcorpus, names, byDocument(subcorpus, null));
  }

  /**
   * Documents with the same fact are a part; documents without it are one together.
   *
   * @param subcorpus what is cut
   * @param attribute a fact about documents, such as {@code outlet}; with {@code .} and a number
   *     after it, only so many first characters of its value, as {@code date.7} for months
   * @return parts named by value, sorted; {@code ""} for documents without it
   * @throws IllegalArgumentException if no document has the attribute
   */
  public static Parts by(Subcorpus subcorpus, String attribute) {
    TokenIndex index = subcorpus.index();
    int point = attribute.lastIndexOf('.');
    boolean cut = point > 0 && attribute.substring(point + 1).matches("\\d{1,3}");
    String name = cut ? attribute.substring(0, point) : attribute;
    int length = cut ? Integer.parseInt(attribute.substring(point + 1)) : Integer.MAX_VALUE;
    if (index.size() > 0 && !index.documentAttributes().contains(name)) {
      throw new IllegalArgumentException(
          "no " + name + " is known of documents, only " + index.documentAttributes());
    }
    Map<String, Integer> ids = new TreeMap<>();
    String[] values = new String[index.documentCount()];
    for (int i = 0; i < values.length; i++) {
      String value = index.documentAttribute(name, i).orElse("");
      values[i] = value.length() > length ? value.substring(0, length) : value;
      ids.put(values[i], 0);
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : ids.entrySet()) {
      entry.setValue(next++);
    }
    int[] owners = Arrays.stream(values).mapToInt(ids::get).toArray();
    return new Parts(subcorpus, List.copyOf(ids.keySet()), byDocument(subcorpus, owners));
  }

  /**
   * Stretches with as many tokens as each other, or one more or less, in corpus order.
   *
   * @param subcorpus what is cut
   * @param count how many, at least 1
   * @return parts named {@code 1} and so on; fewer if there are fewer tokens
   */
  public static Parts equal(Subcorpus subcorpus, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a corpus is cut into 1 part or more, not " + count);
    }
    long size = subcorpus.size();
    Pieces pieces = new Pieces();
    List<String> names = new ArrayList<>();
    long seen = 0;
    int part = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      int from = subcorpus.from(r);
      while (from < subcorpus.to(r)) {
        while (seen >= size * (part + 1) / count) {
          part++;
        }
        long left = size * (part + 1) / count - seen;
        int to = (int) Math.min(subcorpus.to(r), from + left);
        pieces.add(from, to, part);
        seen += to - from;
        from = to;
      }
    }
    for (int i = 0; i < count; i++) {
      names.add(Integer.toString(i + 1));
    }
    return new Parts(subcorpus, names, pieces);
  }

  private static Pieces byDocument(Subcorpus subcorpus, int[] owners) {
    TokenIndex index = subcorpus.index();
    Pieces pieces = new Pieces();
    int document = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      int from = subcorpus.from(r);
      while (from < subcorpus.to(r)) {
        while (index.documentStart(document + 1) <= from) {
          document++;
        }
        int to = Math.min(subcorpus.to(r), index.documentStart(document + 1));
        pieces.add(from, to, owners == null ? document : owners[document]);
        from = to;
      }
    }
    return pieces;
  }

  /**
   * What was cut.
   *
   * @return the subcorpus
   */
  public Subcorpus subcorpus() {
    return subcorpus;
  }

  /**
   * The names of the parts.
   *
   * @return names in order
   */
  public List<String> names() {
    return names;
  }

  /**
   * Words in a part, punctuation left out.
   *
   * @param part from 0
   * @return one or more
   */
  public long size(int part) {
    return sizes[part];
  }

  int pieces() {
    return froms.length;
  }

  int from(int piece) {
    return froms[piece];
  }

  int to(int piece) {
    return tos[piece];
  }

  int owner(int piece) {
    return owners[piece];
  }
}
