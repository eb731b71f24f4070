package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Quotation;
import org.polylogue.results.summary.ArticleFact;
import org.polylogue.results.summary.DocumentKind;
import org.polylogue.results.summary.SourceCounts;
import org.polylogue.results.summary.SourceFact;
import org.polylogue.results.summary.SourceRow;

/** Whose voices fill the articles: shares of words by actor, type, attribute and outlet. */
final class Sourcing {

  private static final int OF_OUTLETS = 5;
  private static final int ATTRIBUTES = 12;

  private final SourceCounts ofAll = counts(ArticleFact.NONE);
  private final SourceCounts ofOutlets = counts(ArticleFact.of("outlet"));
  private final TreeSet<String> attributes = new TreeSet<>();

  // The report shows the quotations that it is given, of whatever grade.
  private static SourceCounts counts(ArticleFact over) {
    return new SourceCounts(
        SourceFact.of("actor"), over, DocumentKind.ARTICLES, EnumSet.allOf(Quotation.Grade.class));
  }

  void add(Discourse discourse) {
    ofAll.add(discourse);
    ofOutlets.add(discourse);
    for (Actor actor : discourse.actors()) {
      attributes.addAll(actor.attributes().keySet());
    }
  }

  void write(JsonGenerator json, int rows) throws IOException {
    json.writeObjectFieldStart("sources");
    write("actor", ofAll, "actor", rows, json);
    write("type", ofAll, "type", rows, json);
    write("gender", ofAll, "gender", rows, json);
    write("outlet", ofOutlets, "actor", OF_OUTLETS, json);
    write("outletGender", ofOutlets, "gender", rows, json);
    json.writeObjectFieldStart("attributes");
    for (String attribute : attributes.stream().limit(ATTRIBUTES).toList()) {
      write(attribute, ofAll, attribute, rows, json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(
      String field, SourceCounts counts, String by, int rows, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (SourceRow row : counts.rows(SourceFact.of(by), rows)) {
      write(row, json);
    }
    json.writeEndArray();
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
