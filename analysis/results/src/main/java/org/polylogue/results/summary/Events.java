package org.polylogue.results.summary;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.text.Explanation;
import org.polylogue.text.SpreadsheetText;
import org.polylogue.text.Utf8File;

/** Events of one's own list, to be marked on a time line. */
public final class Events {

  private static final int MOST = 10_000;

  /**
   * An event.
   *
   * @param day when it was
   * @param name what it is called
   */
  public record Event(LocalDate day, String name) {
    /** Checks that both parts are there. */
    public Event {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(name, "name");
    }
  }

  private Events() {}

  /**
   * Reads a list.
   *
   * @param file CSV in UTF-8 with a header row and the columns {@code date} (2023-11-30) and {@code
   *     event}
   * @return the events by day
   * @throws IOException if it cannot be read; the message says where and how to mend it
   */
  public static List<Event> read(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (BufferedReader reader = Utf8File.open(file);
        CSVParser parser = CSVParser.parse(reader, ActorTable.FORMAT)) {
      for (CSVRecord row : parser) {
        String place = file + " line " + parser.getCurrentLineNumber();
        if (!row.isSet("date") || !row.isSet("event")) {
          throw new IOException(place + ": expected the columns date and event");
        }
        if (events.size() == MOST) {
          throw new IOException(place + ": more than " + MOST + " events");
        }
        try {
          LocalDate day = LocalDate.parse(SpreadsheetText.unguarded(row.get("date")));
          events.add(new Event(day, SpreadsheetText.unguarded(row.get("event"))));
        } catch (DateTimeException e) {
          throw new IOException(
              place + ": expected a date such as 2023-11-30, not " + row.get("date"), e);
        }
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new IOException(file + ": not a CSV table: " + Explanation.of(e), e);
    }
    events.sort(Comparator.comparing(Event::day));
    return List.copyOf(events);
  }
}
