package org.polylogue.validation.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What people are asked to code: which rows of which table, and which column of it they answer.
 *
 * @param table name of the table
 * @param question the column whose cells people code again, unseen
 * @param where conditions {@code COLUMN=VALUE} that rows meet, all of them
 * @param by columns whose values, or fifths of numbers, make the strata of the sample; empty for
 *     one stratum
 */
public record CodingTask(String table, String question, List<String> where, List<String> by) {

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "quotations", "grade",
          "expressions", "kind",
          "sentiments", "label",
          "target_sentiments", "label",
          "stances", "label",
          "actors", "type");

  /**
   * Checks the conditions and copies the lists.
   *
   * @throws IllegalArgumentException if a condition has no {@code =}
   */
  public CodingTask {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(question, "question");
    where = List.copyOf(where);
    by = List.copyOf(by);
    for (String condition : where) {
      if (condition.indexOf('=') < 1) {
        throw new IllegalArgumentException("a condition is COLUMN=VALUE, not " + condition);
      }
    }
  }

  /**
   * The column that is usually asked about.
   *
   * @param table name of a table
   * @return its column; empty if a question has to be named
   */
  public static String usualQuestion(String table) {
    return QUESTIONS.getOrDefault(table, "");
  }

  /**
   * Reads the written form.
   *
   * @param json what {@link #toJson} wrote
   * @return the task
   * @throws IllegalArgumentException if it is none
   */
  public static CodingTask parse(String json) {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readValue(json, CodingTask.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the column task holds no coding task; keep it as polylogue sample wrote it", e);
    }
  }

  /**
   * The written form, for a cell.
   *
   * @return JSON in one line
   */
  public String toJson() {
    try {
      return JsonMapper.builder().build().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether a row is asked about: it meets all conditions and the machine answered.
   *
   * @param row a row of the table
   * @return true if it is one of the rows that a sample is drawn from
   */
  public boolean asks(ResultTable.Row row) {
    return !row.cell(question).isEmpty()
        && where.stream()
            .allMatch(
                condition -> {
                  int at = condition.indexOf('=');
                  return row.cell(condition.substring(0, at)).equals(condition.substring(at + 1));
                });
  }
}
