package org.polylogue.lexis.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.polylogue.language.WordLists;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.text.Passage;

/**
 * Texts of a subcorpus as rows of word counts, with what is known of each text. Takes 8 bytes for
 * each different word of each text. Immutable and thread-safe.
 */
public final class TextCounts {

  private static final WordLists LISTS = WordLists.of(TextCounts.class, "words.tsv");

  /** What a row is. */
  public enum Cut {
    /** An article or a comment, as far as it is selected. */
    DOCUMENT,
    /** An unbroken passage of a quotation, as far as it is selected. */
    QUOTATION
  }

  /**
   * Which words are columns.
   *
   * @param attribute {@link TokenAttribute#WORD} or another that the index has
   * @param minimumTexts in how many texts a word has to be, 1 or more
   * @param maximumShare in what share of texts it may be, over 0 to 1
   * @param left words that are left out
   */
  public record Choice(
      TokenAttribute attribute, int minimumTexts, double maximumShare, Set<String> left) {
    /** Checks the bounds. */
    public Choice {
      Objects.requireNonNull(attribute, "attribute");
      left = Set.copyOf(left);
      if (minimumTexts < 1 || !(maximumShare > 0 && maximumShare <= 1)) {
        throw new IllegalArgumentException(
            "words are in 1 text or more and in a share of 0 to 1, not "
                + minimumTexts
                + " and "
                + maximumShare);
      }
    }
  }

  private final TokenIndex index;
  private final CountRows rows;
  private final List<String> words;
  private final Cut cut;
  private final List<String> parts;
  private final int[] documents;
  private final int[] regions;
  private final int[] froms;
  private final int[] tos;

  private TextCounts(TokenIndex index, CountRows rows, List<String> words, Cut cut, Pieces pieces) {
    this.index = index;
    this.rows = rows;
    this.words = words;
    this.cut = cut;
    this.parts = List.copyOf(pieces.parts);
    this.documents = pieces.documents.stream().mapToInt(Integer::intValue).toArray();
    this.regions = pieces.regions.stream().mapToInt(Integer::intValue).toArray();
    this.froms = pieces.froms.stream().mapToInt(Integer::intValue).toArray();
    this.tos = pieces.tos.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Where rows come from. */
  private static final class Pieces {
    private final List<String> parts = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final List<Integer> regions = new ArrayList<>();
    private final List<Integer> froms = new ArrayList<>();
    private final List<Integer> tos = new ArrayList<>();

    void add(String part, int document, int region, int from, int to) {
      parts.add(part);
      documents.add(document);
      regions.add(region);
      froms.add(from);
      tos.add(to);
    }
  }

  /**
   * English words that hold sentences together, and {@code said}, which news writes beside every
   * source.
   *
   * @return words in lower case
   */
  public static Set<String> functionWords() {
    Set<String> all = new TreeSet<>();
    LISTS.names().forEach(name -> all.addAll(LISTS.list(name)));
    return all;
  }

  /**
   * Counts words.
   *
   * @param slices the tokens that count, in parts of one index by the text form of their slices; a
   *     text of which two parts hold a token is a row in each
   * @param cut what a row is
   * @param choice which words are columns; all of them hold a letter
   * @return for each part a row for each text that holds one of its tokens, in corpus order, also
   *     if none of its words is a column
   * @throws IllegalArgumentException if there is no part, or quotations are asked for and nobody
   *     looked for them
   */
  public static TextCounts of(Map<String, Subcorpus> slices, Cut cut, Choice choice) {
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("no part of the corpus is to be counted");
    }
    TokenIndex index = slices.values().iterator().next().index();
    Vocabulary vocabulary = index.vocabulary(choice.attribute());
    Pieces pieces = new Pieces();
    slices.forEach(
        (name, part) -> {
          if (cut == Cut.DOCUMENT) {
            documents(name, part, pieces);
          } else {
            quotations(name, part, pieces);
          }
        });
    int texts = pieces.documents.size();
    List<int[]> ids = new ArrayList<>(texts);
    int[] ranges = new int[vocabulary.size()];
    for (int row = 0; row < texts; row++) {
      Subcorpus part = slices.get(pieces.parts.get(row));
      int[] found = new int[pieces.tos.get(row) - pieces.froms.get(row)];
      int n = 0;
      for (int i = pieces.froms.get(row); i < pieces.tos.get(row); i++) {
        if (index.isWord(i) && part.contains(i)) {
          found[n++] = index.id(choice.attribute(), i);
        }
      }
      int[] sorted = Arrays.copyOf(found, n);
      Arrays.sort(sorted);
      ids.add(sorted);
      for (int i = 0; i < n; i++) {
        ranges[sorted[i]] += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
      }
    }
    int[] columns = new int[vocabulary.size()];
    Arrays.fill(columns, -1);
    List<String> words = new ArrayList<>();
    for (int id = 0; id < columns.length; id++) {
      String word = vocabulary.entry(id);
      boolean fits =
          ranges[id] >= choice.minimumTexts()
              && ranges[id] <= choice.maximumShare() * texts
              && !choice.left().contains(word)
              && word.codePoints().anyMatch(Character::isLetter);
      if (fits) {
        columns[id] = words.size();
        words.add(word);
      }
    }
    CountRows.Builder rows = CountRows.builder(words.size());
    for (int[] ofRow : ids) {
      add(rows, ofRow, columns);
    }
    return new TextCounts(index, rows.build(), List.copyOf(words), cut, pieces);
  }

