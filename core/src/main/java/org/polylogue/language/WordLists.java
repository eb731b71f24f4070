package org.polylogue.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.text.Utf8File;

/**
 * Named lists of words from a TAB-separated table with the columns {@code list}, {@code words} and
 * {@code source}: the words of a row are separated by single spaces, a list may have several rows,
 * a line that begins with {@code #} is a comment. A phrase has underscores for its spaces.
 *
 * <p>A table of one's own stands in place of one that is shipped if the system property {@link
 * #OWN} names a folder in which it has the same path below {@code org/polylogue}, such as {@code
 * discourse/stance/words.tsv}. Of a table of word lists it need hold only the lists that are
 * others; any other table it replaces as a whole. Tables are read once, when they are first needed.
 *
 * <p>Immutable and thread-safe.
 */
public final class WordLists {

  /** The system property that names the folder of one's own tables. */
  public static final String OWN = "polylogue.words";

  private static final int COLUMNS = 3;
  private static final String ROOT = "/org/polylogue/";

  private final String name;
  private final Map<String, Set<String>> lists;

  private WordLists(String name, Map<String, Set<String>> lists) {
    this.name = name;
    this.lists = lists;
  }

  /**
   * The lists of a table that lies beside a class, with one's own in place of those of their name.
   *
   * @param owner the class
   * @param resource name of the table
   * @return its lists
   * @throws UncheckedIOException if a table is missing, cannot be read or is malformed, or one's
   *     own has a list that the shipped one has not
   */
  public static WordLists of(Class<?> owner, String resource) {
    try {
      WordLists shipped = read(shipped(owner, resource), resource);
      Optional<Path> own = own(owner, resource);
      return own.isPresent() ? shipped.with(own.get()) : shipped;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * A table that lies beside a class, or one's own in its place.
   *
   * @param owner the class
   * @param resource name of the table
   * @return its lines; to be closed
   * @throws IOException if it is missing or cannot be read
   */
  public static Reader open(Class<?> owner, String resource) throws IOException {
    Optional<Path> own = own(owner, resource);
    return own.isPresent() ? Utf8File.open(own.get()) : shipped(owner, resource);
  }

  /**
   * The tables of one's own.
   *
   * @return the files in the folder that the property names, sorted; none if it is not set
   * @throws IOException if the folder cannot be read, or holds a file that stands in place of none,
   *     or a list that the shipped table has not
   */
  public static List<Path> own() throws IOException {
    String folder = System.getProperty(OWN, "");
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = Path.of(folder).relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".tsv") || WordLists.class.getResource(ROOT + name) == null) {
          throw new IOException(file + " stands in place of no table; there is no " + name);
        }
        String table = name.substring(name.lastIndexOf('/') + 1);
        if (table.equals("words.tsv") || table.equals("parts.tsv")) {
          read(shipped(WordLists.class, ROOT + name), name).with(file);
        }
      }
      return files;
    }
  }

  private static Reader shipped(Class<?> owner, String resource) throws IOException {
    InputStream in = owner.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is missing");
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static Optional<Path> own(Class<?> owner, String resource) {
    String folder = System.getProperty(OWN, "");
    String name = '/' + owner.getPackageName().replace('.', '/') + '/' + resource;
    return Optional.of(Path.of(folder, name.substring(ROOT.length())))
        .filter(file -> !folder.isEmpty() && Files.exists(file));
  }

  private WordLists with(Path file) throws IOException {
    Map<String, Set<String>> all = new LinkedHashMap<>(lists);
    try (Reader reader = Utf8File.open(file)) {
      for (Map.Entry<String, Set<String>> own : read(reader, file.toString()).lists.entrySet()) {
        if (all.replace(own.getKey(), own.getValue()) == null) {
          throw new IOException(
              file + ": there is no list " + own.getKey() + ", only " + lists.keySet());
        }
      }
    }
    return new WordLists(file.toString(), all);
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
