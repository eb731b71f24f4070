package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Quotation;
import org.polylogue.results.summary.ArticleFact;
import org.polylogue.results.summary.DocumentKind;
import org.polylogue.results.summary.SourceCounts;
import org.polylogue.results.summary.SourceFact;
import org.polylogue.results.summary.SourceRow;

/** Whose voices fill the articles: shares of words by actor, type, gender and outlet. */
final class Sourcing {

  private static final int OF_OUTLETS = 5;

  private final Map<String, SourceCounts> counts =
      Map.of(
          "actor", counts("actor", ArticleFact.NONE),
          "type", counts("type", ArticleFact.NONE),
          "gender", counts("gender", ArticleFact.NONE),
          "outlet", counts("actor", ArticleFact.of("outlet")),
          "outletGender", counts("gender", ArticleFact.of("outlet")));

  // The report shows the quotations that it is given, of whatever grade.
  private static SourceCounts counts(String by, ArticleFact over) {
    return new SourceCounts(
        SourceFact.of(by), over, DocumentKind.ARTICLES, EnumSet.allOf(Quotation.Grade.class));
  }

  void add(Discourse discourse) {
    counts.values().forEach(count -> count.add(discourse));
  }

  void write(JsonGenerator json, int rows) throws IOException {
    json.writeObjectFieldStart("sources");
    for (String by : List.of("actor", "type", "gender", "outlet", "outletGender")) {
      json.writeArrayFieldStart(by);
      for (SourceRow row : counts.get(by).rows(by.equals("outlet") ? OF_OUTLETS : rows)) {
        write(row, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(SourceRow row, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(row.part());
    json.writeString(row.source().name());
    json.writeNumber(row.quotations());
    for (Quotation.Kind kind :
        List.of(
            Quotation.Kind.DIRECT,
            Quotation.Kind.MIXED,
            Quotation.Kind.INDIRECT,
            Quotation.Kind.BLOCK)) {
      json.writeNumber(row.kinds().get(kind));
    }
    json.writeNumber(row.words());
    json.writeNumber(row.articles());
    SafeJson.number(json, row.wordShare());
    if (row.wordInterval().isPresent()) {
      SafeJson.number(json, row.wordInterval().get().low());
      SafeJson.number(json, row.wordInterval().get().high());
    } else {
      json.writeNull();
      json.writeNull();
    }
    json.writeEndArray();
  }
}
