package org.polylogue.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Named lists of words from a TAB-separated table with the columns {@code list}, {@code words} and
 * {@code source}: the words of a row are separated by single spaces, a list may have several rows,
 * a line that begins with {@code #} is a comment. A phrase has underscores for its spaces.
 *
 * <p>Immutable and thread-safe.
 */
public final class WordLists {

  private static final int COLUMNS = 3;

  private final String name;
  private final Map<String, Set<String>> lists;

  private WordLists(String name, Map<String, Set<String>> lists) {
    this.name = name;
    this.lists = lists;
  }

  /**
   * The lists of a table that lies beside a class.
   *
   * @param owner the class
   * @param resource name of the table
   * @return its lists
   * @throws UncheckedIOException if the table is missing, cannot be read or is malformed
   */
  public static WordLists of(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * Reads a table.
   *
   * @param reader gives its lines, is not closed
   * @param name of the table, for messages
   * @return its lists
   * @throws IOException if it cannot be read, or a line that it names is no row
   */
  public static WordLists read(Reader reader, String name) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    int number = 0;
    boolean header = true;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != COLUMNS || cells[0].isBlank() || cells[2].isBlank()) {
        throw new IOException(
            name + ", line " + number + ": not a list, its words and their source");
      }
      if (!header) {
        Set<String> words = lists.computeIfAbsent(cells[0], key -> new LinkedHashSet<>());
        for (String word : cells[1].split(" ")) {
          if (!word.isEmpty()) {
            words.add(word.replace('_', ' '));
          }
        }
      }
      header = false;
    }
    lists.replaceAll((key, words) -> Collections.unmodifiableSet(words));
    return new WordLists(name, lists);
  }

  /**
   * A list.
   *
   * @param list its name
   * @return its words in the order of the table
   * @throws IllegalArgumentException if the table has no such list
   */
  public Set<String> list(String list) {
    Set<String> words = lists.get(list);
    if (words == null) {
      throw new IllegalArgumentException(name + " has no list " + list);
    }
    return words;
  }

  /**
   * The names of all lists.
   *
   * @return in the order of the table
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(lists.keySet());
  }
}
