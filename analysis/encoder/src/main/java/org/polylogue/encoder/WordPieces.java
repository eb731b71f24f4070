package org.polylogue.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a text into the pieces that the encoder knows: words and marks, in small letters and without
 * accents, and words in the longest known pieces from the left (the WordPiece of Devlin et al.
 * 2019). Of an emoji the words of its Unicode name are read, and letters that are stretched
 * ("sooo") are read once or twice. Each piece keeps its place in the text, in UTF-16 code units.
 * Immutable and thread-safe; takes time linear in the text.
 */
public final class WordPieces {

  /** The piece before every text. */
  public static final int START = 101;

  /** The piece after every text. */
  public static final int END = 102;

  /** The piece for a word that is hidden. */
  public static final int MASK = 103;

  private static final int UNKNOWN = 100;
  private static final int SKIN_TONE = 0x1F3FB;
  private static final int SKIN_TONES = 5;
  private static final int LONGEST_WORD = 100;

  /** What a name of a symbol says of its print: a heavy black heart is red. */
  private static final Set<String> TYPOGRAPHY = Set.of("HEAVY", "BLACK", "WHITE", "SIGN");

  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";

  private final Map<String, Integer> vocabulary;
  private final int longest;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    longest = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(1);
  }

  /**
   * A text in pieces.
   *
   * @param ids of the pieces in the vocabulary
   * @param starts where each begins in the text
   * @param ends where each ends in the text, exclusive
   */
  public record Pieces(int[] ids, int[] starts, int[] ends) {

    /**
     * How many pieces there are.
     *
     * @return 0 for a text without letters, digits or marks
     */
    public int size() {
      return ids.length;
    }

    /**
     * Some of the pieces.
     *
     * @param from the first
     * @param to after the last, at most {@link #size}
     * @return those, with the same places
     */
    public Pieces slice(int from, int to) {
      return new Pieces(
          Arrays.copyOfRange(ids, from, to),
          Arrays.copyOfRange(starts, from, to),
          Arrays.copyOfRange(ends, from, to));
    }
  }

  /**
   * With the vocabulary of the encoder.
   *
   * @return a new one; keep it, loading takes a tenth of a second
   * @throws UncheckedIOException if the vocabulary is not on the class path
   */
  public static WordPieces shipped() {
    try (InputStream in = WordPieces.class.getResourceAsStream(VOCABULARY)) {
      if (in == null) {
        throw new IOException("the vocabulary " + VOCABULARY + " is not on the class path");
      }
      JsonNode entries = new ObjectMapper().readTree(in).path("model").path("vocab");
      Map<String, Integer> vocabulary = new HashMap<>(entries.size() * 2);
      entries
          .properties()
          .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
      return new WordPieces(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Cuts a text.
   *
   * @param text any text
   * @return its pieces in order, without the pieces before and after a text
   */
  public Pieces of(String text) {
    Collector pieces = new Collector(text);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (isSpace(c) || isDropped(c)) {
        at = next;
      } else if (Character.getType(c) == Character.OTHER_SYMBOL) {
        pieces.symbol(c, at, next);
        at = next;
      } else if (isMark(c)) {
        pieces.word(at, next);
        at = next;
      } else {
        while (next < text.length()) {
          int d = text.codePointAt(next);
          if (isSpace(d) || isMark(d) || Character.getType(d) == Character.OTHER_SYMBOL) {
            break;
          }
          next += Character.charCount(d);
        }
        pieces.word(at, next);
        at = next;
      }
    }
    return pieces.done();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    return c == 0
        || c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || (c >= SKIN_TONE && c < SKIN_TONE + SKIN_TONES)
        || type == Character.SURROGATE;
  }

  /** Marks and the letters of languages without spaces stand alone. */
  private static boolean isMark(int c) {
    if (c < 128) {
      return c > 32 && !Character.isLetterOrDigit(c) && c != 127;
    }
    switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
      case Character.OTHER_PUNCTUATION:
        return true;
      default:
        return c >= 0x2E80 && Character.isIdeographic(c);
    }
  }

  /** A word as the vocabulary writes it, and where each of its letters came from. */
  private final class Collector {
    private final String text;
    private int[] ids = new int[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;

    Collector(String text) {
      this.text = text;
    }

    void word(int start, int end) {
      StringBuilder letters = new StringBuilder();
      int[] from = new int[(end - start) + 8];
      for (int i = start; i < end; ) {
        int c = text.codePointAt(i);
        if (!isDropped(c)) {
          String plain = plain(c);
          if (letters.length() + plain.length() > from.length) {
            from = Arrays.copyOf(from, from.length * 2 + plain.length());
          }
          Arrays.fill(from, letters.length(), letters.length() + plain.length(), i);
          letters.append(plain);
        }
        i += Character.charCount(c);
      }
      if (letters.length() > 0) {
        pieces(letters.toString(), from, end);
      }
    }

    /** Emoji are no words of the vocabulary, but the words of their names are. */
    void symbol(int c, int start, int end) {
      String name = Character.getName(c);
      for (String word : name == null ? new String[0] : name.split("[ -]")) {
        if (TYPOGRAPHY.contains(word)) {
          continue;
        }
        int[] from = new int[word.length()];
        Arrays.fill(from, start);
        pieces(word.toLowerCase(Locale.ROOT), from, end);
      }
    }

    private void pieces(String word, int[] from, int end) {
      int before = size;
      int at = 0;
      if (word.length() > LONGEST_WORD) {
        add(UNKNOWN, from[0], end);
        return;
      }
      Integer plain = vocabulary.containsKey(word) ? null : unstretched(word);
      if (plain != null) {
        add(plain, from[0], end);
        return;
      }
      while (at < word.length()) {
        int to = Math.min(word.length(), at + longest);
        Integer id = null;
        while (to > at) {
          String piece = word.substring(at, to);
          id = vocabulary.get(at == 0 ? piece : "##" + piece);
          if (id != null) {
            break;
          }
          to--;
        }
        if (id == null) {
          size = before;
          add(UNKNOWN, from[0], end);
          return;
        }
        add(id, from[at], to < word.length() ? from[to] : end);
        at = to;
      }
    }

    /** "Sooo goood": a letter three times or more in a row is meant twice or once. */
    private Integer unstretched(String word) {
      Integer twice = vocabulary.get(squeezed(word, 2));
      return twice != null ? twice : vocabulary.get(squeezed(word, 1));
    }

    private void add(int id, int start, int end) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      ids[size] = id;
      starts[size] = start;
      ends[size++] = end;
    }

    Pieces done() {
      return new Pieces(ids, starts, ends).slice(0, size);
    }
  }

  /** Leaves of each run of three letters or more the first so many; null without such a run. */
  private static String squeezed(String word, int left) {
    StringBuilder kept = new StringBuilder();
    boolean any = false;
    for (int i = 0; i < word.length(); ) {
      int end = i + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      boolean run = end - i > 2;
      any |= run;
      kept.append(word, i, run ? i + left : end);
      i = end;
    }
    return any ? kept.toString() : null;
  }

  private static String plain(int c) {
    if (c < 128) {
      return String.valueOf((char) Character.toLowerCase(c));
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder();
    parts
        .codePoints()
        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
