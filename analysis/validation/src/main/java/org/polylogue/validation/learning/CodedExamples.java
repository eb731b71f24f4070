package org.polylogue.validation.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Finding;
import org.polylogue.results.Results;
import org.polylogue.validation.check.CheckedRow;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.CodingTask;
import org.polylogue.validation.coding.ResultTable;
import org.polylogue.validation.coding.RowIds;

/**
 * The coded rows of a question as examples. Immutable and thread-safe.
 *
 * @param question {@code tone}, {@code stance} or {@code grade}
 * @param examples the rows that these results have and whose code is a label of the machine's, in
 *     the order of the table
 * @param judges who judged them, sorted; empty if rows do not tell
 * @param leftOut rows by code that is no label, such as {@code OTHER}: they teach nothing
 * @param missing coded rows that the results do not have
 */
public record CodedExamples(
    String question,
    List<CodedExample> examples,
    List<String> judges,
    SortedMap<String, Integer> leftOut,
    int missing) {

  /** Copies the parts. */
  public CodedExamples {
    examples = List.copyOf(examples);
    judges = List.copyOf(judges);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /**
   * The question that rows of a table answer.
   *
   * @param task what was coded
   * @return {@code tone}, {@code stance} or {@code grade}
   * @throws IllegalArgumentException if it cannot be learned; the message tells why
   */
  public static String question(CodingTask task) {
    return learnable(task).question();
  }

  static Learnable<?> learnable(CodingTask task) {
    if (task.table().equals("actors")) {
      throw new IllegalArgumentException(
          "types of actors cannot be learned from rows: an actor has one type in all of a corpus;"
              + " write those that are wrong into a table and give it to analyze --actors");
    }
    Learnable<?> learnable =
        Learnable.in(task.table())
            .filter(one -> one.column().equals(task.question()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        task.question()
                            + " of "
                            + task.table()
                            + " cannot be learned; label of sentiments, target_sentiments and"
                            + " stances, and grade of quotations can"));
    for (String condition : task.where()) {
      String column = condition.substring(0, condition.indexOf('='));
      if (!learnable.has(column)) {
        throw new IllegalArgumentException(
            "the sample was drawn where "
                + condition
                + ", which is not known while texts are analysed; draw one without it");
      }
    }
    return learnable;
  }

  /**
   * Reads examples.
   *
   * @param results the folder that the sample was drawn from, or of another run over its texts
   * @param sample what people coded
   * @return the examples
   * @throws IOException if the results cannot be read
   * @throws IllegalArgumentException if such a question cannot be learned, see {@link #question}
   */
  public static CodedExamples read(Path results, CodedSample sample) throws IOException {
    return read(results, sample, learnable(sample.task()));
  }

  private static <F extends Finding> CodedExamples read(
      Path results, CodedSample sample, Learnable<F> learnable) throws IOException {
    Map<String, Double> weights = sample.weights();
    RowIds ids = new RowIds(learnable.table());
    List<CodedExample> examples = new ArrayList<>();
    TreeSet<String> judges = new TreeSet<>();
    TreeMap<String, Integer> leftOut = new TreeMap<>();
    Set<String> known = new HashSet<>();
    learnable.schemes().forEach(known::addAll);
    Set<String> found = new HashSet<>();
    try (Stream<Discourse> all = new Results().read(results)) {
      all.forEach(
          discourse ->
              learnable.map(
                  discourse,
                  one -> {
                    String id = ids.next(one.cells());
                    if (weights.containsKey(id) && asks(sample.task(), one.cells())) {
                      found.add(id);
                      String code = sample.rows().get(id).code().orElseThrow();
                      if (known.contains(code)) {
                        examples.add(example(id, code, weights.get(id), learnable, one));
                        judges.add(one.cells().getOrDefault("judge", ""));
                      } else {
                        leftOut.merge(code, 1, Integer::sum);
                      }
                    }
                    return one.finding();
                  }));
    }
    judges.remove("");
    oneScheme(learnable, examples);
    return new CodedExamples(
        learnable.question(),
        examples,
        List.copyOf(judges),
        leftOut,
        weights.size() - found.size());
  }

  private static <F extends Finding> CodedExample example(
      String id, String code, double weight, Learnable<F> learnable, Learnable.Found<F> found) {
    return new CodedExample(
        new CheckedRow(
            id,
            found.cells().get(learnable.column()),
            code,
            weight,
            learnable.confidence(found.finding()),
            found.cells().get("article_id")),
        learnable.context(found).features());
  }

  static boolean asks(CodingTask task, Map<String, String> cells) {
    return task.asks(new ResultTable.Row("", cells, Map.of(), Map.of()));
  }

  private static void oneScheme(Learnable<?> learnable, List<CodedExample> examples) {
    Set<String> labels = labels(examples);
    if (learnable.schemes().stream().noneMatch(scheme -> scheme.containsAll(labels))) {
      throw new IllegalArgumentException(
          "the labels "
              + labels
              + " are of several schemes; draw a sample with --where scheme=favor or"
              + " --where scheme=agreement");
    }
  }

  private static TreeSet<String> labels(Collection<CodedExample> examples) {
    TreeSet<String> labels = new TreeSet<>();
    examples.forEach(
        example -> {
          labels.add(example.row().machine());
          labels.add(example.row().people());
        });
    return labels;
  }
}
