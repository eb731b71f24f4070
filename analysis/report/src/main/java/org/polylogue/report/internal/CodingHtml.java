package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.pipeline.Sha256;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingSample;
import org.polylogue.validation.coding.SampleTable;
import org.polylogue.validation.coding.SampledRow;

/** The pages on which people code, and read what codes mean. */
public final class CodingHtml {

  private static final int ID_LENGTH = 16;

  private CodingHtml() {}

  /**
   * The page to code on.
   *
   * @param sample what is to be coded
   * @param book the codes
   * @param shown true to show what the machine answered
   * @return HTML
   * @throws IOException never: it is written to memory
   */
  public static String page(CodingSample sample, CodingBook book, boolean shown)
      throws IOException {
    Map<String, Object> parts = parts(book);
    String script = Page.text("coding.js");
    parts.put("script", script);
    parts.put("scriptHash", Page.hash(script));
    parts.put("data", data(sample, book, shown));
    return Page.filled("coding.peb", parts);
  }

  /**
   * The codebook to read and print.
   *
   * @param book the codes
   * @return HTML without a script
   */
  public static String book(CodingBook book) {
    return Page.filled("codebook.peb", parts(book));
  }

  private static Map<String, Object> parts(CodingBook book) {
    String style = Page.text("coding.css");
    Map<String, Object> parts = new HashMap<>();
    parts.put("title", Page.visible(book.question().isEmpty() ? "Coding" : book.question()));
    parts.put("style", style);
    parts.put("styleHash", Page.hash(style));
    parts.put("book", book);
    return parts;
  }

  private static String data(CodingSample sample, CodingBook book, boolean shown)
      throws IOException {
    StringWriter rows = new StringWriter();
    try (JsonGenerator json = SafeJson.generator(rows)) {
      json.writeStartArray();
      for (SampledRow row : sample.rows()) {
        json.writeStartObject();
        for (Map.Entry<String, Object> cell : SampleTable.cells(row).entrySet()) {
          if (cell.getValue() instanceof Number) {
            json.writeFieldName(cell.getKey());
            json.writeNumber(cell.getValue().toString());
          } else {
            json.writeStringField(cell.getKey(), cell.getValue().toString());
          }
        }
        if (shown) {
          json.writeStringField("machine", row.machine());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    StringWriter all = new StringWriter();
    try (JsonGenerator json = SafeJson.generator(all)) {
      json.writeStartObject();
      String text = rows.toString();
      json.writeStringField("id", Sha256.of(text).substring(0, ID_LENGTH));
      json.writeStringField("task", sample.task().toJson());
      texts(json, "columns", SampleTable.columns(shown));
      texts(json, "codes", book.codes().stream().map(CodingBook.Code::code).toList());
      json.writeFieldName("rows");
      json.writeRawValue(text);
      json.writeEndObject();
    }
    return all.toString();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
