package org.polylogue.spark;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.jsonl.JsonLinesFormat;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.text.Explanation;

/** Reads the rows of {@link InputRows}, one item after the other. For one thread. */
final class CorpusItems implements Iterator<CorpusItems.Item>, AutoCloseable {

  /** What was read, and where it stands in the order of the corpus. */
  record Item(String file, long block, long row, ReadOutcome outcome) {}

  private final Iterator<Row> rows;
  private final Configuration hadoop;
  private final ReadLimits limits;
  private final CorpusReader reader = CorpusReader.standard();
  private Stream<ReadOutcome> open;
  private Iterator<ReadOutcome> outcomes;
  private String file;
  private long row;
  private Item next;

  CorpusItems(Iterator<Row> rows, Configuration hadoop, ReadLimits limits) {
    this.rows = rows;
    this.hadoop = hadoop;
    this.limits = limits;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (outcomes != null || rows.hasNext())) {
      if (outcomes == null) {
        start(rows.next());
      } else if (outcomes.hasNext()) {
        next = new Item(file, 0, row++, outcomes.next());
      } else {
        close();
      }
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = next;
    next = null;
    return item;
  }

  @Override
  public void close() {
    outcomes = null;
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private void start(Row input) {
    String uri = input.getString(InputRows.FILE);
    file = InputFile.shown(uri);
    if (input.isNullAt(InputRows.NAME)) {
      ReadOutcome outcome = line(input.getAs(InputRows.LINE));
      next = new Item(file, input.getLong(InputRows.BLOCK), input.getLong(InputRows.ROW), outcome);
    } else {
      row = 0;
      open = reader.read(source(uri, input));
      outcomes = open.iterator();
    }
  }

  private CorpusSource source(String uri, Row input) {
    Path path = new Path(java.net.URI.create(uri));
    long bytes = input.getLong(InputRows.BYTES);
    CorpusSource.Opener opener =
        () -> {
          InputStream in = path.getFileSystem(hadoop).open(path);
          return new KnownLengthInput(in, bytes);
        };
    return CorpusSource.of(file, opener, input.getString(InputRows.NAME), limits);
  }

  private ReadOutcome line(byte[] bytes) {
    Place place = Place.of(file.isEmpty() ? "row" : file);
    try {
      if (bytes.length > limits.lineBytes()) {
        String reason = "a line is longer than " + limits.lineBytes() + " bytes; split it";
        return new ReadOutcome.Failed(place, reason);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonLinesFormat.parse(
          text.startsWith("\uFEFF") ? text.substring(1) : text, place, limits);
    } catch (CorpusException e) {
      return e.asOutcome();
    } catch (CharacterCodingException e) {
      return new ReadOutcome.Failed(place, "a line is not UTF-8; convert the file to UTF-8");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new ReadOutcome.Failed(place, "cannot be read: " + Explanation.of(e));
    }
  }
}
