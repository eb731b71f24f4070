package org.polylogue.results.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.model.Quotation;

/**
 * How much a source is quoted in a part of a corpus.
 *
 * @param part the fact that the part's articles share, such as an outlet; empty if the articles are
 *     not told apart or the fact is not known
 * @param source who is quoted
 * @param kinds number of quotations of each kind, with zeros
 * @param words how many words are quoted; those of nested quotations count for both speakers
 * @param articles in how many articles, at least 1
 * @param quotationShare share of all quotations of the part, 0 to 1
 * @param wordShare share of all words quoted in the part, 0 to 1
 * @param quotationInterval of the share of quotations, over articles; empty below five articles
 *     with quotations
 * @param wordInterval of the share of words
 */
public record SourceRow(
    String part,
    SourceFact.Key source,
    Map<Quotation.Kind, Integer> kinds,
    int words,
    int articles,
    double quotationShare,
    double wordShare,
    Optional<Interval> quotationInterval,
    Optional<Interval> wordInterval) {

  /** Names of the columns of {@link #cells}. */
  public static final List<String> COLUMNS =
      List.of(
          "part",
          "source_id",
          "source",
          "quotations",
          "direct",
          "mixed",
          "indirect",
          "block",
          "words",
          "articles",
          "quotation_share",
          "quotation_low",
          "quotation_high",
          "word_share",
          "word_low",
          "word_high");

  /** Copies the counts. */
  public SourceRow {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(source, "source");
    kinds = Map.copyOf(kinds);
    Objects.requireNonNull(quotationInterval, "quotationInterval");
    Objects.requireNonNull(wordInterval, "wordInterval");
  }

  /**
   * How many quotations.
   *
   * @return 1 or more
   */
  public int quotations() {
    return kinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The row of a table.
   *
   * @return a cell for each of {@link #COLUMNS}; null where it is empty
   */
  public List<Object> cells() {
    return Arrays.asList(
        part.isEmpty() ? null : part,
        source.id(),
        source.name(),
        quotations(),
        kinds.get(Quotation.Kind.DIRECT),
        kinds.get(Quotation.Kind.MIXED),
        kinds.get(Quotation.Kind.INDIRECT),
        kinds.get(Quotation.Kind.BLOCK),
        words,
        articles,
        quotationShare,
        quotationInterval.map(Interval::low).orElse(null),
        quotationInterval.map(Interval::high).orElse(null),
        wordShare,
        wordInterval.map(Interval::low).orElse(null),
        wordInterval.map(Interval::high).orElse(null));
  }
}
