package org.polylogue.discourse.entity.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.text.Explanation;
import org.polylogue.text.SpreadsheetText;
import org.polylogue.text.Utf8File;

/**
 * The actors that a user knows, with priority over everything that the library finds. The CSV file
 * has a header row with the columns {@code canonical}, {@code alias} and {@code type}, and any
 * others, such as {@code party} or {@code gender}, which become attributes of the actor. One row
 * for each alias; the canonical name is an alias too. An alias written in capitals, such as US, is
 * only found in capitals; every other one in any case. Immutable and thread-safe.
 */
public final class ActorTable {

  /** No known actors. */
  public static final ActorTable EMPTY = new ActorTable(List.of());

  /** How tables that people edit are read: a header, then rows. */
  public static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private static final int MAX_ROWS = 1_000_000;

  private final List<Actor> actors;
  private final Map<String, Actor> byAlias = new HashMap<>();
  private final Map<String, Integer> longestByFirstWord = new HashMap<>();

  private ActorTable(List<Actor> actors) {
    this.actors = List.copyOf(actors);
    for (Actor actor : actors) {
      for (String alias : actor.aliases()) {
        String plain = Folding.plain(alias);
        if (plain.isEmpty()) {
          continue;
        }
        byAlias.putIfAbsent(key(alias), actor);
        String[] words = plain.split(" ");
        longestByFirstWord.merge(words[0], tokens(alias), Math::max);
      }
    }
  }

  /**
   * Known actors.
   *
   * @param actors with their aliases and attributes; the first that has an alias keeps it
   * @return the table
   */
  public static ActorTable of(List<Actor> actors) {
    return new ActorTable(actors);
  }

  /**
   * Reads a table.
   *
   * @param file CSV in UTF-8
   * @return the table
   * @throws IOException if it cannot be read or its columns or types are wrong; the message says
   *     where and how to mend it
   */
  public static ActorTable read(Path file) throws IOException {
    try (BufferedReader reader = Utf8File.open(file)) {
      return read(reader, file.toString());
    }
  }

  /**
   * Reads a table.
   *
   * @param reader CSV
   * @param name of the source, for messages
   * @return the table
   * @throws IOException if it cannot be read or its columns or types are wrong
   */
  public static ActorTable read(Reader reader, String name) throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      List<String> columns = parser.getHeaderNames().stream().map(ActorTable::column).toList();
      if (!columns.contains("canonical")) {
        throw new IOException(name + ": no column canonical in the header " + columns);
      }
      for (CSVRecord record : parser) {
        if (parser.getRecordNumber() > MAX_ROWS) {
          throw new IOException(name + ": more than " + MAX_ROWS + " rows");
        }
        read(record, columns, name + " line " + parser.getCurrentLineNumber(), rows);
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new IOException(name + ": not a CSV table: " + Explanation.of(e), e);
    }
    List<Actor> actors = new ArrayList<>();
    rows.forEach((canonical, row) -> actors.add(row.actor(canonical)));
    return new ActorTable(actors);
  }

  private static String column(String name) {
    return name.replace("\uFEFF", "").trim().toLowerCase(Locale.ROOT);
  }

  private static void read(
      CSVRecord record, List<String> columns, String place, Map<String, Row> rows)
      throws IOException {
    if (record.size() > columns.size()) {
      throw new IOException(
          place + ": " + record.size() + " cells for " + columns.size() + " columns");
    }
    int named = columns.indexOf("canonical");
    String canonical = named < record.size() ? SpreadsheetText.unguarded(record.get(named)) : "";
    if (canonical.isBlank()) {
      throw new IOException(place + ": no canonical name");
    }
    Row row = rows.computeIfAbsent(canonical, key -> new Row());
    row.aliases.add(canonical);
    for (int i = 0; i < record.size(); i++) {
      String cell = SpreadsheetText.unguarded(record.get(i));
      if (cell.isEmpty()) {
        continue;
      }
      switch (columns.get(i)) {
        case "canonical" -> {}
        case "alias" -> row.aliases.add(cell);
        case "type" -> row.type = Optional.of(type(cell, place));
        default -> row.attributes.putIfAbsent(columns.get(i), cell);
      }
    }
  }

  private static ActorType type(String cell, String place) throws IOException {
    String name = cell.toUpperCase(Locale.ROOT).replace("ORGANIZATION", "ORGANISATION");
    try {
      return ActorType.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          place + ": type " + cell + " is none of " + List.of(ActorType.values()), e);
    }
  }

  private static final class Row {
    private final TreeSet<String> aliases = new TreeSet<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private Optional<ActorType> type = Optional.empty();

    private Actor actor(String canonical) {
      ActorType known = type.orElse(ActorType.OTHER);
      return new Actor(ActorIds.of(known, canonical), canonical, known, aliases, attributes);
    }
  }

  /**
   * The actors.
   *
   * @return ordered by name if they were read from a file
   */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * Looks an actor up.
   *
   * @param alias any of its names
   * @return empty if the table does not have it
   */
  public Optional<Actor> named(String alias) {
    if (byAlias.isEmpty()) {
      return Optional.empty();
    }
    Actor exact = byAlias.get(alias);
    return Optional.ofNullable(exact == null ? byAlias.get(Folding.plain(alias)) : exact);
  }

  /**
   * How many tokens the longest alias that begins with a word can take.
   *
   * @param word in any case
   * @return 0 if no alias begins so
   */
  public int longest(String word) {
    return byAlias.isEmpty() ? 0 : longestByFirstWord.getOrDefault(Folding.plain(word), 0);
  }

  /**
   * The key of an alias: two aliases with one key are found in the same places.
   *
   * @param alias as written
   * @return the key
   */
  public static String key(String alias) {
    return exactInCapitals(alias) ? alias : Folding.plain(alias);
  }

  private static boolean exactInCapitals(String alias) {
    return alias.length() < 5 && alias.equals(alias.toUpperCase(Locale.ROOT));
  }

  /** How many tokens an alias can take: marks inside words may be tokens of their own. */
  private static int tokens(String alias) {
    int count = 1;
    for (int i = 0; i < alias.length(); i++) {
      count += Character.isLetterOrDigit(alias.charAt(i)) ? 0 : 1;
    }
    return count;
  }
}
