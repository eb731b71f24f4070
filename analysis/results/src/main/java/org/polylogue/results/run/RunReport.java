package org.polylogue.results.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;

/** What a run was asked, what it found and how long it took: {@code run.json}. */
public final class RunReport implements ResultFile {

  private final RunJson json = new RunJson();
  private final FindingCounts findings;
  private final Set<String> actors = new HashSet<>();
  private final OutputFolder folder;
  private int failed;
  private int articles;
  private int comments;
  private int irregularities;
  private int duplicateGroups;
  private int duplicatesLeftOut;
  private Supplier<String> resumed = () -> "";

  /**
   * A report of a run that starts now.
   *
   * @param folder where {@code run.json} appears once it is published, after all other files: where
   *     it is, the others are there and of the same run
   * @param layers the layers that are counted
   */
  public RunReport(OutputFolder folder, Layers layers) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.findings = new FindingCounts(layers);
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

  /**
   * Notes hashes that tell whether something has changed.
   *
   * @param section what they are of, such as {@code inputs}
   * @param values SHA-256 by name
   */
  public void hashes(String section, Map<String, String> values) {
    json.hashes(section, values);
  }

  @Override
  public String name() {
    return "run.json";
  }

  @Override
  public void add(Discourse discourse) {
    articles++;
    comments += discourse.conversation().comments().size();
    irregularities += discourse.conversation().irregularities().size();
    discourse.actors().forEach(actor -> actors.add(actor.id()));
    findings.add(discourse);
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
   * What was found so far.
   *
   * @return the counts
   */
  public RunCounts counts() {
    return new RunCounts(
        articles, comments, failed, irregularities, actors.size(), findings.counts());
  }

  @Override
  public void finish() throws IOException {
    Map<String, Object> counts = counts().toMap();
    counts.put("duplicate_groups", duplicateGroups);
    counts.put("duplicates_left_out", duplicatesLeftOut);
    json.hashes(RunManifest.OUTPUTS, folder.hashes());
    folder.file("run.json").append(json.text(counts, resumed.get()));
  }
}
