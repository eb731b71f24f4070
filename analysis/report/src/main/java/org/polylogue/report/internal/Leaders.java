package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Articles that figures name, and sums by outlet; memory grows with outlets, not with articles. */
final class Leaders {

  private static final int DEBATED = 15;
  private static final int THREADS = 1_000;
  private static final int OUTLETS = 500;

  /** As many articles as a figure shows, the first in its order. */
  private static final class Top {
    private final int most;
    private final TreeSet<ArticleRow> rows;

    Top(int most, Comparator<ArticleRow> order) {
      this.most = most;
      this.rows = new TreeSet<>(order.thenComparingInt(ArticleRow::index));
    }

    void add(ArticleRow row) {
      rows.add(row);
      if (rows.size() > most) {
        rows.pollLast();
      }
    }

    void write(String field, JsonGenerator json) throws IOException {
      json.writeArrayFieldStart(field);
      for (ArticleRow row : rows) {
        json.writeStartArray();
        json.writeNumber(row.index());
        row.write(json);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }

  private static final class Outlet {
    private int articles;
    private long quotations;
    private long comments;
    private final Mean tone = new Mean();
    private long pro;
    private long contra;
  }

  private final Top debated =
      new Top(DEBATED, Comparator.comparingInt(row -> -row.sides()[0] - row.sides()[1]));
  private final Top threads = new Top(THREADS, Comparator.comparingInt(row -> -row.comments()));
  private final Map<String, Outlet> outlets = new HashMap<>();
  private long threadCount;

  void add(ArticleRow row) {
    if (row.sided() > 0) {
      debated.add(row);
    }
    if (row.comments() > 0) {
      threadCount++;
      threads.add(row);
    }
    if (!row.outlet().isEmpty()) {
      Outlet outlet = outlets.computeIfAbsent(row.outlet(), name -> new Outlet());
      outlet.articles++;
      outlet.quotations += row.quotations();
      outlet.comments += row.comments();
      row.tone().ifPresent(outlet.tone::add);
      outlet.pro += row.sides()[0];
      outlet.contra += row.sides()[1];
    }
  }

  void write(JsonGenerator json) throws IOException {
    debated.write("debated", json);
    json.writeNumberField("threadCount", threadCount);
    threads.write("threads", json);
    List<Map.Entry<String, Outlet>> most = new ArrayList<>(outlets.entrySet());
    most.sort(
        Comparator.comparingInt((Map.Entry<String, Outlet> entry) -> -entry.getValue().articles)
            .thenComparing(Map.Entry::getKey));
    json.writeArrayFieldStart("outlets");
    for (Map.Entry<String, Outlet> entry : most.subList(0, Math.min(OUTLETS, most.size()))) {
      Outlet outlet = entry.getValue();
      json.writeStartArray();
      json.writeString(entry.getKey());
      json.writeNumber(outlet.articles);
      json.writeNumber(outlet.quotations);
      json.writeNumber(outlet.comments);
      if (outlet.tone.count() > 0) {
        SafeJson.number(json, outlet.tone.value());
      } else {
        json.writeNull();
      }
      json.writeNumber(outlet.pro);
      json.writeNumber(outlet.contra);
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
