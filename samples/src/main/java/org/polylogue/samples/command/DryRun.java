package org.polylogue.samples.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * Reads inputs and says what each is read as and what is left aside, without analysing anything.
 */
final class DryRun {

  private static final int MOST_REASONS = 8;

  private String source = "";
  private String format = "";
  private long articles;
  private long comments;
  private long notices;
  private long failed;
  private final Map<String, Long> aside = new TreeMap<>();
  private final Map<String, Long> totals = new LinkedHashMap<>();
  private final PrintWriter out;

  DryRun(PrintWriter out) {
    this.out = out;
  }

  /**
   * Reads and prints a line for each input, and a last one for all.
   *
   * @return how many items failed
   */
  long run(CorpusReader reader, List<Path> inputs) {
    CorpusReader watched =
        reader.withFormats(
            reader.formats().stream().map(each -> (CorpusFormat) new Watched(each)).toList());
    try (Stream<ReadOutcome> outcomes = watched.read(inputs)) {
      outcomes.forEach(this::count);
    }
    line();
    out.printf(
        Locale.ROOT,
        "%d articles, %d comments, %d notices, %d failed; nothing was analysed%n",
        totals.getOrDefault("articles", 0L),
        totals.getOrDefault("comments", 0L),
        totals.getOrDefault("notices", 0L),
        totals.getOrDefault("failed", 0L));
    out.flush();
    return totals.getOrDefault("failed", 0L);
  }

  private void count(ReadOutcome outcome) {
    if (outcome instanceof ReadOutcome.Read read) {
      articles++;
      comments += read.conversation().comments().size();
      notices += read.notices().size();
      read.notices().forEach(each -> aside.merge(each.reason(), 1L, Long::sum));
      return;
    }
    boolean here = outcome.place().source().startsWith(source) && !source.isEmpty();
    if (!here) {
      line();
    }
    failed++;
    out.println(outcome.place() + ": " + ((ReadOutcome.Failed) outcome).reason());
  }

  private void begin(CorpusSource found, CorpusFormat by) {
    line();
    source = found.toString();
    format = by.name();
  }

  private void line() {
    if (!source.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%s: %s, %d articles, %d comments, %d left aside or doubtful%n",
          source,
          format,
          articles,
          comments,
          notices);
      aside.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(MOST_REASONS)
          .forEach(each -> out.println("  " + each.getValue() + " × " + each.getKey()));
      if (aside.size() > MOST_REASONS) {
        out.println("  and " + (aside.size() - MOST_REASONS) + " more reasons");
      }
    }
    aside.clear();
    totals.merge("articles", articles, Long::sum);
    totals.merge("comments", comments, Long::sum);
    totals.merge("notices", notices, Long::sum);
    totals.merge("failed", failed, Long::sum);
    source = "";
    articles = 0;
    comments = 0;
    notices = 0;
    failed = 0;
  }

  /** A format that tells when it reads. */
  private final class Watched implements CorpusFormat {

    private final CorpusFormat inner;

    Watched(CorpusFormat inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public boolean accepts(CorpusSource found) {
      return inner.accepts(found);
    }

    @Override
    public boolean covers(CorpusSource folder, Path entry) {
      return inner.covers(folder, entry);
    }

    @Override
    public Stream<ReadOutcome> read(CorpusSource found) {
      begin(found, inner);
      return inner.read(found);
    }
  }
}
