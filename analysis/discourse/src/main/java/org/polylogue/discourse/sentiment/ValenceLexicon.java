package org.polylogue.discourse.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.polylogue.language.Sentence;
import org.polylogue.text.Utf8File;

/**
 * Words and phrases with a valence from −1 (negative) to +1 (positive). Immutable and thread-safe.
 *
 * <p>A table has one entry per line: word or phrase, TAB, valence, and optionally TAB and the part
 * of speech ({@code n}, {@code v}, {@code a}, {@code r}) that alone is meant. Words of a phrase are
 * divided by one space. A word that ends in {@code *} stands for all words that begin so: {@code
 * corrupt*}. Lines that begin with {@code #} and a space are comments. Entries match the
 * lower-cased form or the lemma; a form comes before a lemma, an exact entry before a wildcard, a
 * longer phrase before a shorter one.
 */
public final class ValenceLexicon {

  private static final int MAX_PHRASE = 12;
  private static final int MIN_STEM = 3;

  private record Entry(String[] words, char wordClass, double valence, String text) {}

  private final Map<String, List<Entry>> words = new HashMap<>();
  private final Map<String, List<Entry>> phrases = new HashMap<>();
  private final Map<String, Entry> stems = new HashMap<>();
  private int size;
  private int longestStem;

  private ValenceLexicon() {}

  /**
   * An entry that was found in a sentence.
   *
   * @param first position of its first token
   * @param last position of its last token, itself included
   * @param entry the entry as it stands in the lexicon
   * @param valence −1 to 1
   */
  public record Match(int first, int last, String entry, double valence) {}

  /**
   * The lexicon of this library: some six thousand words and phrases of news and comments.
   *
   * @return the same lexicon at each call; it is read at the first
   */
  public static ValenceLexicon shipped() {
    return Shipped.LEXICON;
  }

  private static final class Shipped {
    private static final ValenceLexicon LEXICON = load();
  }

