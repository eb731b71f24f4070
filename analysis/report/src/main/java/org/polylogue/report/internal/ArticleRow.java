package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/**
 * An article in the report's list.
 *
 * @param index its position in the report, from 0
 * @param title its title, or its id where it has none
 * @param outlet empty if it names none
 * @param date as it was given, empty if it was not
 * @param comments how many
 * @param quotations how many the article has
 * @param depth the longest chain of replies
 * @param breadth comments on the widest level
 * @param roots comments that answer the article
 * @param sides comments for, against and neither, towards the article
 * @param readable whether its text is in the report
 * @param tone mean tone of its author, empty if no sentence has one
 */
public record ArticleRow(
    int index,
    String title,
    String outlet,
    String date,
    int comments,
    int quotations,
    int depth,
    int breadth,
    int roots,
    int[] sides,
    boolean readable,
    Optional<Double> tone) {

  int sided() {
    return sides[0] + sides[1] + sides[2];
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(title);
    json.writeString(outlet);
    json.writeString(date);
    json.writeNumber(comments);
    json.writeNumber(quotations);
    json.writeNumber(depth);
    json.writeNumber(breadth);
    json.writeNumber(roots);
    for (int side : sides) {
      json.writeNumber(side);
    }
    json.writeNumber(readable ? 1 : 0);
    if (tone.isPresent()) {
      SafeJson.number(json, tone.get());
    } else {
      json.writeNull();
    }
    json.writeEndArray();
  }
}
