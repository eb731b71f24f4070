package org.polylogue.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each speaker agrees and disagrees with each concept: the three-way array X(speaker,
 * concept, agreement) from which all discourse networks are made. Immutable and thread-safe.
 */
public final class StatementCounts {

  /**
   * Statements of a speaker about a concept.
   *
   * @param agree how many agree
   * @param disagree how many disagree
   */
  public record Cell(int agree, int disagree) {
    /** Nobody said anything. */
    static final Cell EMPTY = new Cell(0, 0);

    /**
     * All statements.
     *
     * @return the sum
     */
    public int total() {
      return agree + disagree;
    }
  }

  private final SortedMap<String, SortedMap<String, Cell>> rows;
  private final SortedMap<String, Map<String, Object>> attributes;
  private final List<String> concepts;

  private StatementCounts(
      SortedMap<String, SortedMap<String, Cell>> rows,
      SortedMap<String, Map<String, Object>> attributes,
      List<String> concepts) {
    this.rows = rows;
    this.attributes = attributes;
    this.concepts = concepts;
  }

  /**
   * Counts statements.
   *
   * @param statements the statements
   * @param duplicates which repetitions count
   * @return the counts; nobody and nothing if there are no statements
   */
  public static StatementCounts of(List<Statement> statements, Duplicates duplicates) {
    SortedMap<String, SortedMap<String, Cell>> rows = new TreeMap<>();
    SortedMap<String, Map<String, Object>> attributes = new TreeMap<>();
    TreeMap<String, Boolean> concepts = new TreeMap<>();
    for (Statement s : duplicates.filter(statements)) {
      Cell one = new Cell(s.agreement() ? 1 : 0, s.agreement() ? 0 : 1);
      rows.computeIfAbsent(s.speaker(), name -> new TreeMap<>())
          .merge(
              s.concept(),
              one,
              (a, b) -> new Cell(a.agree() + b.agree(), a.disagree() + b.disagree()));
      concepts.put(s.concept(), true);
      Map<String, Object> facts = attributes.computeIfAbsent(s.speaker(), name -> new TreeMap<>());
      s.attributes()
          .forEach((name, value) -> facts.putIfAbsent(Network.attributeName(name), value));
    }
    return new StatementCounts(rows, attributes, List.copyOf(concepts.keySet()));
  }

  /**
   * The speakers.
   *
   * @return names, sorted
   */
  public List<String> speakers() {
    return List.copyOf(rows.keySet());
  }

  /**
   * The concepts.
   *
   * @return names, sorted
   */
  public List<String> concepts() {
    return concepts;
  }

  /**
   * Statements of a speaker about a concept.
   *
   * @param speaker the speaker
   * @param concept the concept
   * @return the counts, 0 and 0 if there are none
   */
  public Cell cell(String speaker, String concept) {
    return rows.getOrDefault(speaker, Collections.emptySortedMap())
        .getOrDefault(concept, Cell.EMPTY);
  }

  /** The concepts that a speaker speaks of. */
  SortedMap<String, Cell> row(String speaker) {
    return rows.get(speaker);
  }

  /** Facts about a speaker. */
  Map<String, Object> attributes(String speaker) {
    return attributes.get(speaker);
  }

  /** Concepts in the place of speakers and the other way round; facts about speakers are lost. */
  StatementCounts transposed() {
    SortedMap<String, SortedMap<String, Cell>> columns = new TreeMap<>();
    SortedMap<String, Map<String, Object>> none = new TreeMap<>();
    rows.forEach(
        (speaker, row) ->
            row.forEach(
                (concept, cell) -> {
                  columns.computeIfAbsent(concept, c -> new TreeMap<>()).put(speaker, cell);
                  none.put(concept, Map.of());
                }));
    return new StatementCounts(columns, none, new ArrayList<>(rows.keySet()));
  }
}
