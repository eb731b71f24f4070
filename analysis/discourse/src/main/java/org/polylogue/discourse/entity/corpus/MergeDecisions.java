package org.polylogue.discourse.entity.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.text.Explanation;
import org.polylogue.text.SpreadsheetText;
import org.polylogue.text.Utf8File;

/**
 * What a researcher decided on merges. The CSV file has the columns {@code decision, actor, other,
 * reason} and any others, which are for people; a decision is {@code accept}, {@code reject} or
 * empty for not yet. A merge that the library made is undone by rejecting its row. The order of the
 * rows does not matter. Immutable and thread-safe.
 */
public final class MergeDecisions {

  /** Nothing decided. */
  public static final MergeDecisions NONE = new MergeDecisions(List.of());

  /** The columns of the file. */
  public static final List<String> COLUMNS =
      List.of(
          "decision",
          "actor",
          "other",
          "reason",
          "actor_name",
          "other_name",
          "mentions",
          "not_in_table");

  /** A row on which the user decided. */
  record Decision(boolean accepted, String actorId, String otherId, String reason) {}

  private final List<Decision> decisions;

  private MergeDecisions(Collection<Decision> decisions) {
    this.decisions = List.copyOf(decisions);
  }

  /**
   * Reads decisions.
   *
   * @param file CSV in UTF-8
   * @return the decisions
   * @throws IOException if it cannot be read, is no such table or contradicts itself; the message
   *     names the line
   */
  public static MergeDecisions read(Path file) throws IOException {
    Map<String, Decision> decisions = new TreeMap<>();
    try (BufferedReader reader = Utf8File.open(file);
        CSVParser parser = CSVParser.parse(reader, ActorTable.FORMAT)) {
      if (!parser.getHeaderNames().containsAll(COLUMNS.subList(0, 3))) {
        throw new IOException(file + ": the header must name the columns " + COLUMNS.subList(0, 4));
      }
      for (CSVRecord row : parser) {
        String place = file + " line " + parser.getCurrentLineNumber();
        decision(row, place).ifPresent(one -> put(decisions, one, place));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new IOException(file + ": not a CSV table: " + Explanation.of(e), e);
    }
    return new MergeDecisions(decisions.values());
  }

  private static Optional<Decision> decision(CSVRecord row, String place) {
    for (String column : COLUMNS.subList(0, 3)) {
      if (!row.isSet(column)) {
        throw new IllegalArgumentException(place + ": too few cells");
      }
    }
    String decision = row.get("decision").toLowerCase(Locale.ROOT);
    if (decision.isEmpty()) {
      return Optional.empty();
    }
    if (!decision.equals("accept") && !decision.equals("reject")) {
      throw new IllegalArgumentException(
          place + ": decision " + decision + " is neither accept nor reject");
    }
    String actor = SpreadsheetText.unguarded(row.get("actor"));
    String other = SpreadsheetText.unguarded(row.get("other"));
    if (actor.isEmpty() || other.isEmpty() || actor.equals(other)) {
      throw new IllegalArgumentException(
          place + ": " + decision + " needs two different ids, in actor and other");
    }
    String reason = row.isSet("reason") ? SpreadsheetText.unguarded(row.get("reason")) : "";
    return Optional.of(
        new Decision(
            decision.equals("accept"), actor, other, reason.isEmpty() ? "decided before" : reason));
  }

  private static void put(Map<String, Decision> decisions, Decision one, String place) {
    Decision before = decisions.putIfAbsent(key(one.actorId(), one.otherId()), one);
    if (before != null && before.accepted() != one.accepted()) {
      throw new IllegalArgumentException(
          place
              + ": "
              + one.actorId()
              + " and "
              + one.otherId()
              + " are accepted in one row and rejected in another; delete one");
    }
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + "\t" + other : other + "\t" + one;
  }

  /**
   * The file for a researcher: what was decided; then, with an empty decision, what the library
   * merged by itself and what it proposes. Read back, it gives the same index.
   *
   * @param index the index that was made with these decisions
   * @param table what its table carries
   * @return a cell for each of {@link #COLUMNS}: the names of both actors, empty if the corpus has
   *     no such actor, the mentions of the other one, without those merged into it, and which names
   *     of a merged other one the table does not carry, and why
   */
  public List<List<Object>> rows(ActorIndex index, ActorIndex.ForTable table) {
    List<List<Object>> rows = new ArrayList<>();
    Set<String> decided = new TreeSet<>();
    for (Decision one : decisions) {
      decided.add(key(one.actorId(), one.otherId()));
      String word = one.accepted() ? "accept" : "reject";
      rows.add(row(index, table, word, new Merge(one.actorId(), one.otherId(), one.reason())));
    }
    List<Merge> open = new ArrayList<>(index.merges());
    open.addAll(index.proposals());
    for (Merge merge : open) {
      if (!merge.reason().equals(Merge.ACCEPTED)
          && decided.add(key(merge.actorId(), merge.otherId()))) {
        rows.add(row(index, table, "", merge));
      }
    }
    return rows;
  }

  private static List<Object> row(
      ActorIndex index, ActorIndex.ForTable table, String decision, Merge merge) {
    Optional<ActorGroup> other = index.group(merge.otherId());
    return List.of(
        decision,
        merge.actorId(),
        merge.otherId(),
        merge.reason(),
        index.group(merge.actorId()).map(group -> group.name()).orElse(""),
        other.map(group -> group.name()).orElse(""),
        other.<Object>map(group -> group.mentions).orElse(""),
        notIn(table, index.group(merge.actorId()), other));
  }

  private static String notIn(
      ActorIndex.ForTable table, Optional<ActorGroup> actor, Optional<ActorGroup> other) {
    if (actor.isEmpty() || other.isEmpty() || actor.get().root() != other.get().root()) {
      return "";
    }
    Map<String, String> left = table.leftOut().getOrDefault(other.get().root().id, NONE_LEFT);
    return other.get().aliases.stream()
        .filter(left::containsKey)
        .map(name -> name + ": " + left.get(name))
        .collect(Collectors.joining("; "));
  }

  private static final SortedMap<String, String> NONE_LEFT = new TreeMap<>();

  /**
   * Tells whether there is anything to apply.
   *
   * @return true if nothing is decided
   */
  public boolean isEmpty() {
    return decisions.isEmpty();
  }

  /**
   * Actors that were decided on but are not there, in a corpus that has changed for instance.
   *
   * @param index an index
   * @return their ids, sorted
   */
  public Set<String> unknownIn(ActorIndex index) {
    Set<String> unknown = new TreeSet<>();
    for (Decision one : decisions) {
      for (String id : List.of(one.actorId(), one.otherId())) {
        if (index.group(id).isEmpty()) {
          unknown.add(id);
        }
      }
    }
    return unknown;
  }

  /** Those accepted, in one order whatever the file's. */
  List<Decision> accepted() {
    return decisions.stream().filter(Decision::accepted).toList();
  }

  /** Those rejected, in one order whatever the file's. */
  List<Decision> rejected() {
    return decisions.stream().filter(one -> !one.accepted()).toList();
  }
}
