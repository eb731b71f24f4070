package org.polylogue.discourse.entity.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.polylogue.discourse.learning.WordClasses;

/**
 * Lists of names and of everyday words, which a model of names in posts takes as hints. They are
 * packed as {@link WordClasses}, where each bit of a path is one list; see {@code
 * docs/models/entities.md} for where they come from. Immutable and thread-safe.
 */
public final class NameLists {

  /** The lists, in the order of their bits. */
  public enum Kind {
    /** Given names. */
    GIVEN,
    /** Surnames. */
    SURNAME,
    /** Given names and surnames, not told apart. */
    PEOPLE,
    /** Persons and characters of fiction, by full or by single name. */
    PERSON,
    /** Places, real and of fiction. */
    PLACE,
    /** Cities with at least 100,000 inhabitants. */
    LARGE_CITY,
    /** Towns with at least 5,000 inhabitants. */
    TOWN,
    /** Teams, bands and other groups. */
    GROUP,
    /** Titles of films, books, games and songs. */
    WORK,
    /** Companies. */
    COMPANY,
    /** Chains and brands of shops and services. */
    BRAND,
    /** Products. */
    PRODUCT,
    /** Frequent words of the dictionary. */
    FREQUENT,
    /** Common words of the dictionary. */
    COMMON,
    /** Rare words of the dictionary. */
    RARE;

    private int bit() {
      return 1 << ordinal();
    }
  }

  private static final String RESOURCE = "name-lists.model";
  private static final int LONGEST = 6;

  private static final class Shipped {
    static final NameLists LISTS = load();
  }

  private final WordClasses packed;

  private NameLists(WordClasses packed) {
    this.packed = packed;
  }

  /**
   * The lists that the library ships.
   *
   * @return always the same object
   */
  public static NameLists shipped() {
    return Shipped.LISTS;
  }

  private static NameLists load() {
    InputStream stream = NameLists.class.getResourceAsStream(RESOURCE);
    try (InputStream in = Objects.requireNonNull(stream, RESOURCE)) {
      return new NameLists(WordClasses.read(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes lists; equal lists give equal bytes.
   *
   * @param lists names as they are written; those of a kind that is missing are none
   * @param out takes the bytes, is not closed
   * @return the number of different entries
   * @throws IOException if it cannot take them
   */
  public static int write(Map<Kind, ? extends Iterable<String>> lists, OutputStream out)
      throws IOException {
    Map<String, Integer> paths = new HashMap<>();
    lists.forEach(
        (kind, names) -> {
          for (String name : names) {
            String key = key(name);
            if (key.length() > 1) {
              paths.merge(key, kind.bit(), (one, other) -> one | other);
            }
          }
        });
    WordClasses.write(Kind.values().length, paths, out);
    return paths.size();
  }

  /**
   * The names of one of the lists that the library ships.
   *
   * @param kind the list
   * @return in lower case without accents, sorted
   */
  public static List<String> names(Kind kind) {
    InputStream stream = NameLists.class.getResourceAsStream(RESOURCE);
    try (InputStream in = Objects.requireNonNull(stream, RESOURCE)) {
      return WordClasses.readWords(in, RESOURCE).entrySet().stream()
          .filter(entry -> (entry.getValue() & kind.bit()) != 0)
          .map(Map.Entry::getKey)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String name) {
    return Folding.plain(name.replace('-', ' '));
  }

  /**
   * Where names of lists stand in a sentence: for each token the lists, each with {@code 1} for a
   * name of one word, else {@code B}, {@code M} or {@code L} for its first, a middle or its last.
   *
   * @param words of the sentence
   * @return a list for each word
   */
  public List<List<String>> hits(List<String> words) {
    List<String> keys = new ArrayList<>();
    List<List<String>> hits = new ArrayList<>();
    for (String word : words) {
      keys.add(key(word.startsWith("#") ? word.substring(1) : word));
      hits.add(new ArrayList<>(2));
    }
    for (int i = 0; i < keys.size(); i++) {
      StringBuilder phrase = new StringBuilder();
      for (int size = 1; size <= LONGEST && i + size <= keys.size(); size++) {
        phrase.append(size == 1 ? "" : " ").append(keys.get(i + size - 1));
        int lists = packed.of(phrase.toString());
        for (Kind kind : Kind.values()) {
          if (kind.ordinal() < Kind.FREQUENT.ordinal()
              && lists != WordClasses.NONE
              && (lists & kind.bit()) != 0) {
            mark(hits, i, size, kind.name());
          }
        }
      }
    }
    return hits;
  }

  private static void mark(List<List<String>> hits, int first, int size, String kind) {
    for (int k = 0; k < size; k++) {
      String place = size == 1 ? "1" : k == 0 ? "B" : k == size - 1 ? "L" : "M";
      String hit = kind + place;
      if (!hits.get(first + k).contains(hit)) {
        hits.get(first + k).add(hit);
      }
    }
  }

  /**
   * How usual a word is that stands in the dictionary in lower case: 1 to 3, and 4 for a word that
   * only has a class, 5 for an unknown word, 0 for what is no word.
   *
   * @param word in any case
   * @param wordClass its class in {@link WordClasses}
   * @return 0 to 5
   */
  public int rarity(String word, int wordClass) {
    if (word.codePoints().noneMatch(Character::isLetter)) {
      return 0;
    }
    int lists = packed.of(key(word));
    if (lists != WordClasses.NONE) {
      if ((lists & Kind.FREQUENT.bit()) != 0) {
        return 1;
      }
      if ((lists & Kind.COMMON.bit()) != 0) {
        return 2;
      }
      if ((lists & Kind.RARE.bit()) != 0) {
        return 3;
      }
    }
    return wordClass == WordClasses.NONE ? 5 : 4;
  }

  /**
   * Tells whether a word is among the frequent ones of the dictionary.
   *
   * @param word in any case
   * @return false for rare and unknown ones
   */
  public boolean isFrequent(String word) {
    return rarity(word, WordClasses.NONE) == 1;
  }

  /**
   * Tells whether a word is among the frequent or common ones of the dictionary.
   *
   * @param word in any case
   * @return false for rare and unknown ones
   */
  public boolean isUsual(String word) {
    int rarity = rarity(word, WordClasses.NONE);
    return rarity == 1 || rarity == 2;
  }

  /**
   * Lower case without marks before it, and letters that are held out cut.
   *
   * @param word as written
   * @param most how often a letter may stand in a row
   * @return the word to look up
   */
  public static String shortened(String word, int most) {
    String lower = word.toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder(lower.length());
    int run = 0;
    for (int i = lower.startsWith("#") || lower.startsWith("@") ? 1 : 0; i < lower.length(); i++) {
      char c = lower.charAt(i) == '’' ? '\'' : lower.charAt(i);
      run = !text.isEmpty() && text.charAt(text.length() - 1) == c ? run + 1 : 1;
      if (run <= most) {
        text.append(c);
      }
    }
    return text.toString();
  }
}
