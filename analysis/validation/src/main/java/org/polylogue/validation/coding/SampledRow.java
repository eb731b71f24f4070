package org.polylogue.validation.coding;

import java.util.List;
import org.polylogue.text.Span;

/**
 * A row to be coded, with what a coder needs to see.
 *
 * @param id of the row, see {@link ResultTable.Row}
 * @param stratum its stratum, from 1
 * @param stratumRows rows of its stratum
 * @param inclusion the probability that it was drawn, over 0 to 1
 * @param article id of its article; may be empty
 * @param document id of its article or comment; may be empty
 * @param title title of the article
 * @param about what else the question names: a speaker, a target; may be empty
 * @param answered the text that a stance answers; may be empty
 * @param before text before the passage
 * @param text the passage
 * @param after text after the passage
 * @param spans the passage in the document's text; empty if the row is of none
 * @param machine what the machine answered
 */
public record SampledRow(
    String id,
    int stratum,
    int stratumRows,
    double inclusion,
    String article,
    String document,
    String title,
    String about,
    String answered,
    String before,
    String text,
    String after,
    List<Span> spans,
    String machine) {

  /** Copies the spans. */
  public SampledRow {
    spans = List.copyOf(spans);
  }
}
