package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.discourse.Discourse;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.results.summary.ArticleFact;
import org.polylogue.results.summary.Events;
import org.polylogue.results.summary.Measure;
import org.polylogue.results.summary.Period;
import org.polylogue.results.summary.Timeline;

/** What changes from period to period; the finest period that gives no more than forty. */
final class Times {

  private static final int MOST = 40;
  private static final List<Measure> SHOWN =
      List.of(Measure.QUOTATIONS, Measure.WORDS, Measure.MENTIONS, Measure.TONE, Measure.STANCE);

  private final Map<Measure, Timeline> lines = new EnumMap<>(Measure.class);
  private final List<Events.Event> events;

  Times(List<Events.Event> events) {
    this.events = events;
    for (Measure measure : SHOWN) {
      lines.put(measure, new Timeline(measure, Optional.empty(), Period.DAY, ArticleFact.NONE));
    }
  }

  void add(Discourse discourse) {
    lines.values().forEach(line -> line.add(discourse));
  }

  private Period period() {
    for (Period period : List.of(Period.DAY, Period.WEEK, Period.MONTH)) {
      if (lines.get(Measure.QUOTATIONS).periods(period) <= MOST) {
        return period;
      }
    }
    return Period.YEAR;
  }

  void write(JsonGenerator json) throws IOException {
    Period period = period();
    json.writeObjectFieldStart("time");
    json.writeStringField("period", period.name());
    json.writeNumberField("undated", lines.get(Measure.QUOTATIONS).undated());
    json.writeArrayFieldStart("periods");
    for (Timeline.Row row : lines.get(Measure.QUOTATIONS).rows(period)) {
      json.writeStartArray();
      json.writeString(row.period());
      json.writeNumber(row.articles());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("measures");
    for (Measure measure : SHOWN) {
      json.writeArrayFieldStart(measure.name());
      for (Timeline.Row row : lines.get(measure).rows(period)) {
        json.writeStartArray();
        number(row.value(), json);
        number(row.interval().map(Interval::low), json);
        number(row.interval().map(Interval::high), json);
        SafeJson.number(json, row.of());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("events");
    for (Events.Event event : events) {
      LocalDate start = period.start(event.day());
      json.writeStartArray();
      json.writeString(period.label(start));
      json.writeString(event.day().toString());
      json.writeString(event.name());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(Optional<Double> value, JsonGenerator json) throws IOException {
    if (value.isPresent()) {
      SafeJson.number(json, value.get());
    } else {
      json.writeNull();
    }
  }
}
