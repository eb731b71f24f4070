package org.polylogue.corpus.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Encoding;
import org.polylogue.text.Explanation;
import org.polylogue.text.SpreadsheetText;

/**
 * The rows of a table with commas, semicolons, tabs or bars between cells (RFC 4180), one after the
 * other, in bounded memory. A damaged row is a fault of that row: reading goes on with the line
 * after its first one. For one thread.
 */
final class TableRows implements AutoCloseable {

  /** What stands below the names of columns in a table of Markdown. */
  private static final Pattern RULE = Pattern.compile(":?-{3,200}:?");

  /** As long as names of fields in JSON Lines may be, which attributes of articles become. */
  private static final int LONGEST_NAME = 1_000;

  /** Stands for bytes that are no text; no text has it (Unicode 16, 23.7). */
  private static final char DAMAGE = '\uFFFF';

  /** Rows with such bytes above which the whole table is in another encoding. */
  private static final int MOST_DAMAGED = 20;

  /** The line in which Excel names the mark between cells. */
  static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=.\"?");

  private final CorpusSource source;
  private final Reader in;
  private final List<String> header;
  private final boolean guarded;
  private final char delimiter;
  private char[] buffer = new char[1 << 13];
  private int start;
  private int at;
  private int end;
  private boolean ended;
  private long line = 1;
  private boolean rowNames;
  private boolean broken;
  private int damaged;

  TableRows(CorpusSource source) {
    this.source = source;
    Encoding encoding = source.encoding();
    InputStream bytes = source.open();
    try {
      bytes.skipNBytes(encoding.markLength());
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be read: " + Explanation.of(e));
    }
    this.in =
        new InputStreamReader(
            bytes,
            encoding
                .charset()
                .newDecoder()
                .replaceWith("" + DAMAGE)
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    try {
      this.delimiter = delimiter();
      this.header = header();
      this.guarded = header.contains(TableWriter.BLOCKS);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** As {@code sep=;} says, otherwise the one that the first line has most of. */
  private char delimiter() {
    String first = source.headText().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (SEPARATOR.matcher(first).matches()) {
      skipLine();
      return first.charAt(first.indexOf('=') + 1);
    }
    return delimiter(first);
  }

  /** The mark between the cells of a line: the one that it has most of, a comma if it has none. */
  static char delimiter(String line) {
    char best = ',';
    int most = 1;
    for (char mark : new char[] {',', '\t', ';', '|'}) {
      int cells = split(line, mark).size();
      if (cells > most) {
        best = mark;
        most = cells;
      }
    }
    return best;
  }

  /** The cells of a line that may be the first one of a table, without quotation marks. */
  static List<String> split(String line, char mark) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + mark).toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == mark && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  private List<String> header() {
    List<String> cells = cells();
    if (cells == null) {
      throw new CorpusException(source.place(), "the table is empty");
    }
    List<String> names = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (String name : cells) {
      if (name.length() > LONGEST_NAME) {
        throw new CorpusException(
            source.place(1),
            "the name of a column is longer than "
                + LONGEST_NAME
                + " characters; is this a table with a header?");
      }
      names.add(name.strip());
      if (!name.isBlank() && !once.add(name.strip())) {
        throw new CorpusException(source.place(1), "the column " + name + " is there twice");
      }
    }
    return names;
  }

  List<String> names() {
    return header;
  }

  /** The line on which the last row begins. */
  long line() {
    return line;
  }

  /** The next row; null after the last. */
  Map<String, String> next() {
    List<String> cells = cells();
    if (cells == null) {
      return null;
    }
    while (cells.size() > header.size() && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    if (cells.size() == header.size() + 1 && !rowNames) {
      rowNames = true;
      header.add(0, "");
    }
    if (cells.size() != header.size()) {
      throw new CorpusException(
          source.place(line),
          "the row has "
              + cells.size()
              + " cells, the header "
              + header.size()
              + "; are quotation marks missing?");
    }
    rowNames = true;
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String cell = cells.get(i);
      row.put(header.get(i), guarded ? SpreadsheetText.unguarded(cell) : cell);
    }
    return row;
  }

  private long nextLine = 1;

  private List<String> cells() {
    while (!broken) {
      start = at;
      line = nextLine;
      int first = peek();
      if (first < 0) {
        return null;
      }
      if (first == '\n' || first == '\r') {
        endOfLine();
        continue;
      }
      List<String> cells = new ArrayList<>();
      String fault = null;
      do {
        fault = cell(cells);
      } while (fault == null && take(delimiter));
      if (fault != null) {
        at = start;
        nextLine = line;
        skipLine();
        throw new CorpusException(source.place(line), fault);
      }
      endOfLine();
      if (cells.stream().anyMatch(cell -> cell.indexOf(DAMAGE) >= 0)) {
        damaged++;
        broken = damaged > MOST_DAMAGED;
        throw damage();
      }
      if (delimiter == '|') {
        cells.replaceAll(String::strip);
      }
      if (!cells.stream().allMatch(cell -> cell.isBlank() || RULE.matcher(cell).matches())) {
        return cells;
      }
    }
    return null;
  }

  /** Reads a cell; what is wrong with it, null if nothing is. */
  private String cell(List<String> cells) {
    StringBuilder cell = new StringBuilder();
    if (!take('"')) {
      for (int c = peek(); c >= 0 && c != delimiter && c != '\n' && c != '\r'; c = peek()) {
        cell.append((char) c);
        at++;
      }
      cells.add(cell.toString());
      return null;
    }
    while (true) {
      int c = peek();
      if (c < 0) {
        return "the row cannot be read: a quotation mark is not closed";
      }
      at++;
      if (c != '"') {
        nextLine += c == '\n' || c == '\r' && peek() != '\n' ? 1 : 0;
        cell.append((char) c);
      } else if (!take('"')) {
        break;
      } else {
        cell.append('"');
      }
      if (at - start > source.limits().lineBytes()) {
        return "the row is longer than "
            + source.limits().lineBytes()
            + " characters: a quotation mark is not closed, or the limit on line bytes is too low";
      }
    }
    int next = peek();
    if (next >= 0 && next != delimiter && next != '\n' && next != '\r') {
      return "the row cannot be read: text follows a closing quotation mark; double the marks that"
          + " belong to a cell";
    }
    cells.add(cell.toString());
    return null;
  }

  private CorpusException damage() {
    byte[] head = source.head();
    return new CorpusException(
        source.place(line),
        "is not "
            + source.encoding().charset().name()
            + " hereabouts"
            + (broken ? ", nor are " + MOST_DAMAGED + " rows before it" : "")
            + "; "
            + Encoding.cure(head, 0, head.length));
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void endOfLine() {
    if (take('\r')) {
      take('\n');
      nextLine++;
    } else if (take('\n')) {
      nextLine++;
    }
  }

  private void skipLine() {
    for (int c = peek(); c >= 0 && c != '\n' && c != '\r'; c = peek()) {
      at++;
      if (at - start > source.limits().lineBytes()) {
        start = at;
      }
    }
    endOfLine();
  }

  /** The character at hand, −1 at the end; what was read since the row began stays in memory. */
  private int peek() {
    while (at == end && !ended) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        at -= start;
        end -= start;
        start = 0;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      try {
        int n = in.read(buffer, end, buffer.length - end);
        ended = n < 0;
        end += Math.max(0, n);
      } catch (IOException e) {
        broken = true;
        throw new CorpusException(source.place(nextLine), "cannot be read: " + Explanation.of(e));
      }
    }
    return at < end ? buffer[at] : -1;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be closed: " + Explanation.of(e));
    }
  }
}
