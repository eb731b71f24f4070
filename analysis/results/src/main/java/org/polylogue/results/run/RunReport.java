package org.polylogue.results.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Quotation;

/** What a run was asked, what it found and how long it took: {@code run.json}. */
public final class RunReport implements ResultFile {

  private final RunJson json = new RunJson();
  private final Map<Quotation.Kind, Integer> quotations = new EnumMap<>(Quotation.Kind.class);
  private final Set<String> actors = new HashSet<>();
  private final OutputFolder folder;
  private int failed;
  private int articles;
  private int comments;
  private int expressions;
  private int mentions;
  private int sentiments;
  private int stances;
  private int echoes;
  private int irregularities;
  private int duplicateGroups;
  private int duplicatesLeftOut;
  private Supplier<String> resumed = () -> "";

  /**
   * A report of a run that starts now.
   *
   * @param folder where {@code run.json} appears once it is published, after all other files: where
   *     it is, the others are there and of the same run
   */
  public RunReport(OutputFolder folder) {
    this.folder = Objects.requireNonNull(folder, "folder");
    for (Quotation.Kind kind : Quotation.Kind.values()) {
      quotations.put(kind, 0);
    }
  }

  /**
   * Notes a version of something that results depend on.
   *
   * @param name what has the version
   * @param version the version or hash
   */
  public void version(String name, String version) {
    json.version(name, version);
  }

  /**
   * Notes a parameter of the run.
   *
   * @param name the option
   * @param value a string, number, boolean or list of these
   */
  public void parameter(String name, Object value) {
    json.parameter(name, value);
  }

  @Override
  public void add(Discourse discourse) {
    articles++;
    comments += discourse.conversation().comments().size();
    irregularities += discourse.conversation().irregularities().size();
    discourse.actors().forEach(actor -> actors.add(actor.id()));
    stances += discourse.stances().size();
    for (DocumentDiscourse found : discourse.documents()) {
      found.quotations().forEach(quotation -> quotations.merge(quotation.kind(), 1, Integer::sum));
      expressions += found.expressions().size();
      mentions += found.mentions().size();
      sentiments += found.sentiments().size();
      echoes += found.echoes().size();
    }
  }

  @Override
  public void addFailure(String document, String stage, String cause) {
    failed++;
  }

  /**
   * Notes what the run took over from one that was killed.
   *
   * @param what says it in one line, at the end of the run
   */
  public void resumed(Supplier<String> what) {
    resumed = Objects.requireNonNull(what, "what");
  }

  /**
   * Notes near-duplicates.
   *
   * @param groups how many groups there are
   * @param leftOut how many articles are not analysed because another one of their group is
   */
  public void duplicates(int groups, int leftOut) {
    duplicateGroups = groups;
    duplicatesLeftOut = leftOut;
  }

  /**
   * How many documents failed.
   *
   * @return zero or more
   */
  public int failed() {
    return failed;
  }

  /**
   * How many articles were analysed.
   *
   * @return zero or more
   */
  public int articles() {
    return articles;
  }

  /**
   * How many comments the analysed articles had.
   *
   * @return zero or more
   */
  public int comments() {
    return comments;
  }

  /**
   * How many quotations were found.
   *
   * @return zero or more
   */
  public int quotations() {
    return quotations.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void finish() throws IOException {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("articles", articles);
    counts.put("comments", comments);
    counts.put("failed", failed);
    counts.put("irregularities", irregularities);
    counts.put("actors", actors.size());
    counts.put("mentions", mentions);
    counts.put("quotations", quotations);
    counts.put("expressions", expressions);
    counts.put("sentiments", sentiments);
    counts.put("stances", stances);
    counts.put("echoes", echoes);
    counts.put("duplicate_groups", duplicateGroups);
    counts.put("duplicates_left_out", duplicatesLeftOut);
    folder.file("run.json").append(json.text(counts, resumed.get()));
  }
}
