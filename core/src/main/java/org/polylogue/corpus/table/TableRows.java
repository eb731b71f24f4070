package org.polylogue.corpus.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.text.Explanation;
import org.polylogue.text.SpreadsheetText;

/** The rows of a CSV or TSV file, one after the other, in bounded memory. For one thread. */
final class TableRows implements AutoCloseable {

  /** As long as names of fields in JSON Lines may be, which attributes of articles become. */
  private static final int LONGEST_NAME = 1_000;

  private final CorpusSource source;
  private final RowReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private final boolean guarded;
  private long line = 1;
  private boolean broken;

  TableRows(CorpusSource source) {
    this.source = source;
    this.reader = new RowReader(source);
    try {
      this.parser = CSVParser.builder().setReader(reader).setFormat(format(source)).get();
      this.records = parser.iterator();
      this.header = header();
      this.guarded = header.contains(TableWriter.BLOCKS);
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be read: " + Explanation.of(e));
    } catch (UncheckedIOException | IllegalStateException e) {
      close();
      throw fault(source, 1, e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Tabs separate cells if the first line has more of them than of commas and semicolons. */
  private static CSVFormat format(CorpusSource source) {
    String head = source.headText();
    int end = head.indexOf('\n');
    String first = end < 0 ? head : head.substring(0, end);
    char best = ',';
    long most = 0;
    for (char mark : new char[] {',', '\t', ';'}) {
      long count = first.chars().filter(c -> c == mark).count();
      if (count > most) {
        best = mark;
        most = count;
      }
    }
    return CSVFormat.RFC4180.builder().setDelimiter(best).setIgnoreEmptyLines(true).get();
  }

  private List<String> header() {
    if (!records.hasNext()) {
      throw new CorpusException(source.place(), "the table is empty");
    }
    List<String> names = new ArrayList<>();
    records.next().forEach(name -> names.add(name.startsWith("\uFEFF") ? name.substring(1) : name));
    Set<String> once = new HashSet<>();
    for (String name : names) {
      if (name.length() > LONGEST_NAME) {
        throw new CorpusException(
            source.place(1),
            "the name of a column is longer than "
                + LONGEST_NAME
                + " characters; is this a table with a header?");
      }
      if (!name.isBlank() && !once.add(name)) {
        throw new CorpusException(source.place(1), "the column " + name + " is there twice");
      }
    }
    return names;
  }

  List<String> names() {
    return header;
  }

  /** The line on which the last row ends. */
  long line() {
    return line;
  }

  /** The next row; null after the last, and after a row past which nothing can be told. */
  Map<String, String> next() {
    if (broken) {
      return null;
    }
    broken = true;
    try {
      reader.startRow();
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord record = records.next();
      broken = false;
      line = parser.getCurrentLineNumber();
      if (record.size() != header.size()) {
        throw new CorpusException(
            source.place(Math.max(1, line)),
            "the row has "
                + record.size()
                + " cells, the header "
                + header.size()
                + "; are quotation marks missing?");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        String cell = record.get(i);
        row.put(header.get(i), guarded ? SpreadsheetText.unguarded(cell) : cell);
      }
      return row;
    } catch (UncheckedIOException e) {
      throw fault(e.getCause());
    } catch (IllegalStateException e) {
      throw fault(e.getCause() == null ? e : e.getCause());
    }
  }

  private CorpusException fault(Throwable cause) {
    return fault(source, Math.max(1, parser.getCurrentLineNumber() + 1), cause);
  }

  private static CorpusException fault(CorpusSource source, long at, Throwable cause) {
    if (cause instanceof CharacterCodingException) {
      return new CorpusException(source.place(at), "is not UTF-8 hereabouts; convert the file");
    }
    if (cause instanceof CSVException || cause instanceof IOException) {
      return new CorpusException(
          source.place(at), "the row cannot be read: " + Explanation.of(cause));
    }
    return new CorpusException(
        source.place(at), "the row cannot be read: " + Explanation.of(cause));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be closed: " + Explanation.of(e));
    }
  }

  /** Characters of a file; a row that never ends is a fault. */
  private static final class RowReader extends FilterReader {

    private final CorpusSource source;
    private long inRow;

    RowReader(CorpusSource source) {
      super(reader(source));
      this.source = source;
    }

    private static Reader reader(CorpusSource source) {
      return new InputStreamReader(
          source.open(),
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    void startRow() {
      inRow = 0;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      counted(1);
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      counted(n);
      return n;
    }

    private void counted(int n) {
      inRow += n;
      if (inRow > source.limits().lineBytes()) {
        throw new CorpusException(
            source.place(),
            "a row is longer than "
                + source.limits().lineBytes()
                + " characters; is a quotation mark not closed? Otherwise raise the limit on line"
                + " bytes");
      }
    }
  }
}
