package org.polylogue.discourse.entity.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.polylogue.discourse.learning.WordClasses;

/**
 * How words of posts are used, slang and misspellings among them: in which class of words, and how
 * often. Classes are numbered in the order of a tree of them (Brown et al. 1992), so that
 * neighbours are used alike. Packed as {@link WordClasses}, where a path is the number of the class
 * and then the frequency; see {@code docs/models/entities.md} for where they come from. Immutable
 * and thread-safe.
 */
public final class PostVocabulary {

  /** Bits of the number of a class. */
  static final int CLASS_BITS = 10;

  private static final int FREQUENCY_BITS = 4;
  private static final int RAREST = 40;
  private static final String USER = "<@mention>";
  private static final String RESOURCE = "post-vocabulary.model";

  private static final class Shipped {
    static final PostVocabulary VOCABULARY = load();
  }

  /**
   * A word of posts.
   *
   * @param form in any case
   * @param path from the root of the tree of classes to the word's class, in zeros and ones
   * @param count how often the word was seen, zero or more
   */
  public record Word(String form, String path, long count) {
    /** Checks the path. */
    public Word {
      if (!path.matches("[01]+")) {
        throw new IllegalArgumentException("a path is made of 0 and 1, not \"" + path + "\"");
      }
    }
  }

  private final WordClasses packed;

  private PostVocabulary(WordClasses packed) {
    this.packed = packed;
  }

  static PostVocabulary shipped() {
    return Shipped.VOCABULARY;
  }

  private static PostVocabulary load() {
    InputStream stream = PostVocabulary.class.getResourceAsStream(RESOURCE);
    try (InputStream in = Objects.requireNonNull(stream, RESOURCE)) {
      return read(in, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PostVocabulary read(InputStream in, String name) throws IOException {
    return new PostVocabulary(WordClasses.read(in, name));
  }

  /**
   * Packs a vocabulary; equal words give equal bytes. Of words that differ in case only, the most
   * frequent counts.
   *
   * @param words in at most 1,024 classes
   * @param out takes the bytes, is not closed
   * @return the number of different words
   * @throws IllegalArgumentException if there are more classes
   * @throws IOException if the stream cannot take the bytes
   */
  public static int write(List<Word> words, OutputStream out) throws IOException {
    TreeSet<String> paths = new TreeSet<>();
    words.forEach(word -> paths.add(word.path()));
    if (paths.size() > 1 << CLASS_BITS) {
      throw new IllegalArgumentException(
          paths.size() + " classes, must be at most " + (1 << CLASS_BITS));
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (String path : paths) {
      numbers.put(path, numbers.size());
    }
    Map<String, Integer> packed = new HashMap<>();
    words.stream()
        .sorted(Comparator.comparingLong(Word::count).thenComparing(Word::path))
        .forEach(
            word ->
                packed.put(
                    word.form().toLowerCase(Locale.ROOT),
                    numbers.get(word.path()) << FREQUENCY_BITS | level(word.count())));
    WordClasses.write(CLASS_BITS + FREQUENCY_BITS, packed, out);
    return packed.size();
  }

  private static int level(long count) {
    long times = count / RAREST + 1;
    return Math.min((1 << FREQUENCY_BITS) - 1, 63 - Long.numberOfLeadingZeros(times));
  }

  /**
   * What is known of a word: the path of {@link WordClasses}, to be asked for its class and
   * frequency.
   */
  int of(String token) {
    if (token.length() > 1 && token.startsWith("@")) {
      return packed.of(USER);
    }
    String word = token.replace('\u2019', '\'');
    int known = packed.of(word);
    return known == WordClasses.NONE && word.startsWith("#") ? packed.of(word.substring(1)) : known;
  }

  /**
   * The class of a word.
   *
   * @param known what {@link #of} gave
   * @param bits how fine, 1 to {@link #CLASS_BITS}
   * @return {@code ?} for an unknown word
   */
  static String classOf(int known, int bits) {
    return known == WordClasses.NONE
        ? "?"
        : Integer.toString(known >> FREQUENCY_BITS + CLASS_BITS - bits);
  }

  /** How often a word is seen, in powers of two: 0 for the rarest, at most 15, -1 if unknown. */
  static int frequency(int known) {
    return known == WordClasses.NONE ? -1 : known & (1 << FREQUENCY_BITS) - 1;
  }
}