  private static ValenceLexicon load() {
    String name = "valence.tsv";
    try (InputStream in = ValenceLexicon.class.getResourceAsStream(name)) {
      return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a lexicon from a UTF-8 file.
   *
   * @param file the table
   * @return the lexicon
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a line is wrong; the message names file, line and column
   */
  public static ValenceLexicon read(Path file) throws IOException {
    try (Reader reader = Utf8File.open(file)) {
      return read(file.toString(), reader);
    }
  }

  /**
   * Reads a lexicon.
   *
   * @param name of the table, for messages
   * @param reader its lines, not closed
   * @return the lexicon
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a line is wrong; the message names table, line and column
   */
  public static ValenceLexicon read(String name, Reader reader) throws IOException {
    ValenceLexicon lexicon = new ValenceLexicon();
    Map<String, Integer> seen = new HashMap<>();
    for (TableReader.Row row : TableReader.read(name, reader)) {
      Entry entry = entry(row);
      String key = entry.text + "\t" + entry.wordClass;
      Integer before = seen.put(key, row.line());
      if (before != null) {
        throw row.mistake(0, "'" + entry.text + "' stands in line " + before + " already");
      }
      lexicon.add(entry);
    }
    return lexicon;
  }

  private static Entry entry(TableReader.Row row) {
    String text = SentenceWords.normalized(row.cell(0));
    if (text.isBlank() || !text.equals(text.strip())) {
      throw row.mistake(0, "the word is missing or has spaces around it");
    }
    if (row.cells().size() > 3) {
      throw row.mistake(3, "a line has at most word, valence and part of speech");
    }
    double valence = row.number(1, -1, 1, "valence");
    String wordClass = row.cell(2);
    if (!wordClass.isEmpty() && (wordClass.length() != 1 || "nvar".indexOf(wordClass) < 0)) {
      throw row.mistake(
          2, "part of speech is '" + TableReader.Row.shown(wordClass) + "', not n, v, a or r");
    }
    String[] parts = text.split(" ", -1);
    for (String part : parts) {
      if (part.isEmpty()) {
        throw row.mistake(0, "two spaces follow each other");
      }
      int star = part.indexOf('*');
      if (star >= 0 && Character.isLetter(part.charAt(0))) {
        if (star < part.length() - 1 || star < MIN_STEM) {
          throw row.mistake(
              0, "a * stands once, at the end of a word, after " + MIN_STEM + " letters or more");
        }
      }
    }
    if (parts.length > MAX_PHRASE) {
      throw row.mistake(0, "a phrase has at most " + MAX_PHRASE + " words");
    }
    return new Entry(parts, wordClass.isEmpty() ? '*' : wordClass.charAt(0), valence, text);
  }

  private void add(Entry entry) {
    size++;
    if (entry.words.length == 1) {
      String word = entry.words[0];
      if (isStem(word)) {
        stems.put(word.substring(0, word.length() - 1), entry);
        longestStem = Math.max(longestStem, word.length() - 1);
        return;
      }
      words.computeIfAbsent(word, key -> new ArrayList<>(1)).add(entry);
    } else {
      addPhrase(entry);
    }
    String[] split = asEnginesSplit(entry.words);
    if (split.length > entry.words.length) {
      addPhrase(new Entry(split, '*', entry.valence, entry.text));
    }
  }

  private void addPhrase(Entry entry) {
    List<Entry> known = phrases.computeIfAbsent(entry.words[0], key -> new ArrayList<>(1));
    known.add(entry);
    known.sort(Comparator.comparingInt(e -> -e.words.length));
  }

  /** Engines make tokens of hyphens and of clitics such as n't. */
  private static String[] asEnginesSplit(String[] words) {
    List<String> split = new ArrayList<>();
    for (String word : words) {
      String rest = word;
      if (rest.equals("cannot")) {
        split.add("can");
        rest = "not";
      }
      for (int i = rest.indexOf('-'); i > 0 && i < rest.length() - 1; i = rest.indexOf('-')) {
        if (!Character.isLetterOrDigit(rest.charAt(i - 1))
            || !Character.isLetterOrDigit(rest.charAt(i + 1))) {
          break;
        }
        split.add(rest.substring(0, i));
        split.add("-");
        rest = rest.substring(i + 1);
      }
      int clitic = rest.endsWith("n't") ? rest.length() - 3 : rest.lastIndexOf('\'');
      if (clitic > 0 && clitic < rest.length() - 1 && Character.isLetter(rest.charAt(0))) {
        split.add(rest.substring(0, clitic));
        rest = rest.substring(clitic);
      }
      split.add(rest);
    }
    return split.toArray(new String[0]);
  }

  private static boolean isStem(String word) {
    return word.length() > MIN_STEM && word.endsWith("*") && word.charAt(word.length() - 2) != '*';
  }

  /**
   * This lexicon with another one's entries put in, which win over this one's of the same text.
   *
   * @param own the other lexicon, such as a user's
   * @return a new lexicon
   */
  public ValenceLexicon overriddenBy(ValenceLexicon own) {
    ValenceLexicon result = new ValenceLexicon();
    Map<String, Entry> entries = new HashMap<>();
    List<Entry> all = new ArrayList<>(all());
    all.addAll(own.all());
    Map<String, Boolean> owned = new HashMap<>();
    own.all().forEach(entry -> owned.put(entry.text, true));
    for (Entry entry : all()) {
      if (!owned.containsKey(entry.text)) {
        entries.put(entry.text + "\t" + entry.wordClass, entry);
      }
    }
    own.all().forEach(entry -> entries.put(entry.text + "\t" + entry.wordClass, entry));
    entries.keySet().stream().sorted().forEach(key -> result.add(entries.get(key)));
    return result;
  }

  private List<Entry> all() {
    List<Entry> all = new ArrayList<>(stems.values());
    words.values().forEach(all::addAll);
    for (List<Entry> known : phrases.values()) {
      for (Entry entry : known) {
        if (String.join(" ", entry.words).equals(entry.text)) {
          all.add(entry);
        }
      }
    }
    return all;
  }

  /**
   * Counts the entries.
   *
   * @return zero or more
   */
  public int size() {
    return size;
  }

  /**
   * The valence of a single word, whatever its part of speech.
   *
   * @param word a form or a lemma in any case
   * @return −1 to 1, empty if the lexicon does not know it
   */
  public OptionalDouble valence(String word) {
    String form = SentenceWords.normalized(word);
    Entry entry = word(form, form, '?');
    return entry == null ? OptionalDouble.empty() : OptionalDouble.of(entry.valence);
  }

  /**
   * Finds all entries in a sentence.
   *
   * @param sentence any sentence; tags and lemmas are used where they are
   * @return matches in order, none overlapping another
   */
  public List<Match> matches(Sentence sentence) {
    return matches(new SentenceWords(sentence));
  }

  List<Match> matches(SentenceWords sentence) {
    List<Match> found = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Entry phrase = phraseAt(sentence, i);
      if (phrase != null) {
        found.add(new Match(i, i + phrase.words.length - 1, phrase.text, phrase.valence));
        i += phrase.words.length;
        continue;
      }
      if (!sentence.tag(i).startsWith("NNP")) {
        Entry word = word(sentence.form(i), sentence.lemma(i), sentence.wordClass(i));
        word = word == null ? stretched(sentence.form(i), sentence.wordClass(i)) : word;
        if (word != null) {
          found.add(new Match(i, i, word.text, word.valence));
        }
      }
      i++;
    }
    return found;
  }

  private Entry phraseAt(SentenceWords sentence, int at) {
    Entry byForm = phraseAt(sentence, at, phrases.get(sentence.form(at)));
    if (byForm != null || sentence.form(at).equals(sentence.lemma(at))) {
      return byForm;
    }
    return phraseAt(sentence, at, phrases.get(sentence.lemma(at)));
  }

  private static Entry phraseAt(SentenceWords sentence, int at, List<Entry> candidates) {
    if (candidates == null) {
      return null;
    }
    for (Entry entry : candidates) {
      int n = entry.words.length;
      boolean same = at + n <= sentence.size();
      for (int k = 1; same && k < n; k++) {
        String word = entry.words[k];
        same =
            word.equals(sentence.form(at + k))
                || word.equals(sentence.lemma(at + k))
                || isStem(word)
                    && sentence.form(at + k).startsWith(word.substring(0, word.length() - 1));
      }
      if (same) {
        return entry;
      }
    }
    return null;
  }

  /** A word with a letter three times or more, such as "sooo goood", by its plain spelling. */
  private Entry stretched(String form, char wordClass) {
    String twice = atMost(form, 2);
    if (twice.equals(form)) {
      return null;
    }
    Entry entry = word(twice, twice, wordClass);
    String once = atMost(form, 1);
    return entry == null ? word(once, once, wordClass) : entry;
  }

  /** With runs of three or more of the same letter cut. */
  private static String atMost(String form, int most) {
    StringBuilder cut = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); ) {
      char c = form.charAt(i);
      int end = i;
      while (end < form.length() && form.charAt(end) == c) {
        end++;
      }
      int kept = end - i > 2 && Character.isLetter(c) ? most : end - i;
      cut.append(String.valueOf(c).repeat(kept));
      i = end;
    }
    return cut.toString();
  }

  private Entry word(String form, String lemma, char wordClass) {
    Entry entry = of(words.get(form), wordClass);
    if (entry == null && !lemma.equals(form)) {
      entry = of(words.get(lemma), wordClass);
    }
    if (entry == null && !stems.isEmpty()) {
      for (int n = Math.min(longestStem, form.length()); n >= MIN_STEM; n--) {
        Entry stem = stems.get(form.substring(0, n));
        if (stem != null && fits(stem, wordClass)) {
          return stem;
        }
      }
    }
    return entry == null ? derived(form, wordClass) : entry;
  }

  /** Adverbs in -ly and nouns in -ness of a known adjective, participles of a known verb. */
  private Entry derived(String form, char wordClass) {
    int n = form.length();
    if (n < 6) {
      return null;
    }
    if (form.endsWith("ly") && (wordClass == 'r' || wordClass == '?')) {
      Entry entry = of(words.get(form.substring(0, n - 2)), 'a');
      return entry != null || !form.endsWith("ily")
          ? entry
          : of(words.get(form.substring(0, n - 3) + "y"), 'a');
    }
    if (form.endsWith("ness")) {
      Entry entry = of(words.get(form.substring(0, n - 4)), 'a');
      return entry != null || !form.endsWith("iness")
          ? entry
          : of(words.get(form.substring(0, n - 5) + "y"), 'a');
    }
    if (wordClass == 'a' || wordClass == 'n') {
      String stem =
          form.endsWith("ed")
              ? form.substring(0, n - 2)
              : form.endsWith("ing") ? form.substring(0, n - 3) : "";
      if (stem.length() >= MIN_STEM) {
        Entry entry = of(words.get(stem), 'v');
        return entry != null ? entry : of(words.get(stem + "e"), 'v');
      }
    }
    return null;
  }

  private static Entry of(List<Entry> candidates, char wordClass) {
    if (candidates == null) {
      return null;
    }
    Entry any = null;
    for (Entry entry : candidates) {
      if (entry.wordClass == wordClass) {
        return entry;
      }
      if (fits(entry, wordClass)) {
        any = entry;
      }
    }
    return any;
  }

  private static boolean fits(Entry entry, char wordClass) {
    return entry.wordClass == '*'
        || wordClass == '?'
        || entry.wordClass == wordClass
        || entry.wordClass == 'a' && wordClass == 'v';
  }
}