  /** Ids are sorted, and columns rise with them. */
  private static void add(CountRows.Builder rows, int[] ids, int[] columns) {
    int[] found = new int[ids.length];
    int[] counts = new int[ids.length];
    int n = 0;
    for (int id : ids) {
      int column = columns[id];
      if (column >= 0 && n > 0 && found[n - 1] == column) {
        counts[n - 1]++;
      } else if (column >= 0) {
        found[n] = column;
        counts[n++] = 1;
      }
    }
    rows.add(Arrays.copyOf(found, n), Arrays.copyOf(counts, n));
  }

  private static void documents(String part, Subcorpus subcorpus, Pieces pieces) {
    TokenIndex index = subcorpus.index();
    int last = -1;
    for (int range = 0; range < subcorpus.rangeCount(); range++) {
      int from = subcorpus.from(range);
      while (from < subcorpus.to(range)) {
        int document = index.documentAt(from);
        if (document != last) {
          pieces.add(
              part, document, -1, index.documentStart(document), index.documentStart(document + 1));
          last = document;
        }
        from = Math.min(subcorpus.to(range), index.documentStart(document + 1));
      }
    }
  }

  private static void quotations(String part, Subcorpus subcorpus, Pieces pieces) {
    TokenIndex index = subcorpus.index();
    if (!index.layers().contains(Region.QUOTATION)) {
      throw new IllegalArgumentException(
          "the input has no quotations, because nobody looked for them; analyse it first and give"
              + " the result");
    }
    RegionLayer layer = index.layer(Region.QUOTATION);
    for (int region = 0; region < layer.size(); region++) {
      int from = layer.from(region);
      int to = layer.to(region);
      if (IntStream.range(from, to).anyMatch(subcorpus::contains)) {
        pieces.add(part, index.documentAt(from), region, from, to);
      }
    }
  }

  /**
   * The counts.
   *
   * @return a row for each text and a column for each word
   */
  public CountRows rows() {
    return rows;
  }

  /**
   * The words of the columns.
   *
   * @return sorted by their characters
   */
  public List<String> words() {
    return words;
  }

  /**
   * The column of a word.
   *
   * @param word as it is counted
   * @return −1 if it is no column
   */
  public int column(String word) {
    int found = java.util.Collections.binarySearch(words, word);
    return found < 0 ? -1 : found;
  }

  /**
   * What a row is.
   *
   * @return how texts were cut
   */
  public Cut cut() {
    return cut;
  }

  /**
   * Where a text stands.
   *
   * @param row from 0
   * @return the passage in its document, from its first token to its last
   */
  public Passage passage(int row) {
    return index.passage(froms[row], tos[row]);
  }

  /**
   * The words of a text.
   *
   * @param row from 0
   * @param tokens how many tokens at most
   * @return its beginning, on one line
   */
  public String beginning(int row, int tokens) {
    return index.text(froms[row], Math.min(tos[row], froms[row] + tokens));
  }

  /**
   * A number that all texts of one article share, comments under it included.
   *
   * @return by row, from 0
   */
  public int[] articles() {
    Map<String, Integer> numbers = new HashMap<>();
    int[] articles = new int[documents.length];
    for (int row = 0; row < articles.length; row++) {
      int document = documents[row];
      String id =
          index.documentAttribute("article", document).orElseGet(() -> index.documentId(document));
      articles[row] = numbers.computeIfAbsent(id, unseen -> numbers.size());
    }
    return articles;
  }

  /**
   * A fact about each text: of its quotation if it is one and the fact is known of quotations,
   * otherwise of its document.
   *
   * @param name {@code slice} for the part of the corpus, otherwise such as {@code outlet} or
   *     {@code speaker}; with {@code .} and a number after it, only so many first characters, as
   *     {@code date.7} for months
   * @return by row, null where it is not known
   * @throws IllegalArgumentException if it is known of no text
   */
  public List<String> facts(String name) {
    if (name.equals("slice")) {
      return parts;
    }
    int point = name.lastIndexOf('.');
    boolean shortened = point > 0 && isSmall(name.substring(point + 1));
    String key = shortened ? name.substring(0, point) : name;
    int length = shortened ? Integer.parseInt(name.substring(point + 1)) : Integer.MAX_VALUE;
    List<String> facts = new ArrayList<>(documents.length);
    for (int row = 0; row < documents.length; row++) {
      int document = documents[row];
      Optional<String> own =
          regions[row] < 0
              ? Optional.empty()
              : index.layer(Region.QUOTATION).attribute(key, regions[row]);
      String value = own.or(() -> index.documentAttribute(key, document)).orElse(null);
      facts.add(value == null || value.length() <= length ? value : value.substring(0, length));
    }
    if (!facts.isEmpty() && facts.stream().allMatch(Objects::isNull)) {
      Set<String> known = new TreeSet<>(index.documentAttributes());
      if (cut == Cut.QUOTATION) {
        known.addAll(index.layer(Region.QUOTATION).attributes());
      }
      throw new IllegalArgumentException("no " + key + " is known of these texts, only " + known);
    }
    return facts;
  }

  private static boolean isSmall(String text) {
    return !text.isEmpty() && text.length() < 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Rows by a fact.
   *
   * @param name as for {@link #facts}
   * @return values in order, each with its rows; texts without the fact are left out
   */
  public Map<String, List<Integer>> groups(String name) {
    TreeMap<String, List<Integer>> groups = new TreeMap<>();
    List<String> facts = facts(name);
    for (int row = 0; row < facts.size(); row++) {
      if (facts.get(row) != null) {
        groups.computeIfAbsent(facts.get(row), value -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }
}
