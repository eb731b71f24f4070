package org.polylogue.discourse.entity;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What a researcher decided on proposed merges. The CSV file has the columns {@code decision,
 * actor, other, reason}; a decision is {@code accept}, {@code reject} or empty for not yet. A merge
 * that the library made can be undone by a row that rejects it. Immutable and thread-safe.
 */
public final class MergeDecisions {

  /** Nothing decided. */
  public static final MergeDecisions NONE = new MergeDecisions(List.of(), List.of());

  private static final List<String> COLUMNS = List.of("decision", "actor", "other", "reason");

  private final List<Map.Entry<String, String>> accepted;
  private final Set<String> rejected = new TreeSet<>();
  private final List<Map.Entry<String, String>> rejections;

  private MergeDecisions(
      List<Map.Entry<String, String>> accepted, List<Map.Entry<String, String>> rejections) {
    this.accepted = List.copyOf(accepted);
    this.rejections = List.copyOf(rejections);
    rejections.forEach(pair -> rejected.add(key(pair.getKey(), pair.getValue())));
  }

  /**
   * Reads decisions.
   *
   * @param file CSV in UTF-8
   * @return the decisions
   * @throws IOException if it cannot be read or is no such table; the message names the line
   */
  public static MergeDecisions read(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    List<Map.Entry<String, String>> accepted = new ArrayList<>();
    List<Map.Entry<String, String>> rejected = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, format)) {
      if (!parser.getHeaderNames().containsAll(COLUMNS.subList(0, 3))) {
        throw new IOException(file + ": the header must name the columns " + COLUMNS);
      }
      for (CSVRecord row : parser) {
        String place = file + " line " + parser.getCurrentLineNumber();
        if (!row.isSet("other")) {
          throw new IOException(place + ": too few cells");
        }
        Map.Entry<String, String> pair = Map.entry(row.get("actor"), row.get("other"));
        switch (row.get("decision").toLowerCase(Locale.ROOT)) {
          case "accept" -> accepted.add(pair);
          case "reject" -> rejected.add(pair);
          case "" -> {}
          default ->
              throw new IOException(
                  place + ": decision " + row.get("decision") + " is neither accept nor reject");
        }
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(file + ": not a CSV table: " + e.getMessage(), e);
    }
    return new MergeDecisions(accepted, rejected);
  }

  /**
   * The file for a researcher: what was decided, what is proposed, and what was merged.
   *
   * @param index the index that was made with these decisions
   * @return CSV with line breaks as in a Unix file
   */
  public String table(ActorIndex index) {
    StringWriter text = new StringWriter();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .setRecordSeparator('\n')
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Map.Entry<String, String> pair : rejections) {
        printer.printRecord("reject", pair.getKey(), pair.getValue(), "decided before");
      }
      for (Map.Entry<String, String> pair : accepted) {
        printer.printRecord("accept", pair.getKey(), pair.getValue(), "decided before");
      }
      for (Merge proposal : index.proposals()) {
        printer.printRecord("", proposal.actorId(), proposal.otherId(), proposal.reason());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  List<Map.Entry<String, String>> accepted() {
    return accepted;
  }

  boolean rejects(String one, String other) {
    return !rejected.isEmpty() && rejected.contains(key(one, other));
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + "\t" + other : other + "\t" + one;
  }
}
